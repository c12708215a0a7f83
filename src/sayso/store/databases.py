"""How does SQLite keep rows, so that a reader sees the old ones or the new ones whole?"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from sayso.store.tables import SCHEMA, SEARCHES, TABLES, Table, Values

_PARTS = ("", "-wal", "-shm", "-journal")


def fill_database(path: Path, rows: Mapping[str, Iterable[Values]], facts: Mapping[str, str]) -> None:
    """Replace everything in the database in one transaction; it is in the file for good when this returns."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # No words of a document that was taken out may stay behind in free space.
        connection.execute("PRAGMA auto_vacuum=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in _statements():
            connection.execute(statement)
        for table in TABLES:
            _insert(connection, table, rows[table.name])
        connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
        for search, _, _ in SEARCHES:
            connection.execute(f"INSERT INTO {search}({search}) VALUES ('rebuild')")
        connection.execute(f"PRAGMA user_version={SCHEMA}")
        connection.execute("COMMIT")
        # Somebody may be reading the old rows: the new ones then stay in the journal until the next time.
        connection.execute("PRAGMA busy_timeout=0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def open_database(path: Path) -> sqlite3.Connection:
    """Return a connection for reading; in a folder without the right to write, to a file that nobody changes.

    Raises:
        sqlite3.DatabaseError: when it cannot be opened, or has another schema.
    """
    for mode in ("mode=ro", "immutable=1"):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.OperationalError:
            connection.close()
            continue
        except sqlite3.DatabaseError:
            connection.close()
            raise
        if version == SCHEMA:
            return connection
        connection.close()
        raise sqlite3.DatabaseError(f"it has schema {version}, this sayso reads {SCHEMA}")
    raise sqlite3.DatabaseError("it cannot be opened")


def is_sound(path: Path) -> bool:
    """Tell whether a database of this schema is there and whole enough to be changed in place."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(path)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            return bool(version == SCHEMA and connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def clear_database(path: Path, *, keep_file: bool = False) -> None:
    """Delete a database with its journals: an old journal must never be played into a new file."""
    for part in _PARTS[1:] if keep_file else _PARTS:
        path.with_name(path.name + part).unlink(missing_ok=True)


def select_rows(table: Table) -> str:
    """Return the query that reads a table as `Table.rows` made it."""
    names = [column.split()[0] for column in table.columns.split(",")]
    return f'SELECT {", ".join(names)}, row FROM "{table.name}" ORDER BY position'


def _statements() -> Iterator[str]:
    yield "DROP TABLE IF EXISTS facts"
    yield "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
    for search, _, _ in SEARCHES:
        yield f"DROP TABLE IF EXISTS {search}"
    for table in TABLES:
        yield f'DROP TABLE IF EXISTS "{table.name}"'
        yield table.create
    for search, columns, content in SEARCHES:
        yield (
            f"CREATE VIRTUAL TABLE {search} USING fts5({columns}, content='{content}', content_rowid='position',"
            " tokenize='unicode61 remove_diacritics 2')"
        )


def _insert(connection: sqlite3.Connection, table: Table, rows: Iterable[Values]) -> None:
    marks = ", ".join("?" * (table.columns.count(",") + 3))
    connection.executemany(
        f'INSERT INTO "{table.name}" VALUES ({marks})', ((number, *row) for number, row in enumerate(rows))
    )

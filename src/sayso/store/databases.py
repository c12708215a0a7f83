"""How do rows become a file that SQLite reads?"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sayso.store.sheets import Change, Row
from sayso.store.tables import SCHEMA, SEARCHES, TABLES, Table

_JOURNALS = ("-wal", "-shm", "-journal")


def fill_database(path: Path, changes: Mapping[str, Change], facts: Mapping[str, str]) -> None:
    """Make a database of the rows at `path`, where none may be; a kill or an error leaves one that is not to be used.

    A file is made beside the old one and swapped in: no reader waits or sees half.
    """
    with _writing(path) as connection:
        # Whole texts and rows fill small pages badly: larger ones take a quarter less time and room.
        connection.execute("PRAGMA page_size=16384")
        connection.execute("BEGIN")
        for statement in _statements():
            connection.execute(statement)
        for table in TABLES:
            _insert(connection, table, changes[table.name].new)
        _put_facts(connection, facts)
        for search, _, _ in SEARCHES:
            connection.execute(f"INSERT INTO {search}({search}) VALUES ('rebuild')")
        connection.execute(f"PRAGMA user_version={SCHEMA}")
        connection.execute("COMMIT")


def change_database(path: Path, changes: Mapping[str, Change], facts: Mapping[str, str]) -> None:
    """Change the rows of the database at `path`, a copy that nobody reads; what goes is wiped out."""
    with _writing(path) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("BEGIN")
        for table in TABLES:
            change = changes[table.name]
            _delete(connection, table, change.gone)
            _insert(connection, table, change.new)
            _add_words(connection, table, change.new)
        _put_facts(connection, facts)
        connection.execute("COMMIT")


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        yield connection


def open_database(path: Path) -> sqlite3.Connection:
    """Return a connection for reading; it goes on reading this file when another is swapped in.

    Raises:
        sqlite3.DatabaseError: when it cannot be opened, or has another schema.
    """
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != SCHEMA:
            raise sqlite3.DatabaseError(f"it has schema {version}, this sayso reads {SCHEMA}")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def clear_database(path: Path) -> None:
    """Delete a database with its journals."""
    path.unlink(missing_ok=True)
    clear_journals(path)


def clear_journals(path: Path) -> None:
    """Delete the journals beside a database: another program's must never be played into a new file."""
    for part in _JOURNALS:
        path.with_name(path.name + part).unlink(missing_ok=True)


def select_rows(table: Table) -> str:
    """Return the query that reads a table as `Table.rows` made it."""
    names = [column.split()[0] for column in table.columns.split(",")]
    return f'SELECT {", ".join(names)}, row FROM "{table.name}" ORDER BY position'


def _statements() -> Iterator[str]:
    yield "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
    yield from (table.create for table in TABLES)
    for search, columns, content in SEARCHES:
        yield (
            f"CREATE VIRTUAL TABLE {search} USING fts5({columns}, content='{content}', content_rowid='position',"
            " tokenize='unicode61 remove_diacritics 2')"
        )


def _put_facts(connection: sqlite3.Connection, facts: Mapping[str, str]) -> None:
    connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())


def _insert(connection: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    marks = ", ".join("?" * (table.columns.count(",") + 3))
    connection.executemany(
        f'INSERT INTO "{table.name}" VALUES ({marks})', ((position, *values) for position, values in rows)
    )


def _delete(connection: sqlite3.Connection, table: Table, positions: Sequence[int]) -> None:
    keys = [(position,) for position in positions]
    for search, columns, content in SEARCHES:
        if content == table.name:
            # An index that holds no words of its own has to be told those that go.
            connection.executemany(
                f"INSERT INTO {search}({search}, rowid, {columns})"
                f" SELECT 'delete', position, {columns} FROM {content} WHERE position = ?",
                keys,
            )
    connection.executemany(f'DELETE FROM "{table.name}" WHERE position = ?', keys)


def _add_words(connection: sqlite3.Connection, table: Table, rows: Sequence[Row]) -> None:
    for search, columns, content in SEARCHES:
        if content == table.name:
            connection.executemany(
                f"INSERT INTO {search}(rowid, {columns}) SELECT position, {columns} FROM {content} WHERE position = ?",
                [(position,) for position, _ in rows],
            )

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from sayso.errors import CaseError
from sayso.model.records import Record
from sayso.store import CaseFolder, as_kept, check_record, read_record, read_stamp, search_claims, write_record
from sayso.store.tables import TABLES


def save(folder: CaseFolder, record: Record) -> None:
    write_record(folder, record, inputs="i", model="m")


def ask(folder: CaseFolder, query: str) -> list[tuple]:
    with closing(sqlite3.connect(folder.record)) as connection:
        found = connection.execute(query).fetchall()
        connection.commit()
        return found


def test_the_record_reads_back_as_it_was_written(folder: CaseFolder, record: Record):
    save(folder, record)
    assert read_record(folder) == record
    assert list(check_record(folder)) == []


def test_an_empty_record_reads_back(folder: CaseFolder, record: Record):
    empty = Record(**dict.fromkeys(Record.__dataclass_fields__, ()) | {"title": None, "hides_ties": False})
    save(folder, record)
    save(folder, empty)
    assert read_record(folder) == empty


def test_the_stamp_tells_what_the_record_was_made_of(folder: CaseFolder, record: Record):
    stamp = write_record(folder, record, inputs="truth", model="small")
    assert read_stamp(folder) == stamp
    assert (stamp.inputs, stamp.model) == ("truth", "small")


def test_every_table_has_columns_that_a_browser_shows(folder: CaseFolder, record: Record):
    save(folder, record)
    assert ask(folder, "SELECT voice, quote, place FROM claims WHERE id = 'c0'") == [("army", "The army hol", "Ford")]
    assert ask(folder, "SELECT published, text FROM documents")[0] == ("2024-05-01", record.documents[0].text)
    assert ask(folder, "SELECT origins_lower, standing FROM groups")[0] == (1, "disputed")
    for table in TABLES:
        assert ask(folder, f'SELECT count(*) FROM "{table.name}"')[0][0] > 0, table.name


def test_words_are_found_without_accents_and_case(folder: CaseFolder, record: Record):
    save(folder, record)
    assert search_claims(folder, "RÉBELS hold") == ("c1",)
    assert set(search_claims(folder, "hold*s")) == set()
    assert search_claims(folder, '" OR 1') == ()
    assert search_claims(folder, "  ") == ()


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_a_row_changed_behind_our_back_is_noticed(folder: CaseFolder, record: Record, table: str):
    save(folder, record)
    ask(folder, f"UPDATE \"{table}\" SET row = replace(row, '\"', '\" ') WHERE position = 0")
    assert "changed after it was built" in next(iter(check_record(folder)))


def test_a_visible_column_changed_behind_our_back_is_noticed(folder: CaseFolder, record: Record):
    save(folder, record)
    ask(folder, "UPDATE claims SET quote = 'The army left'")
    assert list(check_record(folder))


def test_a_byte_changed_in_the_words_of_the_file_is_noticed(folder: CaseFolder, record: Record):
    save(folder, record)
    content = folder.record.read_bytes()
    place = content.index(b"The army holds Ford")
    folder.record.write_bytes(content[:place] + b"t" + content[place + 1 :])
    assert list(check_record(folder))


def test_a_byte_changed_anywhere_in_the_file_is_noticed(folder: CaseFolder, record: Record):
    save(folder, record)
    content = folder.record.read_bytes()
    for place in range(0, len(content), len(content) // 60):
        folder.record.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        try:
            found = list(check_record(folder))
        except CaseError:
            continue
        assert found, place


def test_words_that_were_taken_out_do_not_stay_in_the_file(folder: CaseFolder, record: Record):
    save(folder, record)
    assert b"Rebels said" in folder.record.read_bytes()
    save(folder, Record(**dict.fromkeys(Record.__dataclass_fields__, ()) | {"title": None, "hides_ties": False}))
    assert b"Rebels said" not in folder.record.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + bytes(200)])
def test_a_damaged_record_is_said_and_built_again_beside(folder: CaseFolder, record: Record, damage: bytes):
    folder.record.write_bytes(damage)
    with pytest.raises(CaseError, match="sayso build --case"):
        read_record(folder)
    save(folder, record)
    assert read_record(folder) == record


def test_a_record_of_another_schema_is_said_and_built_again(folder: CaseFolder, record: Record):
    save(folder, record)
    ask(folder, "PRAGMA user_version = 99")
    with pytest.raises(CaseError, match="schema 99"):
        read_record(folder)
    save(folder, record)
    assert read_record(folder) == record


def test_a_case_without_record_says_how_to_make_one(folder: CaseFolder):
    with pytest.raises(CaseError, match="no record yet; build it again with: sayso build --case"):
        read_record(folder)


def test_a_reader_keeps_the_old_record_while_a_new_one_is_written(folder: CaseFolder, record: Record):
    save(folder, record)
    with closing(sqlite3.connect(folder.record, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM claims").fetchone() == (2,)
        save(folder, replace(record, claims=record.claims[:1]))
        assert reader.execute("SELECT count(*) FROM claims").fetchone() == (2,)
    assert len(read_record(folder).claims) == 1


def test_a_text_with_lone_surrogates_can_be_written(folder: CaseFolder, record: Record):
    broken = replace(record.documents[0], text="The army\ud83d holds Ford")
    made = replace(record, documents=(broken, *record.documents[1:]))
    save(folder, made)
    assert read_record(folder).documents[0].text == "The army? holds Ford"
    assert as_kept(made) == read_record(folder)

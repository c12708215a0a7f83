from dataclasses import replace
from importlib import resources

import pytest

from sayso.model.claims import Coverage, Reading
from sayso.model.documents import Document
from sayso.model.settings import OutletEntry, PlaceEntry, Settings
from sayso.store import CaseFolder, ReadingCache, add_day, decode_reading, encode_reading, read_notes
from sayso.store.readings import _files

READING = Reading(
    document=Document(id="d", sha256="s", file="a.txt", text="A bridge fell."),
    passages=(),
    claims=(),
    coverage=Coverage(sentences=1, with_claim=0),
)


@pytest.fixture
def cache(folder: CaseFolder, put) -> ReadingCache:
    put(folder)
    return ReadingCache(folder=folder, model="m", settings=Settings(title="valley"))


def test_a_reading_is_found_again(cache: ReadingCache):
    (note,) = read_notes(cache.folder)
    key = cache.key(note)
    assert cache.read(key) is None
    cache.keep(key, READING)
    assert cache.read(key) is READING
    assert replace(cache, memory={}).read(key) == READING == decode_reading(encode_reading(READING))


@pytest.mark.parametrize("size", [0, 1, 20])
def test_a_damaged_reading_is_read_anew(cache: ReadingCache, size: int):
    cache.keep("k", READING)
    (path,) = cache.folder.cache.iterdir()
    path.write_bytes(encode_reading(READING)[:size])
    assert replace(cache, memory={}).read("k") is None


def test_another_model_outlet_or_day_needs_another_reading(cache: ReadingCache):
    (note,) = read_notes(cache.folder)
    add_day(cache.folder, note, "2024-05-01")
    keys = {
        cache.key(note),
        cache.key(read_notes(cache.folder)[0]),
        replace(cache, model="n").key(note),
        replace(cache, settings=Settings(outlets=(OutletEntry(name="Daily"),))).key(note),
        replace(cache, settings=Settings(time_zone="Asia/Tokyo")).key(note),
    }
    assert len(keys) == 5


def test_whatever_the_cutting_into_sentences_rests_on_is_part_of_the_digest():
    folder = resources.files("sayso") / "passages"
    stray = {path.name for path in folder.iterdir() if path.is_file()} - {path.name for path in _files(folder)}
    assert not stray


def test_what_joining_alone_uses_and_clock_times_do_not_invalidate_a_reading(cache: ReadingCache):
    (note,) = read_notes(cache.folder)
    places = replace(cache, settings=Settings(title="other", places=(PlaceEntry(name="Ford"),)))
    assert places.key(note) == cache.key(note)
    assert cache.key(replace(note, obtained="2025-01-01", by="Ben", sensitivity="high")) == cache.key(note)


def test_readings_of_documents_that_are_gone_are_deleted(cache: ReadingCache):
    cache.keep("kept", READING)
    cache.keep("gone", READING)
    cache.forget_others({"kept"})
    assert [path.name for path in cache.folder.cache.iterdir()] == ["kept.msgpack"]

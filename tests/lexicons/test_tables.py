"""Is every table whole: read by the code, no row twice, no row that another hides?"""

import re
from pathlib import Path

import pytest

from sayso import lexicons
from sayso.intake.publishers import load_publishers
from sayso.lexicons import read_csv, read_toml
from sayso.lexicons.bodies import find_bodies, find_body
from sayso.lexicons.states import find_demonym, find_state

DATA = Path(lexicons.__file__).parent / "data"
WORD_TABLES = sorted(path.stem for path in DATA.glob("*.toml"))
ROW_TABLES = sorted(path.stem for path in DATA.glob("*.csv"))
KEYS = {
    "districts": ("city", "name"), "regions": ("name",), "short_names": ("country", "name"),
    "armed_groups": ("name",), "columns": ("table", "name"), "countries": ("code",), "nouns": ("noun",),
    "publishers": ("name",), "source_relations": ("name",), "sources": ("name",), "country_codes": ("code",),
    "office_holders": ("name",), "terms": ("name", "title", "from"),
}  # fmt: skip
CODE = "\n".join(path.read_text("utf-8") for path in DATA.parent.parent.rglob("*.py"))
# Parts of speech, which the parser gives; how much of a place is held, which the code puts together.
MADE_IN_CODE = {*read_toml("lemmas"), *(key for key in read_toml("noun_classes")["words"] if key.startswith("extent_"))}


def lists_of(table, path=()):
    """Yield every list of words of a table with where it stands."""
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
            yield from lists_of(value, (*path, key))
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield (*path, key), value


def names_of(row):
    return (row["name"], *filter(None, row["aliases"].split(";")))


@pytest.mark.parametrize("name", [*WORD_TABLES, *ROW_TABLES])
def test_every_table_is_named_in_the_code(name):
    assert re.search(rf'"{name}"', CODE)


@pytest.mark.parametrize("name", WORD_TABLES)
def test_every_list_is_named_in_the_code(name):
    table = read_toml(name)
    keys = [*table, *table.get("words", ())] if name not in {"stopwords", "loaded_words"} else [*table]
    assert keys
    assert [key for key in keys if f'"{key}"' not in CODE and key not in MADE_IN_CODE] == []


@pytest.mark.parametrize("name", WORD_TABLES)
def test_no_word_stands_twice_in_a_list(name):
    found = list(lists_of(read_toml(name)))
    assert found or name in {"lemmas", "questions"}
    folded = [(path, [word.casefold() for word in words]) for path, words in found]
    assert [(path, word) for path, words in folded for word in set(words) if words.count(word) > 1] == []


@pytest.mark.parametrize("name", ROW_TABLES)
def test_no_row_stands_twice_and_every_column_is_read(name):
    rows = read_csv(name)
    keys = [tuple(row[column] for column in KEYS[name]) for row in rows]
    assert len(set(keys)) == len(keys) != 0
    assert [column for column in rows[0] if f'"{column}"' not in CODE] == []


@pytest.mark.parametrize("name", ROW_TABLES)
def test_every_cell_holds_words_without_space_around_them_and_none_twice(name):
    cells = [cell.split(";") for row in read_csv(name) for key, cell in row.items() if key != "meaning" and cell]
    assert cells
    assert [
        cell
        for cell in cells
        if len(set(cell)) < len(cell) or [word for word in cell if word.strip() != word or not word]
    ] == []


def test_nouns_are_in_the_order_of_the_alphabet():
    nouns = [row["noun"] for row in read_csv("nouns")]
    assert nouns == sorted(nouns)


def test_every_class_of_nouns_is_asked_for():
    frames = (DATA / "frames.toml").read_text("utf-8")
    classes = {word for row in read_csv("nouns") for word in row["classes"].split()}
    assert classes
    assert [one for one in classes if not re.search(rf"[:|]{one}\b", frames) and f'"{one}"' not in CODE] == []


@pytest.mark.parametrize("row", read_csv("sources"), ids=lambda row: row["name"])
def test_every_body_is_found_by_its_name(row):
    assert find_body(row["name"]).name == row["name"]
    assert [hit.body.name for hit in find_bodies((*re.findall(r"\w+|[^\w\s]", row["name"]),))] == [row["name"]]


@pytest.mark.parametrize("row", read_csv("countries"), ids=lambda row: row["name"])
def test_every_country_is_found_by_its_names_and_its_people(row):
    assert {find_state(name) for name in names_of(row)} == {row["name"]}
    assert {find_demonym(word) for word in row["demonyms"].split(";") if word} <= {row["name"]}


@pytest.mark.parametrize("row", read_csv("publishers"), ids=lambda row: row["name"])
def test_every_publisher_is_found_by_its_names_and_hosts(row):
    known = load_publishers(())
    assert {known.named(name).name for name in names_of(row)} == {row["name"]}
    assert {known.at_host(f"https://www.{host}/1").name for host in row["hosts"].split(";") if host} <= {row["name"]}

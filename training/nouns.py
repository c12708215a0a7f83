"""Make the table of common nouns: ``python -m training.nouns --wordnet FOLDER --out FILE``.

Reads WordNet 3.0's own files (`data.noun`, `index.noun`, `cntlist.rev` of the folder) and writes which classes a noun
stands in: place (structures, facilities, regions, ways, land and water), people, force (armed bodies), org, weapon,
vehicle, aircraft, supply (food, medicine, fuel, clothing), illness, disaster, building, helper (healers, firefighters), matter (what flows, slides
or burns over things). A noun's first sense counts, and
the next two where WordNet's tagged texts use them at least a sixth as often; a table of our own words goes before it.
"""

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Class -> the synsets (by one of their words and its sense number) whose hyponyms stand in it.
ROOTS = {
    "place": ["structure 1", "location 1", "facility 1", "geological_formation 1", "body_of_water 1", "way 6", "land 4",
              "room 1", "area 5", "building_complex 1", "tract 1", "land_site 1"],
    "people": ["person 1", "people 1", "family 1", "kin 2", "crowd 1"],
    "force": ["military_unit 1", "armed_service 1", "military 1", "paramilitary 1", "police 1", "military_personnel 1",
              "combatant 1"],
    "org": ["organization 1", "institution 1", "unit 3"],
    "weapon": ["weapon 1", "weaponry 1", "ammunition 1", "explosive_device 1", "explosive 1"],
    "vehicle": ["vehicle 1", "conveyance 3"],
    "aircraft": ["aircraft 1"],
    "supply": ["food 1", "food 2", "medicine 2", "fuel 1", "clothing 1", "bedclothes 1", "shelter 2"],
    "illness": ["illness 1", "injury 1"],
    "disaster": ["natural_phenomenon 1", "calamity 1"],
    "building": ["building 1", "building_complex 1", "tower 1", "depot 2", "shed 1", "dam 1", "bridge 1"],
    "helper": ["health_professional 1", "firefighter 1", "rescuer 2"],
    "matter": ["waste 1", "earth 2", "lava 1", "precipitate 1", "goo 1", "suspension 1", "fire 1"],
}  # fmt: skip
OTHER_SENSE = 1 / 6
_NOT = {"place": {"line", "end", "side", "top", "back", "front", "bottom", "middle", "point", "center", "centre"}}


@dataclass(frozen=True, slots=True)
class Synset:
    """A meaning: the offsets of those above it, and whether it is a single thing with a name ("Paris")."""

    above: tuple[int, ...]
    is_name: bool


def read_synsets(folder: Path) -> dict[int, Synset]:
    """Return WordNet's noun synsets by their offset in `data.noun`."""
    found = {}
    for line in (folder / "data.noun").read_text("ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        kinds = [(pointers[i], int(pointers[i + 1])) for i in range(0, len(pointers) - 3, 4)]
        above = tuple(offset for kind, offset in kinds if kind in ("@", "@i"))
        found[int(fields[0])] = Synset(above, is_name=any(kind == "@i" for kind, _ in kinds))
    return found


def read_senses(folder: Path) -> dict[str, list[int]]:
    """Return the synsets of each noun, most frequent sense first."""
    senses = {}
    for line in (folder / "index.noun").read_text("ascii").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            senses[fields[0]] = [int(offset) for offset in fields[-int(fields[2]) :]]
    return senses


def read_counts(folder: Path) -> dict[tuple[str, int], int]:
    """Return how often each sense of a noun occurs in WordNet's tagged texts."""
    counts = {}
    for line in (folder / "cntlist.rev").read_text("ascii").splitlines():
        key, sense, count = line.split()
        lemma, _, kind = key.partition("%")
        if kind.startswith("1:"):
            counts[lemma, int(sense)] = int(count)
    return counts


def classify(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each single-word noun with its classes, joined by a space, in alphabetical order."""
    synsets, senses, counts = read_synsets(folder), read_senses(folder), read_counts(folder)
    roots = {_find(root, senses): name for name, words in ROOTS.items() for root in words}
    for noun in sorted(senses):
        if noun.isalpha() and len(noun) > 2:
            classes = {c for at in _weighty(noun, senses, counts) for c in _classes(at, synsets, roots)}
            classes = {c for c in classes if noun not in _NOT.get(c, set())}
            if classes and not synsets[senses[noun][0]].is_name:
                yield noun, " ".join(sorted(classes))


def _find(root: str, senses: dict[str, list[int]]) -> int:
    word, number = root.split()
    return senses[word][int(number) - 1]


def _weighty(noun: str, senses: dict[str, list[int]], counts: dict[tuple[str, int], int]) -> list[int]:
    least = max(1.0, OTHER_SENSE * counts.get((noun, 1), 0))
    return [at for n, at in enumerate(senses[noun][:3], 1) if n == 1 or counts.get((noun, n), 0) >= least]


def _classes(offset: int, synsets: dict[int, Synset], roots: dict[int, str]) -> Iterator[str]:
    waiting, seen = [offset], set()
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            if current in roots:
                yield roots[current]
            waiting.extend(synsets[current].above)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True, help="folder with WordNet's data.noun")
    parser.add_argument("--out", type=Path, required=True, help="the table to write")
    args = parser.parse_args()
    with args.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["noun", "classes"])
        writer.writerows(classify(args.wordnet))


if __name__ == "__main__":
    main()

from dataclasses import replace

import pytest

from sayso.claims import find_speaking_spans
from sayso.model.kinds import VoiceKind

# Text; who speaks, the word of saying, what is said; the sort of voice; the words that only tell who speaks and where.
CASES = (
    (
        "The army told reporters in Belgor that troops took Tarnova.",
        ("The army", "told", "troops took Tarnova"),
        "military",
        ["The army", "reporters in Belgor that"],
    ),
    (
        "The minister said in Belgor that troops took Tarnova.",
        ("The minister", "said", "troops took Tarnova"),
        "government",
        ["The minister", "in Belgor that"],
    ),
    (
        "A baker said in Belgor that troops killed 12 men.",
        ("A baker", "said", "troops killed 12 men"),
        "resident",
        [],
    ),
    (
        "The baker told reporters in Belgor that troops killed 12 men.",
        ("The baker", "told", "troops killed 12 men"),
        "resident",
        ["reporters in Belgor"],
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_who_speaks_and_where_is_told_from_what_is_said(read, attribute, case):
    text, saying, kind, found = case
    layers = attribute(read(text), (*saying, "asserts"))
    (item,) = layers.attributions.items
    voiced = replace(item, chain=tuple(replace(source, kind=VoiceKind(kind)) for source in item.chain))
    layers = replace(layers, attributions=replace(layers.attributions, items=(voiced,)))
    spoken = [span.read(text).removesuffix(" that") for span in find_speaking_spans(layers)]
    assert spoken == [words.removesuffix(" that") for words in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met the baker in Belgor. Shells hit Tarnova.", ["in Belgor"]),
        ("Shells hit Tarnova, said a baker whom we reached at the clinic of Belgor.", ["at the clinic of Belgor"]),
        ("Troops met rebels in Belgor.", []),
        ("“We met them in Belgor,” he said.", []),
    ],
)
def test_where_a_reporter_met_somebody_only_tells_who_speaks(read, attribute, text, found):
    assert [span.read(text) for span in find_speaking_spans(attribute(read(text)))] == found

"""Does the table of questions know every kind, and every frame it names?"""

import pytest

from sayso.lexicons import read_toml
from sayso.linking.families import figure_family, load_families
from sayso.model.kinds import NOT_CORE, ClaimKind, Measure

FRAMES = {row["name"] for row in read_toml("frames")["frame"]} | set(read_toml("counting")["frames"])


def test_every_core_kind_has_a_family_and_so_have_descriptions():
    assert set(load_families()) == set(ClaimKind) - NOT_CORE | {ClaimKind.CHARACTERISATION}


def test_kinds_of_one_family_are_asked_for_in_one_way():
    families = {}
    for family in load_families().values():
        assert families.setdefault(family.name, family) == family


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_a_question(measure):
    assert figure_family(measure.value).question.endswith("?")


def test_every_frame_that_is_named_stands_in_the_table_of_frames():
    named = {frame for topics in read_toml("matters")["topics"].values() for frame in topics}
    assert named | set(read_toml("matters")["counts"]["frames"]) <= FRAMES


def test_topics_belong_to_families_that_there_are():
    assert set(read_toml("matters")["topics"]) <= {family.name for family in load_families().values()}


@pytest.mark.parametrize("kind", sorted(set(ClaimKind) - NOT_CORE | {ClaimKind.CHARACTERISATION}))
def test_no_question_template_names_a_field_that_is_never_filled(kind):
    fields = {"where", "where_bare", "from_where", "when", "agent", "whom"}
    text = load_families()[kind].question.format(**dict.fromkeys(fields, "x"))
    assert "{" not in text


def test_topics_that_must_be_worded_alike_are_topics():
    topics = {topic for table in read_toml("matters")["topics"].values() for topic in table.values()}
    assert set(read_toml("matters")["worded"]["topics"]) <= topics

from itertools import permutations

from sayso.claims import find_claims
from sayso.claims.frames import load_frames, read_need, spell_out
from sayso.lexicons import read_toml
from sayso.model.derivations import reason
from tests.claims.matters import MATTERS


def test_every_kind_of_the_table_belongs_to_one_matter():
    kinds = [kind for matter in MATTERS.values() for kind in matter]
    assert sorted(kinds) == sorted({row["kind"] for row in read_toml("frames")["frame"]})


def test_every_row_gives_a_sentence_of_its_own_as_its_reason():
    load_frames()
    reasons = [reason(f"claims.frame.{row['name']}") for row in read_toml("frames")["frame"]]
    assert len(set(reasons)) == len(reasons)
    assert all(text.endswith(".") and len(text) > 40 for text in reasons)


def test_a_claim_names_the_word_that_its_row_reads(read):
    (claim,) = find_claims(read("The army retook Tarnova on Monday."))
    assert claim.derived.rule == "claims.frame.capture"
    assert "retook" in claim.derived.note


def test_no_list_of_a_row_holds_anything_twice():
    for row in read_toml("frames")["frame"]:
        needs = [read_need(text) for text in row.get("needs", ())]
        exceptions = [need for text in row.get("unless", ()) for need in read_need(text)]
        lists = [row.get(key, ()) for key in ("verbs", "nouns", "adjectives", "agent", "target", "acled")]
        for words in (*lists, *needs, exceptions):
            assert len(set(words)) == len(words), row["name"]


def test_no_condition_of_a_row_follows_from_another():
    for row in read_toml("frames")["frame"]:
        needs = [frozenset(read_need(text)) for text in row.get("needs", ())]
        assert not any(left <= right for left, right in permutations(needs, 2)), row["name"]


def test_a_condition_without_a_role_goes_with_the_role_before_it():
    assert read_need("object:place|people|agent:force") == (
        ("object", "place"),
        ("object", "people"),
        ("agent", "force"),
    )


def test_a_phrase_with_alternatives_stands_for_each_choice():
    assert list(spell_out(["trek|wade into|across", "wade into", "flee"])) == [
        ("trek", "into"),
        ("trek", "across"),
        ("wade", "into"),
        ("wade", "across"),
        ("flee",),
    ]


ACLED = frozenset(
    {
        "Government regains territory", "Non-state actor overtakes territory", "Armed clash", "Chemical weapon",
        "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED",
        "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance", "Peaceful protest",
        "Protest with intervention", "Excessive force against protesters", "Violent demonstration", "Mob violence",
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
    }
)  # fmt: skip


def test_the_crosswalk_names_only_sub_event_types_of_acled():
    assert {name for row in read_toml("frames")["frame"] for name in row.get("acled", ())} <= ACLED


def test_every_list_of_small_words_is_lower_case_and_without_doubles():
    tables = read_toml("noun_classes")
    for words in (*tables["classes"].values(), *tables["words"].values()):
        assert len(set(words)) == len(words)
        assert [word.casefold() for word in words] == words != []


def test_a_victory_that_is_declared_of_no_place_changes_no_hands(read):
    assert find_claims(read("They announced their victory at noon.")) == ()

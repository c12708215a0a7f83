"""Does the whole stage keep its promises: any order of documents, n log n, ids of content?"""

import random

from hand_made import Case, control, figure, group_of
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking import link_claims

VOICES = ["state agency", "activists", "Nuri Salim", "the Monitor", "an analyst", None]


KINDS = [
    "clash", "control_change", "control_state", "toll", "diplomacy", "air_strike", "violence_against_civilians",
]  # fmt: skip


def mixed_case(seed, size):
    chance = random.Random(seed)
    case = Case()
    for number in range(size):
        document = case.document(f"d{chance.randint(0, size // 3 + 1)}", published=f"2024-05-0{chance.randint(1, 9)}")
        case.claim(
            document,
            f"statement {number}",
            chance.choice(KINDS),
            chance.choice(VOICES),
            place=chance.choice(["Rahna", "Selba", "Tarim", "Old Market", ("Rahna", "Selba"), None]),
            place_rule=chance.choice(["claims.own_place", "claims.current_place"]),
            frame=chance.choice(["plain", "attack", "kill", "blame", "denial", "unverified"]),
            agents=chance.choice([(), ("the guard",), ("the council",)]),
            day=chance.choice([None, "2024-05-01", "2024-05-03", "2024-05", "2024-04-20/2024-05-06"]),
            by=chance.choice(["stated", "document", "relative", "event"]),
            holder=chance.choice(["government", "opposition", None]),
            stance=chance.choice(["asserts", "asserts", "denies", "hedges"]),
            basis=chance.choice(["stated", "presupposed"]),
            control=chance.choice([None, control("most"), control("part")]),
            figures=[figure(chance.randint(1, 4), 4, bound="range")] if chance.random() < 0.3 else (),
        )
    return case


@given(seed=st.integers(0, 10_000))
def test_the_order_of_documents_and_claims_does_not_matter(seed):
    case = mixed_case(seed, 14)
    resolution, readings, dates = case.resolution(), case.readings(), case.dates()
    first = link_claims(resolution, readings, dates, ())
    chance = random.Random(seed)
    claims = list(resolution.claims)
    pairs = list(zip(readings, dates, strict=True))
    chance.shuffle(claims)
    chance.shuffle(pairs)
    turned = type(resolution)(voices=resolution.voices[::-1], places=resolution.places[::-1], claims=tuple(claims))
    second = link_claims(turned, [r for r, _ in pairs], [d for _, d in pairs], ())
    assert first == second


@given(seed=st.integers(0, 10_000))
def test_every_core_claim_is_in_a_group_and_no_group_has_an_id_twice(seed):
    case = mixed_case(seed, 14)
    linked = case.link()
    grouped = {claim for group in linked.groups for claim in group.members}
    counted = [row for row in case.claims if row[3].value == "toll"]
    assert grouped >= {f"{row[0]}-{number}" for number, row in enumerate(case.claims, 1) if row not in counted}
    assert len({group.id for group in linked.groups}) == len(linked.groups)
    assert linked.groups
    assert all(group.origins[0] <= group.origins[1] for group in linked.groups)


@given(seed=st.integers(0, 10_000))
def test_links_grow_with_the_claims_and_not_with_their_pairs(seed):
    case = mixed_case(seed, 20)
    assert len(case.link().links) <= 6 * len(case.claims)


def test_an_id_tells_of_question_and_answer_and_not_of_members():
    case = Case()
    first = case.claim("a", "they clashed", "clash", "the Monitor")
    alone = group_of(case.link(), first).id
    case.claim("b", "there were clashes by the bridge", "clash", "activists")
    assert group_of(case.link(), first).id == alone


def count_steps(size):
    """Return how many claims are compared when all speak of one place and day."""
    case = Case()
    for number in range(size):
        case.document(f"d{number}", outlet=f"Daily {number}")
        case.claim(f"d{number}", f"word{number} of fighting near gate{number}", "clash", VOICES[number % 6])
    linked = case.link()
    assert len(linked.groups) == 1
    return len(linked.links) + len(linked.origins) + sum(len(origin.draws_on) for origin in linked.origins)


def test_what_linking_makes_of_one_question_grows_in_proportion():
    assert count_steps(800) <= 2 * count_steps(400) + 20

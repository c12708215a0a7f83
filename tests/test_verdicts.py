"""What one voice says of another's word: both are claims, each with its own chain, stance and words."""

import pytest

from sayso.intake import describe_document
from sayso.model.documents import Capture, PageFacts
from sayso.model.settings import Settings
from sayso.pipeline import read_document


@pytest.fixture
def tell(read_report):
    """Return a function from a text to what it claims: who, how, in which words."""

    def claims_of(text):
        return [
            (" > ".join(source.name for source in claim.chain), claim.stance.value, claim.span.read(text))
            for claim in read_report(text, published="2019-03-14").claims
        ]

    return claims_of


# A text, and what it claims.
JUDGED = [
    (
        "The Coalition Monitors assess that the Belgor Army Corps' announcement that it had captured Selmar was false.",
        ("Coalition Monitors > Belgor Army Corps", "asserts", "it had captured Selmar"),
        (
            "Coalition Monitors",
            "denies",
            "the Belgor Army Corps' announcement that it had captured Selmar was false",
        ),
    ),
    (
        "The army's claim to have regained the town of Orlesh on 12 March could not be independently verified.",
        ("army", "asserts", "to have regained the town of Orlesh on 12 March"),
        (
            "",
            "hedges",
            "The army's claim to have regained the town of Orlesh on 12 March could not be independently verified",
        ),
    ),
    (
        "The rebels' claim that they had shot down a jet near Quira is unconfirmed.",
        ("rebels", "asserts", "they had shot down a jet near Quira"),
        ("", "hedges", "The rebels' claim that they had shot down a jet near Quira is unconfirmed"),
    ),
    (
        "The group's assertion that soldiers killed 30 villagers in Kasta is not supported by residents' accounts or by imagery.",
        ("group", "asserts", "soldiers killed 30 villagers in Kasta"),
        (
            "",
            "doubts",
            "The group's assertion that soldiers killed 30 villagers in Kasta is not supported by residents' accounts or by imagery",
        ),
    ),
    (
        "The general's boast that his troops had encircled Selmar turned out to be empty.",
        ("general", "asserts", "his troops had encircled Selmar"),
        ("", "denies", "The general's boast that his troops had encircled Selmar turned out to be empty"),
    ),
    (
        "There was no confirmation of the rebels' claim that they had killed 15 soldiers at Belgor.",
        ("rebels", "asserts", "they had killed 15 soldiers at Belgor"),
        ("", "hedges", "no confirmation of the rebels' claim that they had killed 15 soldiers at Belgor"),
    ),
    (
        "The army's announcement that it had shelled the town of Dunmere was met with disbelief.",
        ("army", "asserts", "it had shelled the town of Dunmere"),
        ("", "doubts", "The army's announcement that it had shelled the town of Dunmere was met with disbelief"),
    ),
    (
        "Footage disproves the army's claim that its planes did not bomb Quira.",
        ("army", "denies", "its planes did not bomb Quira"),
        ("", "asserts", "Footage disproves the army's claim that its planes did not bomb Quira"),
    ),
    (
        "The minister's denial that troops had shelled Tarnova was false.",
        ("minister", "denies", "troops had shelled Tarnova"),
        ("", "asserts", "The minister's denial that troops had shelled Tarnova was false"),
    ),
    (
        "Contrary to the governor's statement that the bridge in Selmar had been blown up by saboteurs, engineers stayed silent.",
        ("governor", "asserts", "the bridge in Selmar had been blown up by saboteurs"),
        ("", "denies", "Contrary to the governor's statement that the bridge in Selmar had been blown up by saboteurs"),
    ),
    (
        "No one in Tarnova could confirm the ministry's report that 12 militants had been killed there.",
        ("ministry", "asserts", "12 militants had been killed there"),
        ("", "hedges", "No one in Tarnova could confirm the ministry's report that 12 militants had been killed there"),
    ),
    (
        "Independent experts cast doubt on the military's assertion that a rebel rocket had struck the market in Selmar.",
        ("experts", "doubts", "a rebel rocket had struck the market in Selmar"),
        ("military", "asserts", "assertion that a rebel rocket had struck the market in Selmar"),
    ),
    (
        "The network found the government's claim that the bakery in Selmar had been used as an arms depot to be unfounded.",
        ("network", "denies", "the bakery in Selmar had been used as an arms depot"),
        ("government", "asserts", "claim that the bakery in Selmar had been used as an arms depot"),
    ),
    (
        "The council dismissed as propaganda the rebel command's report that 60 soldiers had been killed at Orlesh.",
        ("council", "denies", "60 soldiers had been killed at Orlesh"),
        ("rebel command", "asserts", "report that 60 soldiers had been killed at Orlesh"),
    ),
    (
        "The police chief, Omar Sade, described as baseless the charge that officers had beaten prisoners in Orlesh.",
        ("Omar Sade", "denies", "officers had beaten prisoners in Orlesh"),
    ),
    (
        "The ministry's statement that no shells fell on Tarnova is contradicted by footage.",
        ("ministry", "denies", "no shells fell on Tarnova"),
        ("footage", "asserts", "no shells fell on Tarnova is contradicted"),
    ),
    (
        "Asked about reports that soldiers had fired on mourners in Orlesh, the spokesman said they were lies.",
        ("unattributed reports", "hedges", "soldiers had fired on mourners in Orlesh"),
        ("spokesman", "denies", "said they were lies"),
    ),
    (
        "It is not true, the mayor said, that rebels have taken the town of Belgor.",
        ("mayor", "denies", "rebels have taken the town of Belgor"),
    ),
    (
        "It is not clear that rebels shelled Tarnova, the envoy said.",
        ("envoy", "hedges", "rebels shelled Tarnova"),
    ),
    (
        "There is no truth in the story that our fighters looted the mill at Tarnova, a rebel spokesman said.",
        ("rebel spokesman", "denies", "our fighters looted the mill at Tarnova"),
    ),
    (
        "Reports that 30 people had died in Orlesh could not be confirmed.",
        ("unattributed reports", "hedges", "30 people had died in Orlesh"),
        ("", "hedges", "Reports that 30 people had died in Orlesh could not be confirmed"),
    ),
    (
        "Rumours that the garrison at Kasta had surrendered proved false.",
        ("unattributed reports", "hedges", "the garrison at Kasta had surrendered"),
        ("", "denies", "Rumours that the garrison at Kasta had surrendered proved false"),
    ),
    (
        "The rebels' claim of having captured the barracks in Quira is doubtful.",
        ("rebels", "asserts", "having captured the barracks in Quira"),
        ("", "doubts", "The rebels' claim of having captured the barracks in Quira is doubtful"),
    ),
    (
        "The claim that the rebels had shelled the town of Dunmere has yet to be confirmed.",
        ("unattributed reports", "hedges", "the rebels had shelled the town of Dunmere"),
        ("", "hedges", "The claim that the rebels had shelled the town of Dunmere has yet to be confirmed"),
    ),
    (
        "The spokesman laughed off reports that the general had fled from Quira.",
        ("unattributed reports", "hedges", "reports that the general had fled from Quira"),
        ("spokesman", "denies", "the general had fled from Quira"),
    ),
    (
        "The rebels claimed that they had captured 40 soldiers in Quira, a claim the army dismissed.",
        ("rebels", "asserts", "they had captured 40 soldiers in Quira"),
        ("army", "denies", "claim the army dismissed"),
    ),
    (
        "The rebels said on Monday they had sunk a gunboat near Kasta, which the army denied.",
        ("rebels", "asserts", "they had sunk a gunboat near Kasta"),
        ("army", "denies", "which the army denied"),
    ),
    (
        "The mission said there was no evidence that rebels had shelled Tarnova, as the army claims.",
        ("mission", "denies", "rebels had shelled Tarnova"),
        ("mission > army", "asserts", "rebels had shelled Tarnova"),
    ),
    (
        "The commander boasted that his men held all of Tarnova. They did not, said two drivers.",
        ("commander", "asserts", "his men held all of Tarnova"),
        ("drivers", "denies", "They did not, said"),
    ),
    (
        "The rebels say they did not fire on the convoy near Selmar; the army says they did.",
        ("rebels", "denies", "they did not fire on the convoy near Selmar"),
        ("army", "asserts", "says they did"),
    ),
    (
        "We have seen nothing to substantiate the front's claim of 4 May that the town of Kasta had been taken.",
        ("front", "asserts", "the town of Kasta had been taken"),
        ("", "doubts", "nothing to substantiate the front's claim of 4 May that the town of Kasta had been taken"),
    ),
    (
        "The army announced that it had taken the town of Orlesh. The rebels scoffed.",
        ("army", "asserts", "it had taken the town of Orlesh"),
        ("rebels", "denies", "scoffed"),
    ),
    (
        "The army put the dead of Kasta at 12. We doubt that figure.",
        ("army", "asserts", "the dead of Kasta at 12"),
        ("", "doubts", "We doubt that figure"),
    ),
    (
        "The army said 12 people, not 20, had been killed in Quira.",
        ("army", "asserts", "12 people, not 20, had been killed in Quira"),
        ("army", "denies", "not 20"),
    ),
    (
        "Footage debunks the army's claim that rebels shelled Tarnova.",
        ("army", "asserts", "rebels shelled Tarnova"),
        ("", "denies", "Footage debunks the army's claim that rebels shelled Tarnova"),
    ),
    (
        'The army called the rebels\' claim that they had taken the town of Dunmere "a fairy tale".',
        ("rebels", "asserts", "claim that they had taken the town of Dunmere"),
        ("army", "denies", "they had taken the town of Dunmere"),
    ),
    (
        "The mayor does not believe the army's statement that rebels mined the road to Orlesh.",
        ("army", "asserts", "statement that rebels mined the road to Orlesh"),
        ("mayor", "doubts", "rebels mined the road to Orlesh"),
    ),
    (
        "No relief convoy has reached Kasta since 22 August.",
        ("", "denies", "No relief convoy has reached Kasta"),
    ),
    (
        "The rebels insist that they still hold the port of Belgor.",
        ("rebels", "asserts", "they still hold the port of Belgor"),
    ),
]


@pytest.mark.parametrize(
    ("text", "told"), [(text, told) for text, *told in JUDGED], ids=[row[0][:60] for row in JUDGED]
)
def test_whose_word_it_is_and_who_judges_it_are_both_told(tell, text, told):
    assert sorted(tell(text)) == sorted(told)


@pytest.mark.parametrize(
    "text",
    [
        "The army's report that the bridge at Tarnova was destroyed and that the claim was false.",
        "The army's claim that troops had shelled Tarnova was made on Monday.",
        "The army's claim that troops had shelled Tarnova was not false.",
        "Residents support the army's claim that rebels shelled Tarnova.",
        "The army announced that 20 trucks had reached Kasta. The rebels scoffed at the idea of a truce.",
    ],
)
def test_a_word_that_nobody_judges_is_told_once(tell, text):
    assert [stance for _, stance, _ in tell(text)] == ["asserts"]


# What was not done stands beside what was.
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '"We send flour, not rockets," the minister said.',
            [("minister", "asserts", "We send flour"), ("minister", "denies", "not rockets")],
        ),
        (
            "Soldiers fired on gunmen, not on civilians, the minister said.",
            [("minister", "asserts", "Soldiers fired on gunmen"), ("minister", "denies", "not on civilians")],
        ),
    ],
)
def test_what_is_set_aside_with_not_is_denied(tell, text, told):
    assert tell(text) == told


def test_who_claims_a_deed_with_a_noun_is_who_did_it(syntax):
    text = "The army's announcement that it had captured the town of Selmar was false."
    page = PageFacts(outlet="Hill Tribune", published="2019-03-14")
    capture = Capture(id="d0", sha256="d0", file="d0", media_type="text/plain", text=text, page=page)
    claims = read_document(describe_document(capture, Settings()), syntax).claims
    assert [claim.agent.head for claim in claims if claim.agent] == ["army", "army"]

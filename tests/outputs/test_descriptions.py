from dataclasses import replace

import pytest
from bridge import make_record

from sayso.model.kinds import VoiceKind
from sayso.model.resolved import Voice
from sayso.model.spans import Span
from sayso.outputs.descriptions import find_described

DESCRIBED = (
    ("They are tired, says a former army officer originally from Dunmore who deserted in June.", "a former army officer originally from Dunmore who deserted in June."),
    ("The other sergeant who has daily contact with the leaders said so.", "The other sergeant who has daily contact with the leaders "),
    ("An electrician who worked at the dam until he retired said so.", "An electrician who worked at the dam until he retired "),
    ("A retired engineer of the water company, who asked for no name, said so.", "A retired engineer of the water company, who asked for no name, "),
    ("A woman who sat in the second bus told us of it.", "A woman who sat in the second bus "),
    ("“We have nothing,” said a displaced woman sheltering in a school in Pellstadt.", "a displaced woman sheltering in a school in Pellstadt."),
    ("In Harwick, a resident who fled Dunmore and now lives in Pellstadt spoke of it.", "a resident who fled Dunmore and now lives in Pellstadt spoke of it."),
    ("A Pellstadt-based merchant who knows the family paid for them, he said.", "A Pellstadt-based merchant who knows the family paid for them, he "),
    ("A nurse working at the field clinic counted 12 dead.", "A nurse working at the field clinic counted 12 dead."),
    ("A fighter in his twenties, originally from Dunmore, said that they would stay.", "A fighter in his twenties, originally from Dunmore, "),
    ("Another villager, who was hiding in a well, heard the shots.", "Another villager, who was hiding in a well, heard the shots."),
    ("A police sergeant who deserted from the barracks in Dunmore said so.", "A police sergeant who deserted from the barracks in Dunmore "),
    ("A woman in a blue coat who had lost two sons said so.", "A woman in a blue coat who had lost two sons "),
    ("A mother of three who lost her house said so.", "A mother of three who lost her house "),
    ("A farmer whose grove lies beside the road said so.", "A farmer whose grove lies beside the road "),
    ("The local head of the relief office, who has worked there since May, said so.", "The local head of the relief office, who has worked there since May, "),
    ("A member of the council who fled the town said so.", "A member of the council who fled the town "),
    ("A captured soldier shown on state television said so.", "A captured soldier shown on state television "),
    ("The pilot, who defected with his plane to Jordan, said so.", "The pilot, who defected with his plane to Jordan, "),
    ("A trader who crosses the front line every week said so.", "A trader who crosses the front line every week "),
    ("The photographer who took the picture said the boy died.", "The photographer who took the picture "),
    ("One resident with ties to the rebels said they had left.", "One resident with ties to the rebels "),
)  # fmt: skip
NOBODY = (
    "A witness who asked not to be named said two died.",
    "A soldier who deserted last year said so.",
    "One man who was let go the same evening said that soldiers had beaten him.",
    "A resident who fled to Lebanon said shells fell.",
    "Residents who fled the town and now live in Pellstadt said rebels held it.",
    "A source close to the government said the talks had failed.",
    "An official who spoke on condition of anonymity said five people died.",
    "The president, who fled the country and lives in Moscow, said nothing.",
    "A spokesman who lives in exile said nothing.",
    "A gunman who opened fire on the crowd was killed.",
    "They find in the well a boy, and the army has left the town.",
    "The army claims to have captured the post of Dunmore, 60 km away.",
    "The gunman who fled the market was shot.",
    "The soldiers who defected in June said so.",
    "An aid worker who visited the camp said people were hungry.",
    "Ban Ki-moon, a diplomat who worked with him, urged calm.",
    "The commander who led the attack on Dunmore was killed.",
)


@pytest.mark.parametrize(("text", "told"), DESCRIBED)
def test_who_is_described_by_several_things_or_one_that_tells_alone_could_be_known(text, told):
    assert [text[first:end] for first, end in find_described(text)] == [told]


@pytest.mark.parametrize("text", NOBODY)
def test_what_many_are_describes_nobody(text):
    assert not list(find_described(text))


FIRST = "A former officer originally from Dunmore, now living in Pellstadt, said rebels hold the bridge."
LATER = "The deserted officer said two died."


def describe(text, *sources):
    """Return the record with a claim for each sentence of a text, by unnamed voices whose words are given."""
    record = make_record()
    starts = [text.index(source) for source in sources]
    sentences = [Span(0, len(FIRST)), Span(len(FIRST) + 1, len(text))]
    voices = tuple(
        Voice(key=f"v{n}", name=source.split(" ", 1)[1], kind=VoiceKind.MILITARY, is_named=False)
        for n, source in enumerate(sources)
    )
    claims = tuple(
        replace(
            record.claims[0],
            claim=replace(record.claims[0].claim, id=f"c{n}", span=span, sentence=span, source_span=Span(start, start + len(source))),
            chain=(f"v{n}",), voice=f"v{n}",
        )
        for n, (span, start, source) in enumerate(zip(sentences, starts, sources, strict=True))
    )  # fmt: skip
    documents = (replace(record.documents[0], text=text), record.documents[1])
    return replace(record, documents=documents, voices=(*record.voices, *voices), claims=claims, groups=(), conflicts=(), origins=(), links=(), control=(), figures=(), copies=())  # fmt: skip


def test_all_that_a_described_voice_says_in_that_report_is_withheld(published):
    record = describe(f"{FIRST} {LATER}", "A former officer", "The deserted officer")
    rows = published(record).tables["claims"]
    assert [(row["quote"], row["doc"]) for row in rows] == [("words withheld", None)] * 2
    assert {row["chain"][0]["name"] for row in rows} == {"former officer", "deserted officer"}


def test_what_others_say_in_that_report_is_shown(published):
    record = describe(f"{FIRST} Activists in the town said two died.", "A former officer", "Activists in the town")
    rows = published(record).tables["claims"]
    assert [row["quote"] for row in rows] == ["Activists in the town said two died.", "words withheld"]

"""What did those who report for a medium see or hear themselves ("an AFP correspondent *saw two tanks burning*")?"""

from collections.abc import Iterator

from sayso.attribution.candidates import beside
from sayso.attribution.drafts import Draft
from sayso.attribution.objects import all_after
from sayso.attribution.pages import Page
from sayso.attribution.passives import is_passive
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.staff import is_of_staff
from sayso.attribution.tags import TENSED
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

SEEN = name_rule(
    "attribution.seen", 'Somebody who reports for a medium saw or heard it ("an AFP correspondent saw two bodies").'
)


def find_sightings(page: Page) -> Iterator[Draft]:
    """Yield what somebody who reports for a medium is said to have seen or heard: a number, a deed, or the like of smoke and shots."""
    for verb in page.with_lemma(cue_words("seeing")):
        if page.parse.universal[verb] != "VERB" or page.parse.tags[verb] not in TENSED:
            continue
        subject = page.tree.child(verb, "nsubj")
        subject = beside(page, verb, -1) if subject is None else subject
        is_staff = subject is not None and subject < verb and is_of_staff(page, subject)
        if subject is None or not is_staff or is_passive(page, verb) or page.tree.is_negated(verb):
            continue
        content = all_after(page, verb)
        if any(page.parse.universal[t] in {"NUM", "VERB"} or page.lemma(t) in cue_words("seen") for t in content):
            yield Draft(
                head=verb, cue=(verb, verb + 1), lemma=page.lemma(verb), stance=Stance.ASSERTS, content=content, rule=SEEN,
                speaker=Speaker(subject, find_phrase(page, subject)),
            )  # fmt: skip

"""Which words for one thing does somebody take up to deny them ("a *tactical* retreat": "they did not retreat *tactically*")?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from sayso.linking.answers import CALLED, NO
from sayso.linking.families import DESCRIBED
from sayso.linking.gatherings import Gathering
from sayso.linking.library import Library
from sayso.linking.opposing import bodies_of
from sayso.linking.responses import Response
from sayso.linking.wording import are_alike, find_stems
from sayso.model.derivations import name_rule

DENIED_VIEW = name_rule(
    "linking.view_denied", "In one report somebody takes up the words that another has for a thing, and denies them."
)


def find_denied_views(gatherings: Sequence[Gathering], library: Library) -> Iterator[tuple[Gathering, Gathering]]:
    """Yield each description with a denial of its words by somebody else behind it, in the same report.

    A description has no day, and the denial may name no place: that they speak of one thing shows in their words.
    """
    views: dict[str, list[Gathering]] = {}
    denials: list[Gathering] = []
    for one in gatherings:
        if one.matter.family.name == DESCRIBED and one.answer.level == CALLED:
            for document in one.documents:
                views.setdefault(document, []).append(one)
        elif one.matter.family.name == DESCRIBED and one.answer.level == NO:
            denials.append(one)
    for denial in denials:
        near = {view.id: view for document in sorted(denial.documents) for view in views.get(document, ())}
        for view in near.values():
            is_by_others = bodies_of(view, library).isdisjoint(bodies_of(denial, library))
            if is_by_others and any(_answers(*pair) for pair in product(view.responses, denial.responses)):
                yield view, replace(denial, answer=replace(denial.answer, text=f"not so: {view.answer.text}"))


def _answers(view: Response, denial: Response) -> bool:
    one, other = view.resolved.claim, denial.resolved.claim
    is_behind = one.document == other.document and one.span.start < other.span.start
    return is_behind and are_alike(find_stems(view.words), find_stems(denial.words))

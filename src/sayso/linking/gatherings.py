"""What is a group in the making: one answer to one question, with the answers of claims that give it?"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sayso.lexicons import read_toml
from sayso.linking.answers import TAKEN, YES, Answer
from sayso.linking.families import FIGURES, Family
from sayso.linking.responses import ATTACKS, Response
from sayso.linking.scopes import PEOPLE
from sayso.linking.wording import read_words_of_people
from sayso.model.kinds import Basis, ClaimKind, Scope
from sayso.text.days import Run


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A question: the key that its answers share, its words, and what it is about."""

    key: str
    question: str
    family: Family
    topic: str
    place: str | None
    period: str | None
    days: Run | None

    @cached_property
    def is_figure(self) -> bool:
        """Tell whether the question asks for a number."""
        return self.family.name.startswith(FIGURES)


@dataclass(frozen=True, kw_only=True)
class Gathering:
    """A group in the making: one answer to one question with the answers of claims that give it.

    `asked` are the keys of the questions that some of them were given to, before one number was found to be another.
    A group that no new claim touches is the same thing in the next join of an open case: so what many steps ask of its
    answers is found once and kept with it.
    """

    id: str
    matter: Matter
    answer: Answer
    responses: tuple[Response, ...]
    asked: tuple[str, ...] = ()

    @cached_property
    def is_in_order(self) -> bool:
        """Tell whether its answers stand by day of publication, document and place."""
        return all(left.order <= right.order for left, right in pairwise(self.responses))

    @cached_property
    def claim_ids(self) -> tuple[str, ...]:
        """The id of the claim that gives each of its answers."""
        return tuple([response.resolved.claim.id for response in self.responses])

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The ids of its claims, in order, each once."""
        return tuple(dict.fromkeys(self.claim_ids))

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents of its claims."""
        return frozenset([response.resolved.claim.document for response in self.responses])

    @cached_property
    def bases(self) -> frozenset[Basis]:
        """How its claims are told: outright, taken for granted, or under a condition."""
        return frozenset([response.resolved.claim.basis for response in self.responses])

    @cached_property
    def place_rules(self) -> frozenset[str | None]:
        """The rules by which its claims have their places."""
        return frozenset([response.resolved.claim.place_rule for response in self.responses])

    @cached_property
    def whom(self) -> str:
        """Whom its number counts: people, for every word that means people or civilians in general."""
        whom = self.responses[0].whom
        general = (*read_toml("matters")["people"]["civilians"], *read_words_of_people())
        return PEOPLE if whom in general else whom

    @cached_property
    def is_unsaid(self) -> bool:
        """Tell whether nobody says that it is so: only under conditions, or, of a capture, only taken for granted."""
        is_capture = self.answer.level == TAKEN
        return Basis.STATED not in self.bases and (is_capture or self.bases == {Basis.CONDITIONAL})

    @cached_property
    def kinds(self) -> frozenset[ClaimKind]:
        """The kinds of its claims."""
        return frozenset([response.resolved.claim.kind for response in self.responses])

    @cached_property
    def strikers(self) -> frozenset[str]:
        """The parties that its claims say have struck."""
        told = self.responses if self.answer.level == YES and not self.kinds.isdisjoint(ATTACKS) else ()
        return frozenset([one.party for one in told if one.party and one.resolved.claim.kind in ATTACKS])

    @cached_property
    def has_part(self) -> bool:
        """Tell whether a number of it is one of a part only."""
        return any(response.is_part for response in self.responses)

    @cached_property
    def scopes(self) -> frozenset[Scope | None]:
        """What its numbers are of: an event, a count that runs on, a state."""
        return frozenset([response.scope for response in self.responses])

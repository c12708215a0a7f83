"""Which claims may leave, and which wait for a person: to be reviewed, or to be released by name?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import unquote

from sayso.lexicons import read_toml, read_words
from sayso.model.kinds import ClaimKind, Precision
from sayso.model.mentions import ActorMention, NameMention
from sayso.model.records import Record
from sayso.model.resolved import Place, ResolvedClaim
from sayso.model.spans import Span
from sayso.outputs.known_names import is_holder
from sayso.outputs.privacy import PERSON, Privacy

VIOLENT = frozenset(
    {
        ClaimKind.CLASH, ClaimKind.SHELLING, ClaimKind.AIR_STRIKE, ClaimKind.EXPLOSION, ClaimKind.TOLL, ClaimKind.SIEGE,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ClaimKind.DESTRUCTION, ClaimKind.DISPLACEMENT,
    }
)  # fmt: skip
STRIKING = frozenset(
    {
        ClaimKind.SHELLING,
        ClaimKind.AIR_STRIKE,
        ClaimKind.EXPLOSION,
        ClaimKind.DESTRUCTION,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
    }
)
_SPOTS = frozenset({Precision.POINT, Precision.DISTRICT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On which terms a record leaves.

    `unreviewed`: machine readings that nobody has looked at leave too, marked as such. `names`, `agents` and `places` are
    the reasons for which private persons, persons named as agents of violence, and places of aid and shelter may be told;
    None withholds them. `secret` is the random secret of the case; `parties` are the names that its settings give to
    parties and bodies.
    """

    unreviewed: bool = False
    names: str | None = None
    agents: str | None = None
    places: str | None = None
    secret: bytes = b""
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """The ids of the claims that do not leave, by what they wait for: a review, or a release of their own."""

    unreviewed: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """All claims that do not leave."""
        return self.unreviewed | self.agents | self.places


def hold_back(record: Record, terms: Terms) -> HeldBack:
    """Return the claims of a record that may not leave on these terms."""
    gate = _Gate(record, terms)
    return HeldBack(
        unreviewed=frozenset() if terms.unreviewed else frozenset(c.claim.id for c in record.claims if not c.reviewed),
        agents=frozenset() if terms.agents else frozenset(gate.find_agents()),
        places=frozenset() if terms.places else frozenset(c.claim.id for c in record.claims if gate.tells_refuge(c)),
    )


def count_struck(record: Record, held: HeldBack) -> int:
    """Return how many of the claims held back as telling of places of aid tell of an attack and name a medical one."""
    texts = {document.id: document.text for document in record.documents}
    attacks = (one.claim for one in record.claims if one.claim.id in held.places and one.claim.kind in STRIKING)
    return sum(bool(_medical().search(claim.around.read(texts[claim.document]))) for claim in attacks)


@dataclass(frozen=True)
class _Gate:
    """Finds what needs a release of its own."""

    record: Record
    terms: Terms

    def find_agents(self) -> Iterator[str]:
        """Yield the claims that name a person as an agent of violence, and all others whose sentence would tell his name.

        That is told where names are, and where it is that of a holder of office.
        """
        naming = [one for one in self.record.claims if self.names_agent(one)]
        told = (one.claim for one in naming if self.terms.names or self._names_holder(one))
        sentences = {(claim.document, claim.sentence) for claim in told}
        yield from (one.claim.id for one in naming)
        yield from (c.claim.id for c in self.record.claims if (c.claim.document, c.claim.sentence) in sentences)

    def names_agent(self, resolved: ResolvedClaim) -> bool:
        """Tell whether a claim says of a natural person, by name, that he did violence; holders of office too."""
        claim = resolved.claim
        if claim.kind not in VIOLENT:
            return False
        written = any(self._is_person(agent, claim.document) for agent in (claim.agent, *claim.co_agents) if agent)
        return (
            written
            or self._tells_deed(claim.document, claim.sentence)
            or any(self._privacy.is_in(name) or is_holder(name) for name in resolved.agents)
        )

    def _tells_deed(self, document: str, sentence: Span) -> bool:
        """Tell whether a sentence has the name of a person before a word for violence, whoever the claim takes to have done it."""
        text = self._texts[document]
        return any(_deed().match(text, one.span.end) for one in self._find_persons(document, sentence))

    def _names_holder(self, resolved: ResolvedClaim) -> bool:
        """Tell whether the sentence of a claim names or means a holder of office, in part of his name too."""
        persons = self._find_persons(resolved.claim.document, resolved.claim.sentence)
        return any(is_holder(name) for name in (*(one.name for one in persons), *resolved.agents))

    def _find_persons(self, document: str, sentence: Span) -> Iterator[NameMention]:
        return (one for one in self._persons.get(document, ()) if one.span.shares(sentence))

    def tells_refuge(self, resolved: ResolvedClaim) -> bool:
        """Tell whether a claim tells of a hospital, shelter, place of aid or way out, or of aid at an exact spot.

        Aid that was kept out of a quarter is at no spot in it; where it was kept waiting at a point, it may be.
        Its whole sentence counts: that leaves with it.
        """
        claim = resolved.claim
        places = [self._places[key] for key in resolved.places if key in self._places]
        words = " ".join((claim.around.read(self._texts[claim.document]), *(place.name for place in places)))
        is_spot = any(place.precision in _SPOTS for place in places)
        is_point = any(place.precision is Precision.POINT for place in places)
        is_there = is_point or claim.frame not in read_words("protected_places", "kept_out")
        return names_refuge(words) or (claim.kind in read_words("protected_places", "kinds") and is_spot and is_there)

    def _is_person(self, agent: ActorMention, document: str) -> bool:
        return any(
            mention.span.end == agent.span.end and mention.span.shares(agent.span)
            for mention in self._persons.get(document, ())
        )

    @cached_property
    def _persons(self) -> Mapping[str, list[NameMention]]:
        known = self._privacy.known
        return {
            document.id: [
                mention
                for mention in names
                if mention.label == PERSON
                and (is_holder(mention.name) or not known.is_public(mention.name, is_person=True))
            ]
            for document, names in zip(self.record.documents, self.record.names, strict=False)
        }

    @cached_property
    def _privacy(self) -> Privacy:
        return Privacy(self.record, self.terms.secret, self.terms.parties)

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {place.key: place for place in self.record.places}

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {document.id: document.text for document in self.record.documents}


def names_refuge(words: str) -> bool:
    """Tell whether words name a hospital, shelter, place of aid or way out; those of an address too.

    >>> names_refuge("https://post.example/the-field_hospital"), names_refuge("Hospitality was shown")
    (True, False)
    """
    return bool(_protected().search(_BETWEEN.sub(" ", unquote(words))))


_BETWEEN = re.compile(r"[\W_]+")


@cache
def _deed() -> re.Pattern[str]:
    """Return what tells of a deed behind the name of who did it: a word for it, after a little word and an adverb at most."""
    words = "|".join(sorted(read_words("identifying", "deeds")))
    return re.compile(rf"(?:\s+(?:has|had|have|then|also|himself|herself))?(?:\s+\w+ly)?\s+(?:{words})\b")


@cache
def _protected() -> re.Pattern[str]:
    return _any_of("places")


@cache
def _medical() -> re.Pattern[str]:
    return _any_of("medical")


def _any_of(table: str) -> re.Pattern[str]:
    words = sorted(read_toml("protected_places")[table], key=len, reverse=True)
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")

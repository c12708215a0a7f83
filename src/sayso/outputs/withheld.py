"""Which claims and documents would lead to a private person, and under which names do they leave?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.lexicons import read_toml
from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.kinds import Precision, VoiceKind
from sayso.model.records import Record
from sayso.model.resolved import ResolvedClaim, Voice
from sayso.outputs.descriptions import find_described
from sayso.outputs.persons import draw
from sayso.outputs.privacy import Privacy
from sayso.outputs.unique_roles import is_single, tells_who

WORDS_WITHHELD = "words withheld"
_ALIASES = 10**9
_WIDE = frozenset({Precision.COUNTRY, Precision.REGION})


@dataclass(frozen=True)
class Withheld:
    """What of a record leads back to a private person: such claims and documents leave without words and addresses."""

    record: Record
    privacy: Privacy
    secret: bytes

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents whose title names a private person: nothing that leaves may point to them."""
        return frozenset(one.id for one in self.record.documents if self._names_somebody(one))

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims that a private person says, or whose sentence tells of one."""
        texts = {document.id: document.text for document in self.record.documents}
        return frozenset(
            one.claim.id for one in self.record.claims if self._is_withheld(one, texts[one.claim.document])
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name under which each withheld claim or document leaves, numbered in the secret order of the case."""
        return {
            **self._number("withheld claim", self.claims),
            **self._number("withheld report", self.documents),
        }

    def _number(self, what: str, ids: Iterable[str]) -> dict[str, str]:
        ordered = sorted(ids, key=self.draw)
        return {one: f"{what} {number}" for number, one in enumerate(ordered, 1)}

    def alias(self, what: str, name: str) -> str:
        """Return a name for a row whose own is a hash of words that are withheld; it tells nothing without the secret."""
        return f"withheld {what} {draw(self.secret, f'{what} {name}') % _ALIASES}"

    def draw(self, name: str) -> tuple[int, str]:
        """Return by what a name is put into the secret order of the case."""
        return draw(self.secret, name), name

    def outlet_class(self, document: Document) -> str:
        """Return what sort of outlet published a document, without its name."""
        return CLASSES.get(self._kinds.get(document.outlet or "", VoiceKind.OUTLET), CLASSES[VoiceKind.OUTLET])

    @cached_property
    def _kinds(self) -> Mapping[str, VoiceKind]:
        return {voice.name: voice.kind for voice in self.record.voices}

    def name_outlet(self, document: Document) -> str | None:
        """Return the name of an outlet, or its sort where nobody knows whether it is one person's."""
        return self._outlet_names[document.id]

    @cached_property
    def _outlet_names(self) -> Mapping[str, str | None]:
        names = {document.outlet for document in self.record.documents if document.outlet}
        known = {name for name in names if self.privacy.is_known_outlet(name)}
        return {
            one.id: one.outlet if one.outlet is None or one.outlet in known else self.outlet_class(one)
            for one in self.record.documents
        }

    @cached_property
    def _outlets(self) -> frozenset[str]:
        outlets = {document.outlet for document in self.record.documents if document.outlet}
        return frozenset(
            name
            for voice in self.record.voices
            for name in (voice.name,)
            if not outlets.isdisjoint((name, *voice.names))
        )

    def _names_somebody(self, document: Document) -> bool:
        spans = self.privacy.spans.get(document.id, ())
        titled = document.title_span is not None and any(span.shares(document.title_span) for span in spans)
        return titled or self.privacy.is_in(document.title) or self.privacy.is_in_outlet(document.outlet)

    def _is_withheld(self, resolved: ResolvedClaim, text: str) -> bool:
        claim = resolved.claim
        if claim.document in self.documents or not self.privacy.voices.isdisjoint((*resolved.chain, resolved.voice)):
            return True
        if any(span.shares(claim.around) for span in self.privacy.spans.get(claim.document, ())):
            return True
        if self._tells_of_one(resolved) or self._is_described(resolved):
            return True
        words = claim.around.read(text)
        return self.privacy.is_in(words) or _identifies(words) or any(find_described(words))

    def _is_described(self, resolved: ResolvedClaim) -> bool:
        """Tell whether a voice without a name is one of whom its report tells elsewhere who it is."""
        heads = self._described.get(resolved.claim.document, frozenset())
        return any(_head_of(voice) in heads for key in resolved.chain if not (voice := self._voices[key]).is_named)

    @cached_property
    def _described(self) -> Mapping[str, frozenset[str]]:
        """What the voices without a name are called, by document, of whom some sentence tells who they are.

        "The former officer" and "the defected officer" of one report may be one: both go by "officer".
        """
        texts = {document.id: document.text for document in self.record.documents}
        found: dict[str, set[str]] = {}
        for one in self.record.claims:
            voice = self._voices[one.chain[-1]] if one.chain else None
            if (
                voice
                and not (voice.is_named or voice.is_public)
                and _tells_source(one.claim, texts[one.claim.document])
            ):
                found.setdefault(one.claim.document, set()).add(_head_of(voice))
        return {document: frozenset(heads) for document, heads in found.items()}

    @cached_property
    def _voices(self) -> Mapping[str, Voice]:
        return {voice.key: voice for voice in self.record.voices}

    def _tells_of_one(self, resolved: ResolvedClaim) -> bool:
        """Tell whether a claim tells of one person by his post or trade, in a place smaller than a country."""
        claim = resolved.claim
        whom = (*claim.persons, *(figure for figure in claim.figures if figure.low == figure.high == 1))
        is_close = any(self._precisions.get(key) not in _WIDE for key in resolved.places)
        return is_close and any(is_single(one.of_whom) for one in whom)

    @cached_property
    def _precisions(self) -> Mapping[str, Precision | None]:
        return {place.key: place.precision for place in self.record.places}

    def describe(self, voice: Voice) -> str:
        """Return how a voice is written: its name, its pseudonym, or its sort where the words would tell who it is."""
        if voice.is_named and voice.name in self._outlets and not self.privacy.is_known_outlet(voice.name):
            return CLASSES.get(voice.kind, CLASSES[VoiceKind.OUTLET])
        if voice.key in self.privacy.voices:
            return self.privacy.name_voice(voice)
        if voice.is_public:
            return voice.name
        if tells_who(voice.name) or not (voice.is_named or self._is_plain_sort(voice.name)):
            return voice.kind.value.replace("_", " ")
        return voice.name

    def _is_plain_sort(self, words: str) -> bool:
        """Tell whether the words for a voice without a name tell only of what sort it is."""
        is_role = not _told().isdisjoint(_WORD.findall(words.casefold()))
        return not is_role and not _identifying().search(words) and self.privacy.is_plain(words)


_WORD = re.compile(r"[^\W\d_]+")
# Where the words for a source end that follow what it says.
_END = re.compile(r"[,.;:“”\"]|$")
CLASSES: Mapping[VoiceKind, str] = {
    VoiceKind.OUTLET: "a news outlet",
    VoiceKind.AGENCY: "a news agency",
    VoiceKind.STATE_MEDIA: "state media",
    VoiceKind.NGO: "a site of an organisation",
    VoiceKind.MONITOR: "a site of a monitor",
}


def _head_of(voice: Voice) -> str:
    return voice.name.casefold().split()[-1]


def _tells_source(claim: Claim, text: str) -> bool:
    """Tell whether the words for the source of a claim, and those behind them, say who it is."""
    source, cue = claim.source_span, claim.cue_span
    if source is None:
        return False
    around = claim.around
    described = ((around.start + first, around.start + end) for first, end in find_described(around.read(text)))
    if any(first < source.end and source.start < end for first, end in described):
        return True
    ended = _END.search(text, source.end)
    end = cue.start if cue and cue.start >= source.end else ended.start() if ended else source.end
    return _identifies(text[source.start : end])


def _identifies(words: str) -> bool:
    """Tell whether words tell somebody's age or kin, or what only one is in a place."""
    return bool(_identifying().search(words)) or tells_who(words)


@cache
def _told() -> frozenset[str]:
    return frozenset(read_toml("identifying")["roles"])


@cache
def _identifying() -> re.Pattern[str]:
    kin = "|".join(map(re.escape, read_toml("identifying")["kin"]))
    owners = "|".join(map(re.escape, read_toml("identifying")["owners"]))
    posts = "|".join(map(re.escape, read_toml("identifying")["roles"]))
    roles = "|".join(map(re.escape, (*read_toml("identifying")["roles"], *read_toml("identifying")["ones"])))
    return re.compile(
        rf"(?i)\b\d{{1,3}}[- ]years?[- ]old\b|\baged \d|,\s\d{{1,3}},|\bage of \d|\b(?:{owners})\s(?:\w+\s)?(?:{kin})\b"
        rf"|\bthe\s(?:[\w-]+\s)?(?:{posts})\s(?:in|at)\s(?-i:[A-Z])"
        rf"|\b(?:an?|one|the)\s(?:[\w-]+\s)?(?:{posts})\s(?:of|from|in|at)\s(?:the|an?)\s(?-i:[a-z-]+\s){{1,5}}(?-i:[A-Z])"
        rf"|\b(?:two|three|four|five|both)\s(?:[\w-]+\s)?(?:{kin})s\b"
        rf"|\b(?:{kin})\sof\s(?:an?|one)\b|\b(?:an?|one|the)\s(?:[\w-]+\s)?(?:{roles})\s(?:from|of)\s(?-i:[A-Z])"
    )

"""Readings made by hand: articles of a few sentences with the mentions and claims that reading would find."""

import re
from dataclasses import dataclass, field

from sayso.model.attributions import Source
from sayso.model.claims import Claim, Coverage, Reading
from sayso.model.documents import DateClue, Document
from sayso.model.kinds import AnchorKind, Basis, ClaimKind, PassageKind, PlaceKind, Stance, TimexKind, VoiceKind
from sayso.model.mentions import ActorMention, GeographicName, Timex, Toponym
from sayso.model.passages import Passage
from sayso.model.spans import Span

WEEKDAYS = {"Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5, "Sunday": 6}


NOWHERE = Span(0, 0)


def timex(span=NOWHERE, anchor="document", **more):
    usual = {"kind": TimexKind.DATE, "rule": "mentions.hand", "token": 0}
    return Timex(span=span, anchor=AnchorKind(anchor), **(usual | more))


def source(name, kind="unknown", people=None, role=None):
    return Source(name=name, kind=VoiceKind(kind), people=people, role=role)


@dataclass
class Article:
    """An article; `when`, `where` and `claim` mark words of its text in reading order."""

    id: str
    text: str
    outlet: str | None = None
    clues: tuple = ()
    captions: tuple = ()
    timexes: list = field(default_factory=list)
    toponyms: list = field(default_factory=list)
    claims: list = field(default_factory=list)
    names: list = field(default_factory=list)
    speaking: list = field(default_factory=list)
    heading: str | None = None

    def span(self, words):
        start = self.text.index(words)
        return Span(start, start + len(words))

    def clue(self, kind, value, written=None):
        span = self.span(written) if written else None
        self.clues += (DateClue(kind=kind, value=value, written=written or value, span=span),)
        return self

    def when(self, words, event=None, **more):
        weekday = next((number for name, number in WEEKDAYS.items() if name in words), None)
        if weekday is not None:
            more = {"weekday": weekday} | more
        if "value" in more:
            more = {"anchor": "absolute"} | more
        if event:
            more = {"anchor": "event", "event": self.span(event), "rule": "mentions.after_event"} | more
        self.timexes.append(timex(self.span(words), **more))
        return self

    def where(self, words, name=None, kind=None, within=None):
        holder = next((i for i, toponym in enumerate(self.toponyms) if toponym.name == within), None)
        sort = PlaceKind(kind) if kind else None
        self.toponyms.append(Toponym(span=self.span(words), token=0, name=name or words, kind=sort, within=holder))
        return self

    def named(self, words, within=None):
        self.names.append(GeographicName(span=self.span(words), name=words, within=within))
        return self

    def spoken(self, words):
        self.speaking.append(self.span(words))
        return self

    def claim(self, words, kind="clash", at=(), on=None, **more):
        span = self.span(words)
        found = {
            "timex": next((t for t in self.timexes if on and t.span == self.span(on)), None),
            "toponyms": tuple(next(t for t in self.toponyms if t.name == name) for name in at),
            "time_rule": "claims.own_timex" if on else "claims.document_day",
            "place_rule": "claims.own_place",
            "frame": "hand",
            "chain": tuple(source(*words) for words in more.pop("chain", ())),
            "sentence": next(s for s in self.sentences if s.shares(span)),
        }
        if "basis" in more:
            more["basis"] = Basis(more["basis"])
        if "stance" in more:
            more["stance"] = Stance(more["stance"])
        number = len(self.claims)
        self.claims.append(
            Claim(id=f"{self.id}-{number}", document=self.id, span=span, kind=ClaimKind(kind), **(found | more))
        )
        return self

    @property
    def sentences(self):
        ends = [stop.end() for stop in re.finditer(r"\.(?= .)|(?=\n)|$", self.text)]
        starts = [0, *(end + 1 for end in ends[:-1])]
        return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))

    @property
    def reading(self):
        lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", self.text)]
        passages = tuple(
            Passage(span=line, kind=self._kind(line), sentences=tuple(s for s in self.sentences if line.holds(s)))
            for line in lines
        )
        document = Document(
            id=self.id,
            sha256=self.id,
            file=f"{self.id}.txt",
            text=self.text,
            outlet=self.outlet,
            clues=self.clues,
            captions=tuple(self.span(words) for words in self.captions),
        )
        return Reading(
            document=document,
            passages=passages,
            claims=tuple(self.claims),
            timexes=tuple(self.timexes),
            toponyms=tuple(self.toponyms),
            geographic_names=tuple(self.names),
            speaking=tuple(self.speaking),
            coverage=Coverage(sentences=len(self.sentences), with_claim=len(self.claims)),
        )

    def _kind(self, line):
        is_heading = self.heading is not None and line.read(self.text) == self.heading
        return PassageKind.HEADLINE if is_heading else PassageKind.BODY

    def actor(self, words, head=None, **more):
        return ActorMention(span=self.span(words), token=0, head=head or words.split()[-1], **more)

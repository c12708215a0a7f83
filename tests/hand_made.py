"""A case made by hand: documents of a few sentences, with claims on them, as resolution would hand them on."""

from dataclasses import dataclass, field

from sayso.linking import link_claims
from sayso.linking.copies import find_copies
from sayso.linking.library import Library
from sayso.model.claims import Claim, ClaimFigure, ControlReading, Coverage, Reading
from sayso.model.documents import Document, Furniture
from sayso.model.kinds import (
    Basis,
    Bound,
    ClaimKind,
    Extent,
    Hold,
    Measure,
    PlaceKind,
    Scope,
    Stance,
    TimeBasis,
    VoiceKind,
)
from sayso.model.mentions import Toponym
from sayso.model.resolved import DocumentDate, Period, Place, Resolution, ResolvedClaim, Voice
from sayso.model.settings import Settings
from sayso.model.spans import Span
from sayso.record import Joined, build_record

VOICES = {
    "state agency": (VoiceKind.STATE_MEDIA, "the state", "government", True),
    "state television": (VoiceKind.STATE_MEDIA, "the state", "government", True),
    "the army": (VoiceKind.MILITARY, "the state", "government", True),
    "activists": (VoiceKind.ACTIVIST, None, "opposition", False),
    "Nuri Salim": (VoiceKind.ACTIVIST, None, "opposition", True),
    "the Monitor": (VoiceKind.MONITOR, None, None, True),
    "Rebel Council": (VoiceKind.OPPOSITION, "Rebel Council", "opposition", True),
    "residents": (VoiceKind.RESIDENT, None, None, False),
    "an analyst": (VoiceKind.EXPERT, None, None, True),
    "United Nations": (VoiceKind.UN, "United Nations", None, True),
    "Wire": (VoiceKind.AGENCY, None, None, True),
    "an unnamed officer": (VoiceKind.UNNAMED_OFFICIAL, "the state", "government", False),
    "an officer": (VoiceKind.MILITARY, None, None, False),
    "outlet herald": (VoiceKind.OUTLET, "the state", None, True),
    "reports": (VoiceKind.UNKNOWN, None, None, False),
}
PLACES = {
    "Rahna": ("Tarim", PlaceKind.CITY),
    "Tarim": (None, PlaceKind.REGION),
    "Old Market": ("Rahna", PlaceKind.DISTRICT),
    "Shrine Gate": ("Rahna", PlaceKind.DISTRICT),
    "Selba": ("Tarim", PlaceKind.TOWN),
    "Zuhar": (None, PlaceKind.TOWN),
}


def control(extent="unsaid", hold="held", share=None):
    return ControlReading(extent=Extent(extent), hold=Hold(hold), share=share)


def figure(low, high=None, what="fatalities", **more):
    usual = {"of_whom": "people", "bound": "exact", "scope": "incident"}
    return {"low": low, "high": high, "what": what, **usual, **more}


@dataclass
class Case:
    """Documents and claims on them; every claim adds its words as a sentence of its document."""

    texts: dict = field(default_factory=dict)
    pages: dict = field(default_factory=dict)
    claims: list = field(default_factory=list)
    notices: dict = field(default_factory=dict)

    def document(self, name, published="2024-05-03", outlet="Daily", agencies=(), *, text="", url=None, title=None):
        self.texts[name] = f"{title}. " if title else text
        self.pages[name] = (published, outlet, agencies, url, title)
        return name

    def claim(self, document, words, kind="clash", voice=None, **more):
        if document not in self.texts:
            self.document(document)
        text = self.texts[document]
        if words in text and "again" not in more:
            start = text.index(words)
        else:
            start = len(text)
            self.texts[document] = f"{text}{words}. "
        self.claims.append((document, words, start, ClaimKind(kind), voice, more))
        return f"{document}-{len(self.claims)}"

    def readings(self):
        return [
            Reading(
                document=Document(
                    id=name,
                    sha256=name,
                    file=name,
                    text=text,
                    outlet=self.pages[name][1],
                    agencies=self.pages[name][2],
                    url=self.pages[name][3],
                    title_span=Span(0, len(self.pages[name][4])) if self.pages[name][4] else None,
                    notices=self.notices.get(name, ()),
                ),
                passages=(),
                claims=(),
                coverage=Coverage(sentences=1, with_claim=1),
            )
            for name, text in self.texts.items()
        ]

    def dates(self):
        return [
            DocumentDate(document=name, published=day, interval=(day, day) if day else None, basis=None)
            for name, (day, *_) in self.pages.items()
        ]

    def resolution(self):
        return Resolution(
            voices=tuple(
                Voice(key=key, name=key, kind=kind, institution=body, side=side, is_named=named)
                for key, (kind, body, side, named) in VOICES.items()
            ),
            places=tuple(
                Place(key=key, name=key, within=within, kind=kind, names=(key,))
                for key, (within, kind) in PLACES.items()
            ),
            claims=tuple(self._resolve(number, row) for number, row in enumerate(self.claims, 1)),
        )

    def _resolve(self, number, row):
        document, words, start, kind, voice, more = row
        relays = (voice,) if isinstance(voice, str) else tuple(voice or ())
        span = Span(start, start + len(words))
        place = more.get("place", "Rahna")
        day = more.get("day", self.pages[document][0])
        claim = Claim(
            id=f"{document}-{number}",
            document=document,
            span=span,
            sentence=self._sentence(document, more["inside"]) if "inside" in more else span,
            kind=kind,
            frame=more.get("frame", kind.value),
            agent=more.get("agent"),
            target=more.get("target"),
            toponyms=self._name(document, start, more["named"]) if "named" in more else (),
            figures=tuple(self._figure(row, start, words) for row in more.get("figures", ())),
            stance=Stance(more.get("stance", "asserts")),
            basis=Basis(more.get("basis", "stated")),
            control=more.get("control"),
            place_rule=more.get("place_rule", "claims.own_place"),
        )
        return ResolvedClaim(
            claim=claim,
            chain=relays,
            voice=relays[-1] if relays else f"outlet {document}",
            agents=more.get("agents", ()),
            targets=more.get("targets", ()),
            places=(place,) if isinstance(place, str) else tuple(place or ()),
            place_written=None,
            place_derived=None,
            period=Period(edtf=day, basis=TimeBasis(more.get("by", "document" if day else "none"))),
            stance=claim.stance,
            holder=more.get("holder"),
        )

    def _sentence(self, document, words):
        start = self.texts[document].index(words)
        return Span(start, start + len(words))

    def _name(self, document, start, name):
        at = self.texts[document].index(name, start)
        return (Toponym(span=Span(at, at + len(name)), token=0, name=name),)

    @staticmethod
    def _figure(row, start, words):
        return ClaimFigure(
            span=Span(start, start + len(words)),
            what=Measure(row["what"]),
            of_whom=row["of_whom"],
            low=row["low"],
            high=row["high"],
            bound=Bound(row["bound"]),
            scope=Scope(row["scope"]),
            by_rule=row.get("by_rule", False),
            is_part=row.get("is_part", False),
            is_additional=row.get("is_additional", False),
            in_part=row.get("in_part", False),
            is_former=row.get("is_former", False),
        )

    def link(self, judgements=()):
        return link_claims(self.resolution(), self.readings(), self.dates(), judgements)

    def record(self, judgements=(), settings=None, held=None):
        return build_record(
            Joined(
                readings=self.readings(),
                dates=self.dates(),
                held=[(held or {}).get(name, "2024-06-01T00:00:00") for name in self.texts],
                resolution=self.resolution(),
                linked=self.link(judgements),
                settings=settings or Settings(),
                judgements=judgements,
            )
        )


def group_of(linked, claim):
    """Return the group of a claim's event or holding; groups of figures come first and are passed over."""
    return [group for group in linked.groups if claim in group.members][-1]


def copies_of(*texts, furniture=(), agencies=(), outlets=()):
    documents = [
        Document(
            id=f"d{number}",
            sha256="",
            file="",
            text=text,
            agencies=agencies,
            outlet=outlets[number] if outlets else None,
            furniture=tuple(Furniture(span=Span(*span), what="footer") for doc, span in furniture if doc == number),
        )
        for number, text in enumerate(texts)
    ]
    dates = [DocumentDate(document=document.id, published=None, interval=None, basis=None) for document in documents]
    return find_copies(Library(Resolution(voices=(), places=(), claims=()), documents, dates))

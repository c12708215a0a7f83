"""A record with a row in every table, for the tests of what keeps and shows records."""

from sayso.model.claims import Claim, ClaimFigure, ControlReading, Coverage
from sayso.model.derivations import Derived, Evidence
from sayso.model.documents import Document, Problem
from sayso.model.judgements import Judgement
from sayso.model.kinds import (
    Bound,
    ClaimKind,
    ConflictKind,
    ControlBasis,
    Extent,
    Hold,
    JudgementKind,
    Measure,
    PlaceKind,
    PublicationBasis,
    RelationKind,
    Scope,
    Stance,
    Standing,
    TimeBasis,
    VoiceKind,
)
from sayso.model.records import Conflict, ControlRow, Copy, FigureRow, Group, Link, Origin, Record, Side
from sayso.model.resolved import DocumentDate, NamedPlace, Period, Place, ResolvedClaim, Voice
from sayso.model.spans import Span


def make_record() -> Record:
    """A record with a row in every table: two reports that differ on who holds a bridge."""
    texts = ("The army holds Ford bridge, it said.", "Rebels said they hold the bridge. Dozens died.")
    documents = tuple(
        Document(id=f"d{n}", sha256=f"{n}" * 64, file=f"{n}.txt", text=text, language="en", also=("x.txt",))
        for n, text in enumerate(texts)
    )
    why = Derived(
        value="2024-05-01",
        rule="record.single_origin",
        evidence=(Evidence(document="d0", span=Span(0, 8), quote="The army"),),
        inputs=(Derived(value=None, rule="dating.none"),),
    )
    claims = tuple(_resolved(n, text, why) for n, text in enumerate(texts))
    figure = FigureRow(
        id="f1", what=Measure.FATALITIES, of_whom=None, low=24.0, high=None, bound=Bound.VAGUE, scope=Scope.INCIDENT,
        place="Ford", period=None, voice="rebels", words="Dozens", claims=("c1",), by_rule=True,
    )  # fmt: skip
    control = ControlRow(
        place="Ford", date="2024-05", voice="army", holder="government", extent=Extent.WHOLE, share=None, hold=Hold.HELD,
        basis=ControlBasis.ANNOUNCED, claims=("c0",),
    )  # fmt: skip
    return Record(
        title="The bridge",
        documents=documents,
        dates=(
            DocumentDate(document="d0", published="2024-05-01", interval=("2024-05-01", "2024-05-01"), basis=PublicationBasis.STATED, derived=why),
            DocumentDate(document="d1", published=None, interval=None, basis=None),
        ),
        coverage=(Coverage(sentences=1, with_claim=1), Coverage(sentences=2, with_claim=1, silent=(Span(34, 46),))),
        held=("2024-05-02T08:00:00+00:00", "2024-05-03T08:00:00+00:00"),
        voices=(
            Voice(key="army", name="army", kind=VoiceKind.MILITARY, institution="state", names=("army", "the army")),
            Voice(key="rebels", name="rebels", kind=VoiceKind.ARMED_GROUP, is_named=False),
        ),
        places=(Place(key="ford", name="Ford", kind=PlaceKind.TOWN, latitude=1.0, longitude=-5.5),),
        toponyms=(NamedPlace(document="d0", span=Span(15, 19), derived=why, place="ford", name="Ford", latitude=1.0),),
        claims=claims,
        groups=tuple(
            Group(id=f"g{n}", question="Who holds Ford?", answer=answer, kind=ClaimKind.CONTROL_STATE, place="ford", period=None, members=(f"c{n}",), origins=(1, 1), standing=Standing.DISPUTED, standing_derived=why, matter="ford")
            for n, answer in enumerate(("government", "opposition"))
        ),
        origins=(Origin(id="o1", group="g0", name="state", claims=("c0",), reasons=(why,)),),
        conflicts=(
            Conflict(
                id="k1", question="Who holds Ford?", kinds=(ConflictKind.AGENT,), derived=why,
                sides=(
                    Side(answer="government", groups=("g0",), claims=("c0",), origins=(1, 1)),
                    Side(answer="opposition", groups=("g1",), claims=("c1",), origins=(1, 1)),
                ),
            ),
        ),
        links=(Link(kind=RelationKind.CONFLICTS, left="c0", right="c1", derived=why),),
        copies=(Copy(left="d0", right="d1", share=0.5, left_spans=((0, 4),), right_spans=((1, 5),)),),
        control=(control,),
        figures=(figure,),
        problems=(Problem(stage="intake", reason="is empty", file="e.txt"),),
        judgements=(Judgement(id="j1", kind=JudgementKind.DATE, author="Ana", reason="print", made="2024-05-04", document="d0", fields={"date": "2024-05-01"}),),
        unplaced=("j1",),
    )  # fmt: skip


def _resolved(number: int, text: str, why: Derived) -> ResolvedClaim:
    claim = Claim(
        id=f"c{number}", document=f"d{number}", span=Span(0, 12), sentence=Span(0, len(text)), kind=ClaimKind.CONTROL_STATE,
        frame="hold", derived=why,
        figures=(ClaimFigure(span=Span(1, 2), what=Measure.OTHER, of_whom=None, low=1.5, high=None, bound=Bound.AT_LEAST, scope=Scope.STATE),),
        control=ControlReading(extent=Extent.WHOLE, hold=Hold.HELD),
    )  # fmt: skip
    voice = ("army", "rebels")[number]
    return ResolvedClaim(
        claim=claim, chain=(voice,), voice=voice, agents=("army",), targets=(), places=("ford",), place_written=Span(0, 3),
        place_derived=why, period=Period(edtf="2024-05-01", basis=TimeBasis.DOCUMENT), stance=Stance.ASSERTS,
    )  # fmt: skip

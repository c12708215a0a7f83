"""How does linking grow with the claims, spread over places and days, or all of one place and day?"""

import argparse
import gc
import random
import resource
import time
from collections.abc import Mapping

from sayso.linking import link_claims
from sayso.model.claims import Claim, ClaimFigure, Coverage, Reading
from sayso.model.documents import Document
from sayso.model.kinds import Bound, ClaimKind, Measure, PlaceKind, Scope, Stance, TimeBasis, VoiceKind
from sayso.model.resolved import DocumentDate, Period, Place, Resolution, ResolvedClaim, Voice
from sayso.model.spans import Span

SMALL, LARGE, ONE_DAY = 2_000, 20_000, 10_000
CLAIMS_OF_A_DOCUMENT = 10
# Times are of the processor, and of the quickest of so many runs: what else the machine does only adds.
RUNS = 5
_KINDS = (ClaimKind.SHELLING, ClaimKind.CLASH, ClaimKind.TOLL, ClaimKind.CONTROL_CHANGE, ClaimKind.POLITICS)
_SYLLABLES = ("ka", "ro", "mi", "sel", "ta", "ven", "du", "lar", "no", "bes", "ori", "than", "pe", "gal", "shi", "mur")
_VOICES = tuple(Voice(key=f"voice {n}", name=f"voice {n}", kind=VoiceKind.MONITOR) for n in range(40))
_PLACES = tuple(Place(key=f"place {n}", name=f"place {n}", kind=PlaceKind.TOWN) for n in range(200))


def measure(_options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return the seconds for 20,000 claims, how many times as long they take as 2,000, and the peak of memory.

    The same with half of the claims on one place and day. Claims are made, each with words of its own.
    """
    spread = _time(0)
    crowded = _time(ONE_DAY)
    return {
        "seconds": round(spread[1], 2),
        "growth": round(spread[1] / spread[0], 2),
        "crowded_seconds": round(crowded[1], 2),
        "crowded_growth": round(crowded[1] / crowded[0], 2),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _time(one_day: int) -> tuple[float, float]:
    """Return the seconds for few and for many claims, `one_day` of the many (and their share of the few) on one day.

    The runs take turns: a stretch in which the machine is slow falls on both.
    """
    cases = [make_case(count, one_day * count // LARGE) for count in (SMALL, LARGE)]
    seconds: list[list[float]] = [[], []]
    # A build pauses the search for cyclic garbage while it joins, and so do we.
    gc.disable()
    for _ in range(RUNS):
        for (readings, dates, resolution), taken in zip(cases, seconds, strict=True):
            begin = time.process_time()
            link_claims(resolution, readings, dates, ())
            taken.append(time.process_time() - begin)
    gc.enable()
    return min(seconds[0]), min(seconds[1])


def make_case(count: int, crowded: int, *, seed: int = 3) -> tuple[list[Reading], list[DocumentDate], Resolution]:
    """Return `count` claims in documents of ten, the first `crowded` of them of one place and day."""
    chance = random.Random(seed)
    readings: list[Reading] = []
    dates: list[DocumentDate] = []
    claims: list[ResolvedClaim] = []
    for start in range(0, count, CLAIMS_OF_A_DOCUMENT):
        name = f"document {start:06}"
        sentences = [_sentence(chance) for _ in range(min(CLAIMS_OF_A_DOCUMENT, count - start))]
        day = f"2024-05-{1 + start // CLAIMS_OF_A_DOCUMENT % 28:02}"
        places = 0
        for number, sentence in enumerate(sentences):
            is_crowded = start + number < crowded
            when, where = ("2024-05-01", _PLACES[0]) if is_crowded else (day, chance.choice(_PLACES))
            claims.append(_claim(name, Span(places, places + len(sentence)), (when, where.key), chance))
            places += len(sentence) + 1
        document = Document(id=name, sha256=name, file=name, text=" ".join(sentences), outlet=f"outlet {start % 70}")
        readings.append(
            Reading(document=document, passages=(), claims=(), coverage=Coverage(sentences=10, with_claim=10))
        )
        dates.append(DocumentDate(document=name, published=day, interval=(day, day), basis=None))
    return readings, dates, Resolution(voices=_VOICES, places=_PLACES, claims=tuple(claims))


def _sentence(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=3)) for _ in range(9)) + "."


def _claim(document: str, span: Span, where: tuple[str, str], chance: random.Random) -> ResolvedClaim:
    kind, voice, (day, place) = chance.choice(_KINDS), chance.choice(_VOICES), where
    number = float(chance.randrange(1, 60))
    figure = ClaimFigure(
        span=Span(span.start, span.start + 6),
        what=Measure.FATALITIES,
        of_whom="people",
        low=number,
        high=number,
        bound=Bound.EXACT,
        scope=Scope.INCIDENT,
    )
    claim = Claim(
        id=f"{document}-{span.start}",
        document=document,
        span=span,
        sentence=span,
        kind=kind,
        frame=kind.value,
        figures=(figure,) if kind is ClaimKind.TOLL else (),
    )
    return ResolvedClaim(
        claim=claim,
        chain=(voice.key,),
        voice=voice.key,
        agents=(),
        targets=(),
        places=(place,),
        place_written=None,
        place_derived=None,
        period=Period(edtf=day, basis=TimeBasis.STATED),
        stance=chance.choices((Stance.ASSERTS, Stance.DENIES), (9, 1))[0],
        holder=chance.choice(("government", "opposition")),
    )

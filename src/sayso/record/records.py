"""What is the record of a case? All that the joining stages found, with standings, control and figures."""

from collections.abc import Sequence

from sayso.model.records import ControlRow, Group, Record
from sayso.model.settings import SideEntry
from sayso.record.control import find_control
from sayso.record.figures import find_figures
from sayso.record.inputs import Joined
from sayso.record.standings import Evidence, Opposed, stand
from sayso.record.voices import Names


def build_record(joined: Joined) -> Record:
    """Return the record. Documents come in the order of their ids, so that no order of taking in enters."""
    order = sorted(range(len(joined.readings)), key=lambda n: joined.readings[n].document.id)
    readings = [joined.readings[n] for n in order]
    dates = tuple(joined.dates[n] for n in order)
    resolution, linked = joined.resolution, joined.linked
    claims = tuple(sorted(resolution.claims, key=lambda one: (one.claim.document, one.claim.span, one.claim.id)))
    voices = {voice.key: voice for voice in resolution.voices}
    documents = {reading.document.id: reading.document for reading in readings}
    names = Names(documents, voices, {place.key: place for place in resolution.places})
    evidence = Evidence(
        groups=linked.groups,
        origins=linked.origins,
        conflicts=linked.conflicts,
        links=linked.links,
        claims={resolved.claim.id: resolved for resolved in claims},
        voices=voices,
        opposed=find_opposed(joined.settings.sides),
    )
    keep = joined.memory.keep
    control, figures = find_control(claims, linked.groups, dates, names), find_figures(claims, names, joined.memory)
    return Record(
        title=joined.settings.title,
        documents=tuple(documents.values()),
        dates=dates,
        coverage=tuple(reading.coverage for reading in readings),
        held=tuple(joined.held[n] for n in order),
        voices=tuple(sorted(resolution.voices, key=lambda voice: voice.key)),
        places=tuple(sorted(resolution.places, key=lambda place: place.key)),
        claims=claims,
        groups=tuple(keep((Group, one.id), one) for one in stand(evidence, joined.judgements, joined.memory)),
        origins=linked.origins,
        conflicts=linked.conflicts,
        links=linked.links,
        copies=linked.copies,
        control=tuple(
            keep((ControlRow, one.place, one.date, one.voice, one.holder, one.share), one) for one in control
        ),
        figures=figures,
        problems=(*joined.problems, *(problem for reading in readings for problem in reading.problems)),
        judgements=tuple(joined.judgements),
        toponyms=tuple(sorted(resolution.toponyms, key=lambda one: (one.document, one.span))),
        unplaced=tuple(dict.fromkeys((*resolution.unplaced, *linked.unplaced))),
        names=tuple(reading.names for reading in readings),
    )


def find_opposed(sides: Sequence[SideEntry]) -> Opposed:
    """Return the pairs of sides that the settings declare opposed, whichever of the two names the other."""
    return frozenset(frozenset({side.name, other}) for side in sides for other in side.opposed)

"""Which claims answer one question, and which go back to one origin? The whole of the stage."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.linking.answering import find_answered
from sayso.linking.conflicts import find_conflicts
from sayso.linking.copies import find_copies
from sayso.linking.decisions import judge_groups, judge_origins, read_decisions
from sayso.linking.echoes import find_echoes
from sayso.linking.groups import Gathering, gather
from sayso.linking.library import Library
from sayso.linking.notices import find_corrected
from sayso.linking.origins import find_origins
from sayso.linking.relations import find_links
from sayso.linking.replies import Reply, Turned, find_replies
from sayso.model.claims import Reading
from sayso.model.judgements import Judgement
from sayso.model.records import Group, Linked, Origin
from sayso.model.resolved import DocumentDate, Resolution, ResolvedClaim
from sayso.model.settings import Settings
from sayso.text.origins import count_origins


def link_claims(
    resolution: Resolution,
    readings: Sequence[Reading],
    dates: Sequence[DocumentDate],
    settings: Settings,  # noqa: ARG001 - every stage of the joining half is called with them
    judgements: Sequence[Judgement],
) -> Linked:
    """Return the groups of claims that answer one question alike, their origins, conflicts, links and copied text.

    Nothing depends on the order of documents: all is sorted by day of publication, id and place in the text.
    The cost grows with n log n, also when all claims speak of one place and day.
    """
    library = Library(resolution, [reading.document for reading in readings], dates)
    decisions = read_decisions(judgements)
    copies = find_copies(library)
    echoes = find_echoes(resolution.claims, copies, library)
    turned = Turned(answered=find_answered(library), corrected=find_corrected(library))
    replies = [
        reply
        for resolved in sorted(resolution.claims, key=library.order)
        if resolved.claim.id not in echoes
        for reply in find_replies(resolved, library, turned)
    ]
    gatherings = judge_groups(_repeat(gather(replies, library), echoes, library), decisions)
    found = [origin for gathering in gatherings for origin in find_origins(gathering, echoes, library)]
    origins = judge_origins(found, decisions, _unnamed(library))
    conflicts = find_conflicts(gatherings, echoes, library)
    return Linked(
        groups=_groups(gatherings, origins),
        origins=tuple(sorted(origins, key=lambda origin: (origin.group, origin.id))),
        conflicts=conflicts,
        links=find_links(gatherings, conflicts, turned.corrected, library),
        copies=copies,
        unplaced=tuple(decisions.unplaced),
    )


def _unnamed(library: Library) -> frozenset[str]:
    """Return the claims whose innermost voice has no name."""
    classes = {voice.key for voice in library.resolution.voices if not voice.is_named}
    return frozenset(one.claim.id for one in library.resolution.claims if one.chain and one.voice in classes)


def _repeat(gatherings: Sequence[Gathering], echoes: Mapping[str, str], library: Library) -> list[Gathering]:
    """Return the groups with the claims of copied text beside those they repeat."""
    by_id = {resolved.claim.id: resolved for resolved in library.resolution.claims}
    repeated: dict[str, list[ResolvedClaim]] = {}
    for echo, first in sorted(echoes.items()):
        repeated.setdefault(first, []).append(by_id[echo])
    return [_with_echoes(gathering, repeated, library) for gathering in gatherings]


def _with_echoes(gathering: Gathering, repeated: Mapping[str, Sequence[ResolvedClaim]], library: Library) -> Gathering:
    added: list[Reply] = [
        replace(reply, resolved=echo, order=library.order(echo), words=library.quote(echo))
        for reply in gathering.replies
        for echo in repeated.get(reply.resolved.claim.id, ())
    ]
    if not added:
        return gathering
    return replace(gathering, replies=tuple(sorted((*gathering.replies, *added), key=lambda reply: reply.order)))


def _groups(gatherings: Sequence[Gathering], origins: Sequence[Origin]) -> tuple[Group, ...]:
    by_group: dict[str, list[Origin]] = {}
    for origin in origins:
        by_group.setdefault(origin.group, []).append(origin)
    groups = [_group(gathering, count_origins(by_group.get(gathering.id, ()))) for gathering in gatherings]
    # Groups of figures come first, so that whoever looks a claim up ends at the group of its event.
    figures = {gathering.id for gathering in gatherings if gathering.matter.is_figure}
    return tuple(sorted(groups, key=lambda group: (group.id not in figures, group.matter, group.answer, group.id)))


def _group(gathering: Gathering, origins: tuple[int, int]) -> Group:
    return Group(
        id=gathering.id,
        question=gathering.matter.question,
        answer=gathering.answer.text,
        kind=gathering.replies[0].resolved.claim.kind,
        place=gathering.matter.place,
        period=gathering.matter.period,
        members=gathering.claims,
        origins=origins,
        matter=gathering.matter.key,
    )

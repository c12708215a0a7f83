"""Which claims answer one question, and which go back to one origin? The whole of the stage."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from sayso.linking.anchors import settle_anchors
from sayso.linking.conflicts import find_conflicts
from sayso.linking.copies import find_copies
from sayso.linking.decisions import judge_groups, judge_origins, read_decisions
from sayso.linking.dossiers import Dossier, Order
from sayso.linking.echoes import Echoes, find_echoes
from sayso.linking.gatherings import Gathering
from sayso.linking.groups import gather, put_in_order
from sayso.linking.headlines import settle_headline
from sayso.linking.library import Library
from sayso.linking.origins import find_origins
from sayso.linking.recounts import join_counts
from sayso.linking.relations import find_links
from sayso.linking.responses import Response, Told, find_responses
from sayso.linking.scopes import leave_out_place
from sayso.linking.tallies import settle_tallies
from sayso.linking.tellers import find_tellers
from sayso.model.claims import Reading
from sayso.model.judgements import Judgement
from sayso.model.records import Conflict, Group, Linked, Origin
from sayso.model.resolved import DocumentDate, Resolution, ResolvedClaim
from sayso.text.memories import Memory
from sayso.text.origins import count_origins
from sayso.text.unnamed import find_unnamed


def link_claims(
    resolution: Resolution,
    readings: Sequence[Reading],
    dates: Sequence[DocumentDate],
    judgements: Sequence[Judgement],
    memory: Memory | None = None,
) -> Linked:
    """Return the groups of claims that answer one question alike, their origins, conflicts, links and copied text.

    Nothing depends on the order of documents: all is sorted by day of publication, id and place in the text.
    The cost grows with n log n, also when all claims speak of one place and day. `memory` saves time in an open case
    and changes nothing.
    """
    library = Library(resolution, [reading.document for reading in readings], dates, memory or Memory())
    decisions = read_decisions(judgements)
    copies = find_copies(library)
    echoes = find_echoes(copies, library)
    recall = library.memory.recall
    told = [recall(_answer, dossier.document.id, dossier) for dossier in library.dossiers]
    answers: dict[str, tuple[Response, ...]] = {}
    for dossier, answered in zip(library.dossiers, told, strict=True):
        name = dossier.document.id
        repeated = echoes.get(name, ())
        answers[name] = recall(_leave_out, name, answered.responses, repeated) if repeated else answered.responses
    gathered = [put_in_order(one) for one in join_counts(gather(answers, library), library)]
    gatherings = judge_groups(_repeat(gathered, echoes, library), decisions)
    tellers = find_tellers(echoes, library)
    found = [origin for gathering in gatherings for origin in find_origins(gathering, tellers, library.memory)]
    unnamed = find_unnamed(resolution.claims, resolution.voices) if decisions.judgements else frozenset()
    origins = judge_origins(found, decisions, unnamed)
    conflicts = find_conflicts(gatherings, tellers, library)
    corrected = {claim: instead for one in told for claim, instead in one.corrected.items()}
    return Linked(
        groups=_groups(gatherings, origins, library.memory),
        origins=tuple(sorted(origins, key=lambda origin: (origin.group, origin.id))),
        conflicts=tuple(library.memory.keep((Conflict, one.id), one) for one in conflicts),
        links=find_links(gatherings, conflicts, corrected, library),
        copies=copies,
        unplaced=tuple(decisions.unplaced),
    )


def _answer(dossier: Dossier) -> Told:
    """Return what a document answers, where and when its own text sets that."""
    answered = find_responses(dossier)
    settled = settle_tallies(settle_anchors(settle_headline(answered.responses, dossier)), dossier)
    return replace(answered, responses=tuple(map(leave_out_place, settled)))


class _Echo(NamedTuple):
    """A claim of copied text, with what it is sorted by and its words."""

    resolved: ResolvedClaim
    order: Order
    words: str


def _leave_out(responses: tuple[Response, ...], repeated: tuple[tuple[str, str], ...]) -> tuple[Response, ...]:
    """Return the answers but for those that only repeat an earlier document's."""
    echoes = {echo for echo, _ in repeated}
    return tuple([response for response in responses if response.resolved.claim.id not in echoes])


def _repeat(gatherings: Sequence[Gathering], echoes: Echoes, library: Library) -> list[Gathering]:
    """Return the groups with the claims of copied text beside those they repeat."""
    recall = library.memory.recall
    found: list[tuple[str, str, _Echo]] = []
    for dossier in library.dossiers:
        repeated = echoes.get(dossier.document.id, ())
        if repeated:
            rows = recall(_list_rows, dossier.document.id, dossier)
            found += [(echo, first, rows[echo]) for echo, first in repeated]
    repeated_by: dict[str, list[_Echo]] = {}
    for _, first, row in sorted(found, key=itemgetter(0)):
        repeated_by.setdefault(first, []).append(row)
    firsts = frozenset(repeated_by)
    return [
        one if firsts.isdisjoint(one.claim_ids) else _with_echoes(one, repeated_by, library.memory)
        for one in gatherings
    ]


def _list_rows(dossier: Dossier) -> Mapping[str, _Echo]:
    return {one.claim.id: _Echo(one, dossier.order(one), dossier.quote(one)) for one in dossier.claims}


def _with_echoes(gathering: Gathering, repeated: Mapping[str, Sequence[_Echo]], memory: Memory) -> Gathering:
    echoes = tuple([tuple(repeated.get(claim, ())) for claim in gathering.claim_ids])
    return memory.recall(_add_echoes, gathering.id, gathering, echoes)


def _add_echoes(gathering: Gathering, echoes: tuple[tuple[_Echo, ...], ...]) -> Gathering:
    added = [
        replace(response, resolved=echo.resolved, order=echo.order, words=echo.words)
        for response, repeats in zip(gathering.responses, echoes, strict=True)
        for echo in repeats
    ]
    return replace(
        gathering, responses=tuple(sorted((*gathering.responses, *added), key=lambda response: response.order))
    )


def _groups(gatherings: Sequence[Gathering], origins: Sequence[Origin], memory: Memory) -> tuple[Group, ...]:
    by_group: dict[str, list[Origin]] = {}
    for origin in origins:
        by_group.setdefault(origin.group, []).append(origin)
    groups = [
        memory.recall(_group, gathering.id, gathering, tuple(by_group.get(gathering.id, ())))
        for gathering in gatherings
    ]
    # Groups of figures come first, so that whoever looks a claim up ends at the group of its event.
    figures = {gathering.id for gathering in gatherings if gathering.matter.is_figure}
    return tuple(sorted(groups, key=lambda group: (group.id not in figures, group.matter, group.answer, group.id)))


def _group(gathering: Gathering, origins: tuple[Origin, ...]) -> Group:
    return Group(
        id=gathering.id,
        question=gathering.matter.question,
        answer=gathering.answer.text,
        kind=gathering.responses[0].resolved.claim.kind,
        place=gathering.matter.place,
        period=gathering.matter.period,
        members=gathering.claims,
        origins=count_origins(origins),
        matter=gathering.matter.key,
        moves=tuple((one.resolved.claim.id, moved) for one in gathering.responses for moved in one.moves),
    )

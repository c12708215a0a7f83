"""Which pages are there, at which addresses, and what selects what each of them shows?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.web import (
    changes,
    drafting,
    drawers,
    ledgers,
    listings,
    maps,
    matrices,
    names,
    overviews,
    queues,
    reports,
    strips,
    timelines,
)
from sayso.web.desks import Desk
from sayso.web.queries import Query

Selector = Callable[[Desk, Query], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its address, its title, the template that draws it and what selects what it shows.

    `begins_group`: in the list of sections a line stands before it. `is_costly`: what it shows is worked out of the whole
    record, once.
    """

    path: str
    title: str
    template: str
    select: Selector
    is_section: bool = True
    begins_group: bool = False
    is_costly: bool = False


def _show_nothing(_desk: Desk, _query: Query) -> Mapping[str, Any]:
    return {}


# The sections lead from what is said, by way of who says it, to the work that is left.
PAGES = (
    Page(path="/", title="Overview", template="overview.html", select=overviews.show_overview),
    Page(path="/claims", title="Claims", template="claims.html", select=listings.show_claims),
    Page(path="/disputes", title="Disputes", template="disputes.html", select=listings.show_disputes),
    Page(path="/control", title="Control", template="control.html", select=strips.show_control),
    Page(path="/map", title="Map", template="map.html", select=maps.show_map, is_costly=True),
    Page(path="/figures", title="Figures", template="figures.html", select=ledgers.show_figures),
    Page(path="/matrix", title="Matrix", template="matrix.html", select=matrices.show_matrix, is_costly=True),
    Page(path="/timeline", title="Timeline", template="timeline.html", select=timelines.show_timeline),
    Page(path="/origins", begins_group=True, title="Origins", template="origins.html", select=listings.show_origins),
    Page(path="/voices", title="Voices", template="voices.html", select=names.show_voices),
    Page(path="/places", title="Places", template="places.html", select=names.show_places),
    Page(path="/documents", title="Documents", template="documents.html", select=reports.show_documents),
    Page(path="/queue", begins_group=True, title="Queue", template="queue.html", select=queues.show_queue),
    Page(path="/problems", title="Problems", template="problems.html", select=listings.show_problems),
    Page(path="/judgements", title="Judgements", template="judgements.html", select=listings.show_judgements),
    Page(path="/changes", title="Changes", template="changes.html", select=changes.show_changes),
    Page(path="/search", title="Search", template="search.html", select=listings.show_search, is_section=False),
    Page(path="/help", title="Keys and words", template="help.html", select=_show_nothing, is_section=False),
    Page(path="/claim/{id}", title="Claim", template="claim.html", select=drawers.show_claim, is_section=False),
    Page(path="/group/{id}", title="Answer", template="group.html", select=listings.show_group, is_section=False),
    Page(path="/dispute/{id}", title="Dispute", template="dispute.html", select=listings.show_dispute, is_section=False),
    Page(path="/trail/{id}", title="Where it comes from", template="trail.html", select=drawers.show_trail, is_section=False),
    Page(path="/voice/{key:path}", title="Voice", template="voice.html", select=names.show_voice, is_section=False),
    Page(path="/place/{key:path}", title="Place", template="place.html", select=names.show_place, is_section=False),
    Page(path="/document/{id}", title="Document", template="document.html", select=reports.show_document, is_section=False),
    Page(path="/document/{id}/add", title="Add a claim", template="add.html", select=drafting.show_draft, is_section=False),
    Page(path="/compare/{left}/{right}", title="Side by side", template="compare.html", select=reports.show_comparison, is_section=False),
)  # fmt: skip
SECTIONS = tuple(page for page in PAGES if page.is_section)

"""Who is said to say what in a document?"""

from sayso.attribution.according import find_according
from sayso.attribution.accounts import find_accounts, find_puts
from sayso.attribution.announced import find_announced
from sayso.attribution.asides import find_as_claimed, find_asides, part_asides
from sayso.attribution.bracketed import find_bracketed
from sayso.attribution.chains import Chains
from sayso.attribution.citations import find_citations
from sayso.attribution.continuations import find_backshifted, find_continuations
from sayso.attribution.corroborated import find_corroborated
from sayso.attribution.drafts import Draft
from sayso.attribution.enclosed import find_enclosed
from sayso.attribution.excerpts import find_excerpts
from sayso.attribution.gapped_numbers import part_numbers
from sayso.attribution.headlines import find_clipped, find_colons
from sayso.attribution.interviews import find_answers
from sayso.attribution.lone_quotations import find_lone
from sayso.attribution.nouns import find_nouns
from sayso.attribution.opened import find_opened
from sayso.attribution.others import part_others
from sayso.attribution.pages import Page
from sayso.attribution.paragraph_credits import credit_paragraphs
from sayso.attribution.passives import find_hedged, find_passives, find_quoted
from sayso.attribution.pictured import find_pictured
from sayso.attribution.plain_speakers import find_plain_speakers
from sayso.attribution.quotations import spread_quotations
from sayso.attribution.quoted_deeds import find_quoted_deeds
from sayso.attribution.relays import find_way
from sayso.attribution.retellings import find_retellings
from sayso.attribution.sightings import find_sightings
from sayso.attribution.tails import find_tails, without_tails
from sayso.attribution.tallies import find_tallies
from sayso.attribution.turns import find_signed, find_turns
from sayso.attribution.verbs import find_verbs
from sayso.model.attributions import Attributions
from sayso.model.claims import Layers


def find_attributions(layers: Layers) -> Attributions:
    """Return all acts of saying of a document, with the chain of sources of each and the innermost of each token.

    The words of a source and its cue belong to whoever relates them: the outer source, or the outlet. The
    outlet itself stands in no chain.
    """
    page = Page(layers)
    drafts = _merge(
        [
            *find_quoted(page),
            *find_asides(page),
            *find_verbs(page),
            *find_announced(page),
            *find_turns(page),
            *find_signed(page),
            *find_passives(page),
            *find_according(page),
            *find_accounts(page),
            *find_puts(page),
            *find_tallies(page),
            *find_pictured(page),
            *find_sightings(page),
            *find_plain_speakers(page),
            *find_excerpts(page),
            *find_nouns(page),
            *find_colons(page),
            *find_clipped(page),
            *find_tails(page),
            *find_hedged(page),
            *find_bracketed(page),
            *find_as_claimed(page),
        ]
    )
    drafts = part_asides(page, part_numbers(page, part_others(page, without_tails(page, drafts))))
    drafts.extend(find_citations(page, drafts))
    drafts.extend(list(find_corroborated(page, drafts)))
    drafts = spread_quotations(page, [find_way(page, draft) for draft in drafts])
    drafts.extend(find_quoted_deeds(page, drafts))
    drafts.extend(find_opened(page, drafts))
    drafts.extend(find_lone(page, drafts))
    drafts.extend(find_answers(page, drafts))
    drafts.extend(find_continuations(page, drafts))
    drafts.extend(find_backshifted(page, drafts))
    drafts.extend(find_enclosed(page, drafts))
    drafts.extend(find_retellings(page, drafts))
    return credit_paragraphs(page, Chains(page, drafts).build())


def _merge(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts in reading order, the first finder winning where two read the same words as cue."""
    taken: set[int] = set()
    kept = []
    for draft in drafts:
        if not taken.isdisjoint(range(*draft.cue)):
            continue
        taken.update(range(*draft.cue))
        kept.append(draft)
    return sorted(kept, key=lambda draft: draft.cue)

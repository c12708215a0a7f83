"""Of which event type is a snippet of news? The type of the claim that it leads with."""

import argparse
from collections.abc import Iterator, Mapping

from bench.gold_data import Row, score_rows
from bench.records import Article, read_case
from sayso.model.claims import Claim
from sayso.model.kinds import Basis, ClaimKind, Stance
from sayso.model.records import Record
from sayso.model.resolved import ResolvedClaim
from sayso.model.settings import Settings
from sayso.pipeline import Parser
from sayso.syntax import load_syntax

# The gold's word for each sub-event type.
LABELS: Mapping[str, str] = {
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Agreement": "AGREEMENT",
    "Air/drone strike": "AIR_STRIKE",
    "Armed clash": "ARMED_CLASH",
    "Arrests": "ARREST",
    "Attack": "ATTACK",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Chemical weapon": "CHEM_WEAP",
    "Disrupted weapons use": "DISR_WEAP",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Grenade": "GRENADE",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Mob violence": "MOB_VIOL",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Peaceful protest": "PEACE_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Sexual violence": "SEX_VIOL",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Suicide bomb": "SUIC_BOMB",
    "Violent demonstration": "VIOL_DEMONSTR",
}
# Where a snippet tells of several events the narrower type names it: an attack told with its weapon, a protest with
# what became of it. A type that is not listed comes between the two lists.
NARROW = (
    "Suicide bomb",
    "Chemical weapon",
    "Grenade",
    "Sexual violence",
    "Abduction/forced disappearance",
    "Excessive force against protesters",
    "Protest with intervention",
    "Violent demonstration",
    "Mob violence",
    "Disrupted weapons use",
)
WIDE = ("Arrests", "Armed clash", "Attack", "Peaceful protest")


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return weighted and micro F1 over the types of ACLED (subtask 1 of the gold)."""
    syntax = load_syntax()
    scores = score_rows(options.gold, options.out, lambda row: predict(row, syntax))["subtask1"]
    return {"weighted": scores["weighted"], "micro": scores["micro"], "macro": scores["macro"]}


def predict(row: Row, syntax: Parser) -> Row:
    """Return the type of a snippet in the format of the scorer."""
    record = read_case(Article(id=row["doc_id"], text=row["text"]), Settings(), syntax).record
    return {"doc_id": row["doc_id"], "label": LABELS.get(find_type(record) or "")}


def find_type(record: Record) -> str | None:
    """Return the narrowest sub-event type that the claims of a record report, of equal ones the first told.

    What is only taken for granted, or moves forces without saying more, comes last.
    """
    claims = [claim for claim in _told(record) if claim.claim.sub_event in LABELS]
    lead = min((claim.claim for claim in claims), key=_rank, default=None)
    return lead.sub_event if lead else None


def _rank(claim: Claim) -> tuple[bool, bool, int]:
    name = claim.sub_event or ""
    breadth = -1 if name in NARROW else 1 + WIDE.index(name) if name in WIDE else 0
    return (
        claim.basis is Basis.PRESUPPOSED,
        claim.kind is ClaimKind.ADVANCE and name != "Headquarters or base established",
        breadth,
    )


def _told(record: Record) -> Iterator[ResolvedClaim]:
    for claim in record.claims:
        if claim.stance is not Stance.DENIES and claim.claim.kind is not ClaimKind.FORECAST:
            yield claim

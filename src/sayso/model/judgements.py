"""What did a person decide? One line of `judgements.jsonl`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.model.kinds import JudgementKind
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision by a named person. `id` is the beginning of the hash of the line; `previous` chains the hashes.

    A reading (accept, edit, reject, add) names document, span, quote, claim kind and the claim's id; `was` is
    the machine's answer then and `fields` what it should say. A date names the document and `fields["date"]`.
    A merge or split names in `fields` what ("voice", "place", "group", "origin") and the `names` concerned.
    A voice that is a private person is named like one that is merged; `read` says that its author read the document to
    its end. An assessment gives grounds in `reason` and claim ids in `fields["evidence"]`. `undoes` is the id of the
    judgement that an undo takes back.
    """

    id: str
    kind: JudgementKind
    author: str
    reason: str
    made: str
    document: str | None = None
    claim: str | None = None
    span: Span | None = None
    quote: str | None = None
    claim_kind: str | None = None
    was: Mapping[str, object] = field(default_factory=dict)
    fields: Mapping[str, object] = field(default_factory=dict)
    undoes: str | None = None
    previous: str = ""
    hash: str = ""

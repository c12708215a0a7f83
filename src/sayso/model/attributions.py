"""Who is said to say what? Source, cue and content, and the chain of sources."""

from dataclasses import dataclass

from sayso.model.kinds import Stance, VoiceKind
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Somebody who is said to say: the words here, and who that is within this document.

    `span` is None when nobody is named ("it has been reported"). `name` is the fullest name or description
    the document gives, without article, status words and titles ("Abu Rami", "activists", "Western diplomat");
    `kind` what sort of voice; `people` the country or nationality the words give; `rule` how the name was
    found (own words, or the reference rule).
    """

    name: str
    kind: VoiceKind
    span: Span | None = None
    people: str | None = None
    role: str | None = None
    rule: str = "attribution.own_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of saying. `chain` runs from the outermost source to the innermost, the outlet left out.

    `content` are the spans of what is said, in reading order; `channel` is what carried it ("Internet",
    "statement", "interview"). `stance` is that of the cue alone: a verb of denial denies its content.
    `parent` is the index of the attribution this one stands inside. `cue_lemma` is the word of saying.
    """

    chain: tuple[Source, ...]
    cue: Span | None
    cue_lemma: str
    content: tuple[Span, ...]
    stance: Stance = Stance.ASSERTS
    channel: str | None = None
    parent: int | None = None
    is_quoted: bool = False
    rule: str = "attribution.subject_verb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributions:
    """All acts of saying of a document, and for every token the index of its innermost one.

    `of_token[i]` is None where the outlet itself speaks; `quoted[i]` tells whether the token stands between
    quotation marks.
    """

    items: tuple[Attribution, ...]
    of_token: tuple[int | None, ...]
    quoted: tuple[bool, ...]

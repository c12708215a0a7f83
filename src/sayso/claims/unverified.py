"""What does a report say could not be checked? "Could not be independently verified", "it was not clear who fired"."""

from collections.abc import Iterator, Sequence

from sayso.claims.replies import Reply, make_reply
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene, words
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import NOT_CORE, Basis, Stance

UNVERIFIED = name_rule(
    "claims.unverified", "Somebody says that what was reported before could not be checked or known."
)
DOUBTED = name_rule("claims.own_doubt", "The report itself doubts what was told before; it answers that claim.")
CHECKING, CHECKED = words("checking"), words("checked")
KNOWN, UNKNOWN, ASKING = words("known"), words("unknown"), words("asking")
ABLE, UNABLE = words("able"), words("unable")
COUNTED, SPOKEN = words("checked_counts"), words("checked_statements")
NO_WORDS, DOUBTING = words("no_words"), words("doubting")
FARTHEST = 6


def find_unverified(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a hedging claim for each statement that a report could not be checked, or that it is not known who did it.

    It has the kind, place and time of the claim among its own words, else of the last one before it, not more
    than a few sentences back.
    """
    for token, universal in enumerate(scene.parse.universal):
        if universal in VERBAL and scene.lemma(token) in CHECKING:
            head = _find_unable(scene, token)
        elif universal == "ADJ" and scene.lemma(token) in KNOWN | UNKNOWN:
            head = token if _is_unknown(scene, token) else None
        else:
            continue
        if head is not None and not _is_left_unsaid(scene, head):
            yield from _answer(scene, token, head, claims)


def find_own_doubts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a doubting claim of the report itself for each "we doubt that figure", of what was told before."""
    for token, universal in enumerate(scene.parse.universal):
        if universal not in VERBAL or scene.lemma(token) not in DOUBTING or scene.tree.is_negated(token):
            continue
        subject, doubted = scene.tree.child(token, "nsubj"), scene.tree.child(token, "obj", "ccomp")
        is_ours = subject is not None and scene.parse.words[subject].casefold() in {"we", "i"}
        if not is_ours or doubted is None or scene.is_quoted(token) or _voice(scene, token) is not None:
            continue
        is_word = scene.parse.universal[doubted] == "PRON" or not CHECKED.isdisjoint(scene.forms(doubted))
        answered = _find_before(scene, token, claims) if is_word else None
        if answered is not None:
            span = scene.tree.span([min(token, subject or token), token, *scene.tree.subtree(doubted)])
            reply = Reply(span=span, stance=Stance.DOUBTS, chain=(), cue=None, frame="denial", rule=DOUBTED)
            yield make_reply(scene, reply, answered)


def _is_left_unsaid(scene: Scene, head: int) -> bool:
    """Tell whether somebody is only said not to have said so: "repeated it *without noting* that it could not be verified"."""
    clauses = (head, *scene.tree.ancestors(head))
    return any(scene.lemma(c) == "without" for clause in clauses for c in scene.tree.children(clause, "mark", "case"))


def _find_unable(scene: Scene, token: int) -> int | None:
    """Return the head of the clause in which a checking fails: the verb itself, or "able" over it."""
    tree = scene.tree
    head = scene.parse.heads[token]
    if tree.is_relation(token, "xcomp", "advcl", "csubj", "ccomp") and scene.lemma(head) in ABLE:
        is_unable = scene.lemma(head) in UNABLE or tree.is_negated(head) or _checks_nothing(scene, token)
        return head if is_unable and _has_matter(scene, token) else None
    can = any(scene.lemma(c) in ABLE for c in tree.children(token, "aux"))
    fails = (tree.is_negated(token) and (can or tree.is_passive(token))) or (can and _checks_nothing(scene, token))
    return token if fails and _has_matter(scene, token) else None


def _checks_nothing(scene: Scene, token: int) -> bool:
    """Tell whether the negation stands in what is checked: "could confirm none of it"."""
    return any(scene.lemma(t) in NO_WORDS for t in scene.tree.children(token, "obj"))


def _has_matter(scene: Scene, token: int) -> bool:
    """Tell whether what fails to be checked is a report: a word for one, a pronoun, or a clause."""
    matters = scene.tree.children(token, "obj", "nsubj:pass", "ccomp", "csubj")
    return any(
        scene.parse.universal[t] in VERBAL | {"PRON", "ADJ"} or not (CHECKED | NO_WORDS).isdisjoint(scene.forms(t))
        for t in matters
    )


def _is_unknown(scene: Scene, token: int) -> bool:
    """Tell whether something is said not to be known: "it was not clear who had fired", "it is unclear whether"."""
    tree = scene.tree
    if tree.child(token, "cop") is None or (scene.lemma(token) in KNOWN and not tree.is_negated(token)):
        return False
    asked = tree.children(token, "csubj", "ccomp", "advcl", "xcomp")
    return any(scene.lemma(t) in ASKING for clause in asked for t in tree.subtree(clause)[:3])


def _answer(scene: Scene, token: int, head: int, claims: Sequence[Claim]) -> Iterator[Claim]:
    tree = scene.tree
    left_out = frozenset({"conj", "parataxis", "punct"} | ({"advcl"} if scene.lemma(token) in CHECKING else set()))
    tokens = [t for t in tree.subtree(head, without=left_out) if t >= _first(scene, head)]
    span = tree.span(tokens)
    inside = [c for c in claims if span.holds(c.span) and c.kind not in NOT_CORE]
    answered = inside[0] if inside else _find_before(scene, token, claims)
    if answered is None or any(c.stance is Stance.HEDGES for c in inside):
        return
    item = _voice(scene, token)
    yield make_reply(
        scene,
        Reply(
            span=span,
            stance=Stance.HEDGES,
            chain=item.chain if item else (),
            cue=item.cue if item else None,
            frame="unverified",
            rule=UNVERIFIED,
            is_quoted=scene.is_quoted(token),
        ),
        answered,
    )


def _first(scene: Scene, head: int) -> int:
    """Return where the words begin: at the auxiliary, or at a subject that only points ("it")."""
    subject = scene.tree.child(head, "nsubj", "expl")
    starts = [head, *scene.tree.children(head, "aux", "cop", "advmod")]
    if subject is not None and scene.parse.universal[subject] == "PRON":
        starts.append(subject)
    return min(starts)


def _voice(scene: Scene, token: int) -> Attribution | None:
    number = scene.cue_at.get(token, scene.item_of(token))
    return None if number is None else scene.layers.attributions.items[number]


def _find_before(scene: Scene, token: int, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that a word means: the last one before it, a few sentences back at most.

    A "figure" is the last claim with a number, a "statement" the first of the claims its source made there; a place among the
    words ("the claim about the mill") is that of the claim.
    """
    first = scene.parse.sentences[max(0, scene.tree.sentence(token) - FARTHEST)][0]
    earliest, here = scene.parse.starts[first], scene.parse.starts[token]
    before = [c for c in claims if earliest <= c.span.start and c.span.end <= here]
    fit = [c for c in before if c.kind not in NOT_CORE and c.basis is Basis.STATED]
    named = {scene.toponym_at[t].name for t in scene.tree.subtree(token) if t > token and t in scene.toponym_at}
    fit = [c for c in fit if any(place.name in named for place in c.toponyms)] or fit
    last = max(fit, key=lambda claim: claim.span, default=None)
    matters = {f for t in scene.tree.children(token, "obj", "nsubj:pass") for f in scene.forms(t)}
    if matters & COUNTED:
        return max((c for c in fit if c.figures), key=lambda claim: claim.span, default=last)
    if last is not None and last.chain and matters & SPOKEN:
        return min(
            (c for c in claims if c.chain == last.chain and c in fit), key=lambda claim: claim.span, default=last
        )
    return last

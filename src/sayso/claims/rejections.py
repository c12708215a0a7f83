"""Which few words turn down, or doubt, what was said before without a verb of denying? "Not so", "that is a lie", "called it staged"."""

from dataclasses import dataclass

from sayso.claims.scenes import Scene, words
from sayso.model.attributions import Attribution
from sayso.model.kinds import Stance
from sayso.model.spans import Span, hull

UNTRUE, DUBIOUS, TRUE, HARDLY = words("untrue"), words("dubious"), words("true"), words("hardly")
# What is called untrue: a report, or what only points to it.
TOLD = words("announced") | words("accounts") | words("charged") | words("checked_counts") | words("recordings")
POINTING = frozenset({"PRON", "DET", "AUX", "PART", "ADV", "ADP", "CCONJ", "SCONJ", "INTJ"})
LONGEST = 9
CLOSING = frozenset({'"', "”", "’", "'"})
NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "hardly"})


@dataclass(frozen=True, slots=True)
class Rejection:
    """How somebody holds to what was said before, and the words that say so."""

    stance: Stance
    span: Span


def find_rejection(scene: Scene, item: Attribution) -> Rejection | None:
    """Return how the words of somebody who is not said to deny turn down what was said before; None where they do not.

    Of a quotation of several sentences the first is read. All its words must be of that: a report, what points to one, and the
    word for what it is ("the claim is a complete fabrication").
    """
    told = _first_sentence(scene, item)
    if item.stance is not Stance.ASSERTS or not told or len(told) > LONGEST:
        return None
    stance = _judge(scene, told)
    return None if stance is None else Rejection(stance, _words(scene, item, told))


def _words(scene: Scene, item: Attribution, told: list[int]) -> Span:
    """Return the words with the quotation mark that closes them."""
    span = scene.parse.span(told[0], told[-1] + 1)
    closing = scene.parse.span(told[-1], min(told[-1] + 2, len(scene.parse)))
    is_marked = closing.read(scene.layers.document.text)[-1] in CLOSING
    return hull((span, closing)) if is_marked and any(s.holds(closing) for s in item.content) else span


def _first_sentence(scene: Scene, item: Attribution) -> list[int]:
    tokens = [t for span in item.content for t in scene.tokens(span) if scene.parse.universal[t] != "PUNCT"]
    return [t for t in tokens if scene.tree.sentence(t) == scene.tree.sentence(tokens[0])]


def _judge(scene: Scene, told: list[int]) -> Stance | None:
    forms = {t: frozenset(scene.forms(t)) for t in told}
    judged = [t for t in told if forms[t] & (UNTRUE | DUBIOUS | TRUE)]
    negated = any(scene.parse.words[t].casefold() in NEGATIONS for t in told)
    own = {t for t in told if forms[t] & (TOLD | HARDLY) or scene.parse.universal[t] in POINTING or t in judged}
    qualifying = {t for t in told if scene.parse.universal[t] == "ADJ" and scene.parse.heads[t] in own}
    if own | qualifying != set(told):
        return None
    if not judged:
        return Stance.DENIES if negated and _is_left_out(scene, told) else None
    word = forms[judged[-1]]
    if word & TRUE:
        return Stance.DENIES if negated else Stance.DOUBTS if _is_hardly(forms, told) else None
    if negated:
        return None
    return Stance.DENIES if word & UNTRUE else Stance.DOUBTS


def _is_left_out(scene: Scene, told: list[int]) -> bool:
    """Tell whether only a helping verb denies what it leaves out: "they are not", "it did not"."""
    universals = [scene.parse.universal[t] for t in told]
    return set(universals) == {"PRON", "AUX", "PART"} and universals[0] == "PRON"


def _is_hardly(forms: dict[int, frozenset[str]], told: list[int]) -> bool:
    """Tell whether something is "hard to believe"."""
    return any(forms[t] & HARDLY for t in told)

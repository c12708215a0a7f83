"""Do short words reject what was said before? "Nonsense", "that is not true", "they have not", "rejected the claim"."""

from dataclasses import replace

from sayso.claims.definites import is_definite
from sayso.claims.scenes import Scene, words
from sayso.model.attributions import Attribution
from sayso.model.kinds import SAID, Stance

# Bare words of rejecting are no longer than this.
LONGEST_BARE = 7
FALSE, TRUE, OPPOSITE, TOO_MANY = (words(name) for name in ("falsehoods", "truths", "opposites", "exaggerations"))
# Words that judge a deed as well as a report: only "the *claim* is absurd" says that it is not so.
JUDGING, WISHING = words("judging"), words("wishing")
# "The claim is hard to believe."
HARD, BELIEVING = words("hard"), words("believing")
# "Scoffed at the idea of a truce" turns down the truce.
IDEAS = words("ideas")
# What somebody has said, and what it may be called beside; words that only point to it, or help to deny it.
TOLD = words("told_things") | words("checked") | words("announced") | words("charged")
POINTING, DENYING = words("pointing_back"), words("bare_denying")
_PARTIES = frozenset({"force", "org", "state", "person"})
_CLAUSAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN", "VERB", "NUM"})


def find_rejection(scene: Scene, item: Attribution) -> Stance | None:
    """Return how somebody rejects what was said before in words of his own, None where his words do not.

    Either he calls it false ("called the claim nonsense"), not true or the contrary of what is so, or he repeats no more of it
    than a pronoun and a helping verb ("it has not", "we never did that"). Who calls a number too high doubts it.
    """
    if item.stance not in SAID:
        return None
    tokens = _tokens(scene, item)
    said = [scene.parse.words[token].casefold() for token in tokens]
    if not 0 < len(said) <= LONGEST_BARE or not _is_about_what_was_said(scene, tokens):
        return None
    lemmas = {scene.lemma(token) for token in tokens}
    is_negated = not DENYING.isdisjoint(said)
    is_hard = not HARD.isdisjoint(said) and not BELIEVING.isdisjoint(lemmas)
    if (is_hard or not TOO_MANY.isdisjoint({*said, *lemmas})) and not is_negated:
        return Stance.DOUBTS
    is_judged = not JUDGING.isdisjoint({*said, *lemmas}) and not TOLD.isdisjoint({*said, *lemmas})
    is_false = (is_judged or not FALSE.isdisjoint({*said, *lemmas})) and not is_negated
    is_bare = set(said) <= POINTING | DENYING and _leaves_out(scene, tokens)
    is_untrue = is_negated and (not TRUE.isdisjoint(said) or is_bare) and not _is_wished(scene, tokens)
    if is_false or is_untrue or not OPPOSITE.isdisjoint(said):
        return Stance.DENIES if item.stance is Stance.ASSERTS else Stance.DOUBTS
    return None


def affirms(scene: Scene, item: Attribution) -> bool:
    """Tell whether words only say again, with a pronoun and a helping verb, what another denied: "they did", "it has"."""
    tokens = _tokens(scene, item)
    said = [scene.parse.words[token].casefold() for token in tokens]
    is_helped = any(scene.parse.universal[t] == "AUX" or scene.lemma(t) == "do" for t in tokens[-1:])
    is_pronoun = len(tokens) == len(("they", "did")) and scene.parse.universal[tokens[0]] == "PRON"
    return is_pronoun and is_helped and set(said) <= POINTING


def _leaves_out(scene: Scene, tokens: list[int]) -> bool:
    """Tell whether the verb is left out, or only points back: "it has not", "we never did that"; "we have nothing" has its own."""
    verbs = [scene.lemma(t) for t in tokens if scene.parse.universal[t] == "VERB"]
    return all(verb in {"do", "happen"} for verb in verbs)


def _is_wished(scene: Scene, tokens: list[int]) -> bool:
    """Tell whether something is only judged: "it should not be so"."""
    return any(scene.parse.tags[t] == "MD" and scene.lemma(t) in WISHING for t in tokens)


def cut_first_sentence(scene: Scene, item: Attribution) -> Attribution:
    """Return a saying with no more of its content than the first sentence of it."""
    if not item.content:
        return item
    tokens = scene.tokens(item.content[0])
    first = next((t for t in tokens if scene.parse.universal[t] != "PUNCT"), tokens.start)
    last = next((end for start, end in scene.parse.sentences if start <= first < end), tokens.stop)
    is_longer = len(item.content) > 1 or last < tokens.stop
    return replace(item, content=(scene.parse.span(first, min(last, tokens.stop)),)) if is_longer else item


def points_back(scene: Scene, item: Attribution) -> bool:
    """Tell whether what is rejected was said before: a word for somebody's word, a pronoun, or a deed taken for known.

    A minister who is dismissed, an offer or a budget that is rejected was not. A clause that names nobody and no place is of
    the deed told before ("denied having been there").
    """
    tokens = _tokens(scene, item)
    heads = [t for t in tokens if scene.parse.heads[t] not in tokens or scene.parse.heads[t] == t]
    if any(scene.lemma(t) in IDEAS and scene.tree.oblique(t, "of") is not None for t in heads):
        return False
    if not tokens or (any(_is_word_for_it(scene, t) for t in heads) and _calls_it_nothing(scene, tokens)):
        return True
    if any(scene.lemma(t) in TOLD for head in heads for t in scene.tree.children(head, "obj")):
        return True
    if all(_is_clause(scene, t) for t in heads) and not any(_names_other(scene, t) for t in tokens):
        return True
    return any("act" in scene.classes(t) and is_definite(scene, t) for t in tokens)


def _calls_it_nothing(scene: Scene, tokens: list[int]) -> bool:
    """Tell whether what is meant is rejected, and not only a name for it: "would not call *it a massacre*"."""
    is_pointing = any(
        scene.parse.universal[t] == "PRON" and scene.parse.relations[t] in {"obj", "nsubj"} for t in tokens
    )
    named = [t for t in tokens if scene.parse.universal[t] == "NOUN" and not _is_word_for_it(scene, t)]
    return not is_pointing or all(FALSE & {scene.lemma(t), scene.parse.words[t].casefold()} for t in named)


def _tokens(scene: Scene, item: Attribution) -> list[int]:
    return [t for span in item.content for t in scene.tokens(span) if scene.parse.universal[t] != "PUNCT"]


def _is_about_what_was_said(scene: Scene, tokens: list[int]) -> bool:
    """Tell whether nothing else is named: "called the election a farce" rejects no claim."""
    known = TOLD | FALSE | JUDGING | TRUE | OPPOSITE | TOO_MANY | BELIEVING | POINTING | DENYING
    named = [t for t in tokens if scene.parse.universal[t] in _NAMING]
    return all(known & {scene.lemma(t), scene.parse.words[t].casefold()} for t in named)


def _is_word_for_it(scene: Scene, token: int) -> bool:
    return bool((TOLD | POINTING) & {scene.lemma(token), scene.parse.words[token].casefold()})


def _names_other(scene: Scene, token: int) -> bool:
    """Tell whether a word names a party or a place: then a deed of its own is told."""
    is_noun = scene.parse.universal[token] in {"NOUN", "PROPN"}
    return token in scene.toponym_at or (is_noun and not _PARTIES.isdisjoint(scene.classes(token)))


def _is_clause(scene: Scene, token: int) -> bool:
    return scene.parse.universal[token] in _CLAUSAL or scene.tree.child(token, "cop") is not None

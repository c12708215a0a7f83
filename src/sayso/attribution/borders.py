"""Where does what is said begin and end?"""

from sayso.attribution.pages import Page
from sayso.attribution.tags import FINITE, PRESENT
from sayso.attribution.words import cue_verbs, cue_words, role_words

_BACKSHIFTED = frozenset({"had", "would", "could", "might"})
_NARROW = (frozenset({"quote"}), frozenset({"that"}))
_NEAR = 9
_EDGES = frozenset({",", ":", ";", "-", "--", "—", "–", "."})


def find_limit(page: Page, verb: int) -> int:
    """Return where the sentence ends, or where a clause coordinated with the verb of saying begins."""
    _, last = page.sentence(verb)
    for child in page.tree.children(verb, "conj"):
        if child > verb and page.parse.universal[child] in {"VERB", "AUX", "ADJ", "NOUN"} and not is_more(page, child):
            inside = [t for t in page.tree.subtree(child) if t > verb]
            last = min(last, min(inside, default=last))
    return last


def is_more(page: Page, child: int) -> bool:
    """Tell whether a clause that the parse coordinates with the verb of saying is said too.

    It opens with "that", or has no subject and is put back in time ("said ... and *had* not left", "say that men
    came, *burnt* the house"), or is the first verb behind the one of saying, whose clause the parse has cut in two
    ("said the army and its allies *would* leave").
    """
    if not page.tree.is_relation(child, "conj"):
        return False
    is_backshifted = any(page.word(c) in _BACKSHIFTED for c in page.tree.children(child, "aux"))
    has_subject = page.tree.child(child, "nsubj", "csubj") is not None
    tag = page.parse.tags[page.parse.heads[child]]
    is_earlier = tag in PRESENT and page.parse.tags[child] == "VBD"
    if opens_with_that(page, child) or _is_first_verb(page, page.parse.heads[child], child):
        return True
    return (is_earlier or (is_backshifted and tag == "VBD")) and not has_subject and not is_cue(page, child)


def _is_first_verb(page: Page, verb: int, child: int) -> bool:
    """Tell whether only nouns without a comma stand between a verb of saying and the verb that goes with their last."""
    subject = page.tree.child(child, "nsubj")
    if page.lemma(verb) not in cue_words("sure") or subject is None or subject < verb:
        return False
    own = {child, *page.tree.children(child, "aux")}
    between = [t for t in range(verb + 1, child) if t not in own]
    is_bare = all(page.parse.universal[t] not in {"VERB", "AUX", "PUNCT"} for t in between)
    return is_bare and any(page.parse.heads[t] == verb and page.tree.is_relation(t, "obj", "iobj") for t in between)


def goes_elsewhere(page: Page, clause: int) -> bool:
    """Tell whether somebody else says a clause that the parse hangs on a verb of saying ("X said, *but* Y said ...", "X said *and* Y ...")."""
    opener = min((t for t in page.tree.subtree(clause) if not page.is_mark(t)), default=clause)
    is_apart = opener > 0 and (page.parse.words[opener - 1] == "," or opener - 1 == page.parse.heads[clause])
    is_joined = page.parse.universal[opener] == "CCONJ" and is_apart
    return is_joined and is_cue(page, clause) and page.tree.child(clause, "nsubj") is not None


def opens_with_that(page: Page, clause: int) -> bool:
    """Tell whether a clause opens with "that"."""
    return any(page.word(c) == "that" for c in page.tree.children(clause, "mark"))


def cut_at_participle(page: Page, first: int, last: int) -> int:
    """Return where the content ends: before a participle of saying ("..., *adding* that"), which goes on for the speaker."""
    for token in range(first + 1, last):
        if page.parse.tags[token] == "VBG" and is_cue(page, token, full=True) and _stands_free(page, token):
            return token
        if _opens_other_saying(page, token) or _opens_check(page, token) or _says_on(page, first, token):
            return token
    return last


def _opens_other_saying(page: Page, token: int) -> bool:
    """Tell whether a word opens a clause that sets another act of saying against this one (", *while* X said", "*as* X said ...")."""
    if token in page.quotation_at:
        return False
    if page.word(token) == "as" and page.tree.is_relation(token, "mark"):
        other = page.parse.heads[token]
        ends = max(page.tree.subtree(other)) >= page.sentence(token)[1] - 2
        return ends and is_cue(page, other, full=True) and page.tree.child(other, "nsubj") is not None
    if page.word(token) not in cue_words("contrasting"):
        return False
    is_apart = page.parse.words[token - 1] == "," or page.tree.is_relation(token, "mark")
    return is_apart and is_cue(page, page.parse.heads[token], full=True)


def _says_on(page: Page, first: int, token: int) -> bool:
    """Tell whether "and" joins a further act of saying to the cue, not to what is said ("said it would order a check *and warned* ...")."""
    if page.word(token) not in {"and", "but"} or token in page.quotation_at:
        return False
    verb = token + 1
    verb += verb + 1 < page.sentence(token)[1] and page.parse.universal[verb] == "ADV"
    return (
        page.parse.tags[verb] == "VBD"
        and first <= page.parse.heads[verb] < token
        and find_saying_before(page, verb) is not None
    )


def find_saying_before(page: Page, verb: int) -> int | None:
    """Return the cue whose speaker says on by a verb that the parse joins to what is said; None where that is said too.

    The verb is in the plain past and has no subject, while what is said before it is in the present or lies ahead.
    """
    joined = page.parse.heads[verb]
    is_joined = page.tree.is_relation(verb, "conj") and page.parse.tags[verb] == "VBD" and joined < verb
    if not is_joined or not is_cue(page, verb, full=True) or page.tree.child(verb, "nsubj") is not None:
        return None
    own = {joined, *page.tree.children(joined, "aux", "cop")}
    outer = page.parse.heads[joined]
    is_said = page.tree.is_relation(joined, "ccomp") and outer < joined and is_cue(page, outer)
    return outer if is_said and any(page.parse.tags[t] in {"MD", *PRESENT} for t in own) else None


def _opens_check(page: Page, token: int) -> bool:
    """Tell whether a word behind a comma opens what nobody could check of this: the narrator says so (", *but* this could not be verified")."""
    if page.word(token) not in cue_words("checking") or page.word(token - 1) != "," or token in page.quotation_at:
        return False
    behind = range(token + 1, min(token + _NEAR, page.sentence(token)[1]))
    verb = next((t for t in behind if page.parse.universal[t] == "VERB"), None)
    if verb is None or page.parse.tags[verb] != "VBN" or page.lemma(verb) not in cue_words("checked"):
        return False
    is_beyond = any(page.word(t) in {"not", "n't", "n’t", "never"} for t in range(token, verb))
    return is_beyond and any(page.word(t) in {"be", "been"} for t in range(token, verb))


def _stands_free(page: Page, token: int) -> bool:
    """Tell whether a participle hangs on no preposition, verb or text before it ("by saying", "kept saying", "reports saying")."""
    before = page.parse.universal[token - 1]
    if page.parse.heads[token] == token - 1 and page.lemma(token - 1) in role_words("documents"):
        return False
    return (
        before not in {"ADP", "SCONJ", "AUX", "DET", "PART"}
        and page.tree.child(token, "aux") is None
        and token not in page.quotation_at
        and page.parse.relations[token].split(":")[0] in {"acl", "advcl", "xcomp", "ccomp", "conj"}
    )


def behind_that(page: Page, verb: int, limit: int) -> frozenset[int]:
    """Return what stands behind a "that" near the verb, or a "how" right behind it, where the parse has lost the clause."""
    if not any("clause" in row.takes for row in cue_verbs().get(page.lemma(verb), ())):
        return frozenset()
    for token in range(verb + 1, min(verb + _NEAR, limit - 2)):
        if _opens_clause(page, verb, token):
            return trim(page, range(token + 1, cut_at_participle(page, token + 1, limit)))
        above = page.parse.heads[token]
        is_of_text = page.parse.tags[token] == "VBN" and verb < above < token and is_channel(page, above)
        if page.parse.universal[token] in {"VERB", "AUX"} and not is_of_text:
            return frozenset()
    return frozenset()


def _opens_clause(page: Page, verb: int, token: int) -> bool:
    """Tell whether a noun follows "that", or a "how" right behind the verb ("recalled *how* gunmen came"; not "how many")."""
    behind = page.parse.universal[token + 1]
    is_how = page.word(token) == "how" and token == verb + 1 and behind not in {"ADJ", "ADV"}
    return (is_how or page.word(token) == "that") and behind not in {"PUNCT", "VERB", "AUX"}


def whole_sentence(page: Page, sentence: int) -> frozenset[int]:
    """Return the tokens of a sentence without the mark that ends it."""
    first, last = page.parse.sentences[sentence]
    return frozenset(t for t in range(first, last) if t < last - 1 or not page.is_mark(t))


def is_cue(page: Page, token: int, *, full: bool = False) -> bool:
    """Tell whether a word is itself a verb of saying, `full` if it needs no quotation marks or "that" to be one."""
    rows = cue_verbs().get(page.lemma(token), ()) if page.parse.universal[token] == "VERB" else ()
    return any(not full or row.takes not in _NARROW for row in rows)


def is_channel(page: Page, token: int) -> bool:
    """Tell whether a noun is a way of saying ("statement", "Internet")."""
    return page.lemma(token) in cue_words("channels") or page.word(token) in cue_words("channels")


def is_quoted(page: Page, tokens: frozenset[int]) -> bool:
    """Tell whether most of the tokens stand between quotation marks."""
    return bool(tokens) and 2 * sum(t in page.quotation_at for t in tokens) > len(tokens)


def has_finite_verb(page: Page, tokens: frozenset[int]) -> bool:
    """Tell whether the tokens hold a verb with a tense."""
    return any(page.parse.tags[t] in FINITE for t in tokens)


def trim(page: Page, tokens: range | list[int]) -> frozenset[int]:
    """Return the tokens without punctuation at their ends; quotation marks and brackets stay."""
    kept = sorted(tokens)
    while kept and page.parse.words[kept[0]] in _EDGES:
        kept = kept[1:]
    while kept and page.parse.words[kept[-1]] in _EDGES:
        kept = kept[:-1]
    return frozenset(kept) if any(not page.is_mark(t) for t in kept) else frozenset()

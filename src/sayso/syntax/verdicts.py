"""Of what is it said that it is false? "The army's claim that troops took the town was false": of the claim."""

from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicons import read_toml, read_words
from sayso.lexicons.verdicts import read_verdicts
from sayso.model.kinds import Stance
from sayso.model.parses import Parse
from sayso.syntax.sayings import sayings
from sayso.text.trees import Tree

NAMING, WORDS, LINKING = (read_words("verdicts", key) for key in ("naming", "nouns", "linking"))
DENYING = frozenset(word for word, stance in read_verdicts("done").items() if stance is Stance.DENIES)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE = frozenset({"det", "nmod", "compound", "amod", "flat", "nummod", "case"})
_STOPS = frozenset({";", ":", ".", "?", "!", "—", "–"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """A noun for somebody's word, where what it tells opens, the finite verb of the verdict on it and the head of that."""

    noun: int
    opener: int
    verb: int
    head: int


def mend_verdicts(parse: Parse) -> Parse:
    """Return the parse in which a noun for somebody's word is the subject of the verdict behind the clause that it tells.

    The model often gives the verdict to a noun inside that clause, which then loses its object, or to half of its date.
    """
    parse = _mend_turned_down(_mend_called(_mend_found(_mend_told(_mend_owned(_mend_dates(parse))))))
    told = (t for t, lemma in enumerate(parse.lemmas) if lemma.casefold() in WORDS and parse.universal[t] == "NOUN")
    tree = Tree(parse)
    for noun in told:
        found = _find_verdict(tree, noun)
        if found is not None:
            tree = Tree(_mend(tree, found))
    return tree.parse


@cache
def _read_judging() -> frozenset[str]:
    return frozenset(word for part in ("called", "done", "not_done") for word in read_verdicts(part))


def _mend_dates(parse: Parse) -> Parse:
    """Return the parse in which a day and the month behind it are one date: "on 12 *March* was verified" has no March that was."""
    heads, relations = list(parse.heads), list(parse.relations)
    months = frozenset(read_toml("time")["months"])
    for month in range(1, len(parse)):
        day = month - 1
        is_date = (
            parse.words[day].isdigit()
            and len(parse.words[day]) <= len("31")
            and parse.words[month].casefold() in months
        )
        if (
            is_date
            and relations[month].startswith("nsubj")
            and relations[day].startswith(("obl", "nmod"))
            and heads[day] < day
        ):
            heads[month], relations[month] = heads[day], relations[day]
            heads = [month if head == day else head for head in heads]
            heads[day], relations[day] = month, "nummod"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _mend_owned(parse: Parse) -> Parse:
    """Return the parse in which a word right behind a possessive is a noun: "the rebels' *claim* that" is no verb."""
    universal, tags, relations = list(parse.universal), list(parse.tags), list(parse.relations)
    for token in range(1, len(parse)):
        is_owned = parse.tags[token - 1] == "POS" and parse.relations[parse.heads[token - 1]] == "nmod:poss"
        is_word = parse.lemmas[token].casefold() in WORDS and parse.tags[token] in {"VBP", "VB", "VBZ"}
        if is_owned and is_word and parse.heads[parse.heads[token - 1]] == token:
            universal[token], tags[token] = "NOUN", "NNS" if parse.tags[token] == "VBZ" else "NN"
            told = {t for t, head in enumerate(parse.heads) if head == token and relations[t] == "ccomp"}
            relations = ["acl" if t in told else relation for t, relation in enumerate(relations)]
    return replace(parse, universal=tuple(universal), tags=tuple(tags), relations=tuple(relations))


def _mend_told(parse: Parse) -> Parse:
    """Return the parse in which a clause is of the word right before its "that", and of no noun further before: "nothing to support the *report that*"."""
    heads, relations = list(parse.heads), list(parse.relations)
    for that in range(1, len(parse)):
        noun, clause = that - 1, parse.heads[that]
        is_told = parse.lemmas[noun].casefold() in WORDS and parse.words[that].casefold() == "that"
        is_loose = parse.relations[clause].startswith("acl") and parse.heads[clause] < noun < clause
        if is_told and is_loose and parse.universal[noun] == "NOUN":
            heads[clause], relations[clause] = noun, "acl"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _mend_turned_down(parse: Parse) -> Parse:
    """Return the parse in which "The council *dismissed* as lies the report that ..." is a sentence, and no council that reports."""
    tree, heads, relations = Tree(parse), list(parse.heads), list(parse.relations)
    for number in range(len(parse.sentences)):
        noun = tree.root(number)
        subject = None if noun is None else tree.child(noun, "nsubj")
        if noun is None or subject is None or parse.lemmas[noun].casefold() not in WORDS:
            continue
        verb = next((t for t in tree.children(subject, "acl") if subject < t < noun and _turns_down(tree, t)), None)
        if verb is not None and tree.child(noun, "cop") is None:
            heads[verb], relations[verb] = verb, "root"
            heads[subject], relations[subject] = verb, "nsubj"
            heads[noun], relations[noun] = verb, "obj"
            for token in tree.children(noun):
                heads[token] = verb if parse.universal[token] == "PUNCT" else heads[token]
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _turns_down(tree: Tree, verb: int) -> bool:
    is_past = tree.parse.tags[verb] in {"VBD", "VBN"}
    return is_past and tree.parse.lemmas[verb].casefold() in DENYING


def _mend_found(parse: Parse) -> Parse:
    """Return the parse in which it is the word that somebody "found ... *to be unfounded*", and nothing in what it tells."""
    tree, heads, relations = Tree(parse), list(parse.heads), list(parse.relations)
    for token in range(2, len(parse)):
        is_called = parse.words[token - 2].casefold() == "to" and parse.lemmas[token - 1].casefold() == "be"
        if not is_called or not {parse.lemmas[token].casefold(), parse.words[token].casefold()} & _read_judging():
            continue
        nouns = [t for t in tree.ancestors(token) if parse.lemmas[t].casefold() in WORDS and t < token]
        verb = parse.heads[nouns[-1]] if nouns else token
        if verb < token and parse.lemmas[verb].casefold() in NAMING and nouns[-1] > verb:
            heads[token], relations[token] = verb, "xcomp"
            relations[nouns[-1]] = "obj"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _mend_called(parse: Parse) -> Parse:
    """Return the parse in which it is the word that somebody "called ... *a lie*", and nothing in what it tells."""
    tree, heads, relations = Tree(parse), list(parse.heads), list(parse.relations)
    for verb in range(len(parse)):
        if parse.lemmas[verb].casefold() not in NAMING or parse.universal[verb] != "VERB":
            continue
        words = (t for t in tree.children(verb, "obj") if parse.lemmas[t].casefold() in WORDS)
        noun = next((t for t in words if tree.child(t, "acl") is not None), None)
        last = (
            max((t for t in tree.subtree(noun) if parse.universal[t] != "PUNCT"), default=None)
            if noun is not None
            else None
        )
        if last is None or not _is_judging(parse, last) or tree.case(last) is not None:
            continue
        begin = min(t for t in tree.subtree(last) if parse.universal[t] != "PUNCT")
        if parse.words[begin].casefold() in {"a", "an"} or parse.universal[begin - 1] == "PUNCT":
            heads[last], relations[last] = verb, "xcomp"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _find_verdict(tree: Tree, noun: int) -> _Verdict | None:
    parse = tree.parse
    first, last = parse.sentences[tree.sentence(noun)]
    opener = _find_opener(tree, noun, last)
    if opener is None or not _is_subject_place(tree, noun, first):
        return None
    end = next((t for t in range(opener, last) if _ends(parse, t)), last)
    finite = [t for t in range(opener + 1, end) if parse.tags[t] in _FINITE or _links(tree, t)]
    # The first verb behind "that" is of what is told.
    behind = finite[1:] if parse.words[opener].casefold() == "that" else finite
    found = ((t, _find_head(tree, t)) for t in behind if _stands_free(parse, t))
    verb, head = next(((t, head) for t, head in found if head is not None), (None, None))
    if verb is None or head is None or _has_own_subject(tree, head, opener):
        return None
    is_sound = parse.heads[noun] == head and not any(opener < t < verb for t in tree.children(head))
    return None if is_sound else _Verdict(noun=noun, opener=opener, verb=verb, head=head)


def _links(tree: Tree, token: int) -> bool:
    """Tell whether a verb that links a word to what it is called was taken for a participle: "rumours that he fled *proved* false"."""
    parse = tree.parse
    is_linking = parse.tags[token] == "VBN" and parse.lemmas[token].casefold() in LINKING
    return is_linking and tree.child(token, "aux", "aux:pass") is None


def _ends(parse: Parse, token: int) -> bool:
    """Tell whether a sentence goes on to something else: behind a semicolon, or a comma and "although" or "but"."""
    is_next = parse.words[token] == "," and parse.universal[token + 1 : token + 2] in {("SCONJ",), ("CCONJ",)}
    return parse.words[token] in _STOPS or is_next


def _find_opener(tree: Tree, noun: int, last: int) -> int | None:
    """Return the "that" or "to" right behind the noun, or behind its "of 9 March" or "by the army"."""
    parse = tree.parse
    for token in range(noun + 1, last):
        word = parse.words[token].casefold()
        if word == "that" and parse.universal[token] in {"SCONJ", "PRON"}:
            return token
        if word == "to" and parse.words[token + 1 : token + 2] == ("have",):
            return token
        if word == "of" and parse.tags[token + 1 : token + 2] == ("VBG",):
            return token
        if parse.universal[token] not in {"ADP", "DET", "NUM", "NOUN", "PROPN", "ADJ", "PART"}:
            return None
    return None


def _is_subject_place(tree: Tree, noun: int, first: int) -> bool:
    """Tell whether a noun stands where a subject does: at the head of a sentence, behind a comma or "that", or behind "says"."""
    parse = tree.parse
    begin = noun
    while begin > first and (parse.heads[begin - 1] == noun or tree.is_below(begin - 1, noun)):
        begin -= 1
    before = begin - 1
    if before < first or parse.universal[before] in {"PUNCT", "SCONJ", "CCONJ"}:
        return True
    return parse.lemmas[before].casefold() in sayings("clause") or parse.universal[before] == "ADV"


def _stands_free(parse: Parse, verb: int) -> bool:
    """Tell whether no pronoun or "and" right before a verb gives it a subject of its own."""
    return parse.words[verb - 1].casefold() == "there" or parse.universal[verb - 1] not in {
        "PRON",
        "CCONJ",
        "SCONJ",
        "PUNCT",
    }


def _find_head(tree: Tree, verb: int) -> int | None:
    """Return the head of a verdict: the verb itself, or what it is an auxiliary or copula of."""
    parse = tree.parse
    head = parse.heads[verb] if tree.is_relation(verb, "aux", "cop") else verb
    is_told = any(_is_judging(parse, t) for t in tree.children(head, "xcomp", "obj", "advcl", "nmod"))
    if not is_told and parse.lemmas[head].casefold() in read_verdicts("not_done"):
        is_told = "not" in map(str.casefold, parse.words[verb : head + 1])
    elif not is_told:
        is_told = _is_judging(parse, head)
    is_linked = head != verb or parse.lemmas[verb].casefold() in LINKING or _is_judging(parse, verb)
    return head if is_told and is_linked and head >= verb else None


def _is_judging(parse: Parse, token: int) -> bool:
    return not {parse.lemmas[token].casefold(), parse.words[token].casefold()}.isdisjoint(_read_judging())


def _has_own_subject(tree: Tree, head: int, opener: int) -> bool:
    """Tell whether a verdict has a subject that nothing in the clause before it could have lost."""
    if any(t > opener for t in tree.children(head, "mark")):
        return True
    subject = next((t for t in tree.children(head, "nsubj", "csubj") if t > opener), None)
    if subject is None:
        return False
    before = [t for t in range(opener + 1, subject) if tree.parse.universal[t] == "VERB"]
    return not before or tree.parse.universal[subject] == "PRON"


def _mend(tree: Tree, found: _Verdict) -> Parse:
    parse = tree.parse
    heads, relations = list(parse.heads), list(parse.relations)
    noun, head = found.noun, found.head
    inside = range(found.opener, found.verb)
    clause = next(
        (t for t in inside if parse.universal[t] in {"VERB", "AUX"} and not tree.is_relation(t, "aux", "cop")), None
    )
    stolen = [t for t in tree.children(head, "nsubj", "csubj") if t in inside]
    if clause is None or head in inside:
        return parse
    # What stands above the word and its verdict, in the sentence around them.
    top = _find_top(tree, noun, head)
    above, relation = parse.heads[top], parse.relations[top]
    is_root = above == top
    for token in (t for t in range(*parse.sentences[tree.sentence(noun)]) if t not in inside and t != head):
        if heads[token] in {*inside, noun} and token > head:
            heads[token] = head
    for token in (t for t in inside if parse.relations[t] == "expl" and heads[t] in {found.verb, head}):
        heads[token], relations[token] = clause, "advmod"
    for token in stolen:
        heads[token] = clause
        relations[token] = "obl" if tree.case(token) else "obj"
    heads[clause], relations[clause] = noun, "acl"
    heads[noun] = head
    relations[noun] = "nsubj:pass" if tree.child(head, "aux:pass") is not None else "nsubj"
    heads[head], relations[head] = (head, "root") if is_root else (above, relation)
    for token in tree.children(noun):
        if token > head:
            heads[token] = head
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _find_top(tree: Tree, noun: int, head: int) -> int:
    """Return the highest token of the noun, the clause it tells and the verdict on it."""
    parse = tree.parse
    top = noun
    while parse.heads[top] != top and noun < parse.heads[top] <= head:
        top = parse.heads[top]
    return top

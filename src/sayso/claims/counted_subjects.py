"""Which number is the subject of a verb although the parse has it as something else?

"*Around 200 families* remain", "30 were killed and *2,000* forced from their homes".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.lexicons import read_toml, read_words
from sayso.model.mentions import Figure, Mentions
from sayso.model.parses import Parse
from sayso.text.trees import Tree

# What a parser takes a hedged phrase for.
ASIDE = ("obl", "advmod", "nmod", "dep", "obl:unmarked", "advcl", "fixed")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer")
OPENING = frozenset({"PUNCT", "CCONJ", "SCONJ"})
PARTICIPLES = frozenset({"VBN", "VBD"})
JOINED = frozenset({"VERB", "ADJ", "NUM"})
FILLERS = read_words("measures", "fillers")
# What people do and nobody does to them: "12 were killed and 40 fled".
GOING = read_words("measures", "going")
ALL = read_words("measures", "all_of_them")
# The dead and the hurt told in one breath are one report, joined later.
HURTING = frozenset(w for name in ("fatalities", "injured") for w in read_toml("measures")["measures"][name])


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A token that hangs on another one than the parse says."""

    token: int
    head: int
    relation: str


def mend_counted_subjects(parse: Parse, mentions: Mentions) -> Parse:
    """Return the parse with numbers as the subjects of the verbs that say what befell those counted.

    Parsers take what stands behind "around", "between" or "more than" for a place or a comparison; where the verb
    has no other subject and the phrase opens its clause, it is the subject. A bare number behind "and" with a
    participle after it has that for its verb, as if "were" stood between them. And a phrase that the parse left
    without a verb has the finite one that it hung on the phrase; one that it hung on the day before it has the verb
    right behind; and one that stands behind the object of a participle goes on with that object.
    """
    tree = Tree(parse)
    days = frozenset(timex.token for timex in mentions.timexes)
    changes: list[Change] = []
    for figure in mentions.figures:
        changes += _find_hedged(parse, tree, figure)
        changes += _find_gapped(parse, tree, figure)
        changes += _find_left(parse, tree, figure, days)
        changes += _find_dated(parse, tree, figure, days)
        changes += _find_strayed(parse, tree, figure)
    if not changes:
        return parse
    heads, relations = list(parse.heads), list(parse.relations)
    for change in changes:
        heads[change.token], relations[change.token] = change.head, change.relation
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _find_gapped(parse: Parse, tree: Tree, figure: Figure) -> Iterator[Change]:
    """Yield the changes that give a bare number the participle behind it: "were killed and *2,000 forced* from home"."""
    number = figure.token
    last = parse.sentences[tree.sentence(number)][1]
    verb = number + 1
    while verb < last and parse.lemmas[verb].casefold() in FILLERS:
        verb += 1
    before = parse.heads[number]
    is_bare = figure.counted is None or number < figure.counted < verb
    is_joined = tree.is_relation(number, "conj") and before < number and parse.universal[before] in JOINED
    over = next((t for t in (before, *tree.ancestors(before)) if parse.universal[t] == "VERB"), before)
    if not (is_bare and is_joined) or verb >= last or parse.tags[verb] not in PARTICIPLES:
        return
    is_own = parse.heads[verb] in {number, before, over} and tree.child(verb, "obj", *SUBJECTS) is None
    word = parse.lemmas[verb].casefold()
    if not is_own or word in HURTING or parse.words[verb].casefold() in HURTING:
        return
    yield Change(token=number, head=verb, relation="nsubj" if word in GOING else "nsubj:pass")
    yield Change(token=verb, head=over, relation="conj")
    yield from (Change(token=joint, head=verb, relation="cc") for joint in tree.children(number, "cc"))


def _find_left(parse: Parse, tree: Tree, figure: Figure, days: frozenset[int]) -> Iterator[Change]:
    """Yield the changes that give a phrase without a verb its own: "*20 people* yesterday lost their lives".

    The parse made a clause on the phrase of it, for the sake of a day or of "all of them" that stands between.
    """
    noun = figure.counted
    if noun is None or parse.heads[noun] != noun:
        return
    verb = next((c for c in tree.children(noun, "acl") if c > noun), None)
    subject = None if verb is None else tree.child(verb, "nsubj", "nsubj:pass")
    if verb is None or subject is None or not noun < subject < verb:
        return
    is_day = subject in days
    is_all = parse.words[subject].casefold() in ALL and parse.words[subject - 1] == ","
    if not (is_day or is_all):
        return
    is_passive = tree.child(verb, "aux:pass") is not None
    yield Change(token=verb, head=verb, relation="root")
    yield Change(token=noun, head=verb, relation="nsubj:pass" if is_passive else "nsubj")
    yield Change(token=subject, head=verb if is_day else noun, relation="obl:unmarked" if is_day else "appos")


def _find_dated(parse: Parse, tree: Tree, figure: Figure, days: frozenset[int]) -> Iterator[Change]:
    """Yield the change that makes a phrase the subject of the verb right behind it: "on Wednesday *two aircraft* bombed it"."""
    noun = figure.counted
    if noun is None or tree.is_relation(noun, *SUBJECTS) or noun + 1 >= len(parse) or parse.tags[noun + 1] != "VBD":
        return
    first = next((t for t in range(figure.token, -1, -1) if parse.starts[t] <= figure.span.start), figure.token)
    is_behind_day = first > 0 and any(t in days for t in (first - 1, noun - 1, *tree.children(noun)) if t < first)
    if is_behind_day and tree.child(noun + 1, *SUBJECTS) is None:
        if parse.heads[noun + 1] == noun:
            above = noun + 1 if parse.heads[noun] == noun else parse.heads[noun]
            yield Change(token=noun + 1, head=above, relation=parse.relations[noun])
        yield Change(token=noun, head=noun + 1, relation="nsubj")
        yield from (Change(token=c, head=noun + 1, relation="obl") for c in tree.children(noun) if c < first)


def _find_strayed(parse: Parse, tree: Tree, figure: Figure) -> Iterator[Change]:
    """Yield the change that joins a phrase to the object it goes on with: "killing Oran Sel, a guard, and *two others*"."""
    noun = figure.token if figure.counted is None else figure.counted
    above = parse.heads[noun]
    if (
        not tree.is_relation(noun, "conj")
        or parse.universal[above] != "VERB"
        or tree.child(noun, *SUBJECTS) is not None
    ):
        return
    verb = next((t for t in range(figure.token - 1, above, -1) if parse.universal[t] == "VERB"), None)
    harmed = None if verb is None or parse.tags[verb] != "VBG" else tree.child(verb, "obj")
    words = frozenset() if verb is None else {parse.lemmas[verb].casefold(), parse.words[verb].casefold()}
    if harmed is not None and not HURTING.isdisjoint(words):
        yield Change(token=noun, head=harmed, relation="conj")


def _find_hedged(parse: Parse, tree: Tree, figure: Figure) -> Iterator[Change]:
    """Yield the changes that make a hedged phrase the subject of the verb behind it."""
    first = next((t for t in range(figure.token, -1, -1) if parse.starts[t] <= figure.span.start), figure.token)
    start = parse.sentences[tree.sentence(figure.token)][0]
    counted = figure.token if figure.counted is None else figure.counted
    is_of = "of" in parse.words[figure.token + 1 : counted]
    noun = figure.token if is_of else counted
    is_opening = first == start or parse.universal[first - 1] in OPENING
    if first == figure.token or not is_opening or parse.universal[first] in {"NUM", "DET"}:
        return
    top, below = noun, [noun]
    while parse.heads[top] != top and parse.universal[parse.heads[top]] != "VERB":
        top = parse.heads[top]
        below.append(top)
    verb = parse.heads[top]
    inside = all(first <= token <= noun for token in below)
    subject = tree.child(verb, *SUBJECTS)
    # "Close to 200" with "close" as the subject, or no subject at all.
    is_missed = tree.is_relation(top, *ASIDE) if subject is None else subject == top != noun
    if inside and verb > noun and is_missed:
        is_passive = tree.child(verb, "aux:pass") is not None
        yield Change(token=noun, head=verb, relation="nsubj:pass" if is_passive else "nsubj")
        if top != noun:
            yield Change(token=top, head=noun, relation="advmod")
        yield from (Change(token=case, head=noun, relation="advmod") for case in tree.children(noun, "case"))

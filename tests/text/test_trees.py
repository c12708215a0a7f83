import pytest

from sayso.model.parses import Parse, Tokens
from sayso.text.trees import Tree

# Each sentence as "word/lemma/UPOS/head/relation", heads counted from 1, 0 for the root.
PASSIVE = (
    "The/the/DET/2/det bridge/bridge/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass blown/blow/VERB/0/root "
    "up/up/ADP/4/compound:prt by/by/ADP/7/case rebels/rebel/NOUN/4/obl:agent in/in/ADP/9/case Arva/Arva/PROPN/4/obl"
)
RELATIVE = (
    "Troops/troop/NOUN/6/nsubj who/who/PRON/3/nsubj held/hold/VERB/1/acl:relcl Arva/Arva/PROPN/3/obj "
    "did/do/AUX/6/aux leave/leave/VERB/0/root and/and/CCONJ/8/cc regrouped/regroup/VERB/6/conj"
)
NEGATED = "No/no/DET/2/det shells/shell/NOUN/3/nsubj fell/fall/VERB/0/root ././PUNCT/3/punct"


def make_tree(*sentences, names=()):
    columns, bounds = [], []
    for sentence in sentences:
        first = len(columns)
        for word in sentence.split(" "):
            form, lemma, universal, head, relation = word.rsplit("/", 4)
            columns.append((form, lemma, universal, first + int(head) - 1 if head != "0" else len(columns), relation))
        bounds.append(Tokens(first, len(columns)))
    words, lemmas, universal, heads, relations = zip(*columns, strict=True)
    starts = tuple(10 * i for i in range(len(words)))
    return Tree(
        Parse(
            words=words, starts=starts, ends=tuple(s + len(w) for s, w in zip(starts, words, strict=True)), lemmas=lemmas,
            universal=universal, tags=universal, heads=heads, relations=relations, sentences=tuple(bounds),
            passages=(0,) * len(bounds), names=names,
        )
    )  # fmt: skip


def word(tree, token):
    return None if token is None else tree.parse.words[token]


def test_a_passive_verb_has_its_agent_after_by():
    tree = make_tree(PASSIVE)
    assert tree.is_passive(3)
    assert word(tree, tree.passive_agent(3)) == "rebels"
    assert word(tree, tree.oblique(3, "in")) == "Arva"


def test_a_relation_without_subtype_means_its_subtypes():
    tree = make_tree(PASSIVE)
    assert word(tree, tree.child(3, "nsubj")) == "bridge"
    assert word(tree, tree.child(3, "nsubj:outer")) is None


@pytest.mark.parametrize(("predicate", "subject"), [(2, "Troops"), (5, "Troops"), (7, "Troops")])
def test_relative_and_coordinated_verbs_find_their_subject(predicate, subject):
    tree = make_tree(RELATIVE)
    assert word(tree, tree.subject(predicate)) == subject


def test_a_number_sign_denies_nothing():
    tree = make_tree(
        "Rebels/rebel/NOUN/2/nsubj read/read/VERB/0/root bulletin/bulletin/NOUN/2/obj "
        "no/no/DET/3/det ././PUNCT/3/punct 7/7/NUM/3/nummod"
    )
    assert not tree.is_negated(1)


def test_dozens_if_not_hundreds_denies_nothing():
    tree = make_tree(
        "Dozens/dozen/NOUN/4/nsubj if/if/SCONJ/2/mark not/not/PART/4/advmod hundreds/hundred/NOUN/0/nmod fled/flee/VERB/4/root"
    )
    assert not tree.is_negated(4)


def test_negation_may_stand_on_the_subject():
    tree = make_tree(NEGATED, PASSIVE)
    assert tree.is_negated(2)
    assert not tree.is_negated(7)


def test_subtrees_can_leave_out_children_by_relation():
    tree = make_tree(RELATIVE)
    assert tree.subtree(0) == [0, 1, 2, 3]
    assert tree.subtree(0, without=frozenset({"acl"})) == [0]


def test_conjuncts_are_found_from_any_of_them():
    tree = make_tree(RELATIVE)
    assert tree.conjuncts(7) == tree.conjuncts(5) == [5, 7]


def test_sentences_and_roots_are_told_apart():
    tree = make_tree(NEGATED, PASSIVE)
    assert (tree.sentence(3), tree.sentence(4)) == (0, 1)
    assert word(tree, tree.root(1)) == "blown"

from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.claims.headlines import mend_headlines
from sayso.model.claims import Layers
from sayso.model.documents import Document
from sayso.model.spans import Span
from sayso.passages import find_passages
from sayso.text.trees import Tree

# A headline, the kind and the words of each of its claims.
CASES = (
    ("Minister quits over blaze", [("politics", "Minister quits over blaze")]),
    (
        "Police fire tear gas at mill gate, arrest strike leader",
        [
            ("violence_against_civilians", "Police fire tear gas at mill gate"),
            ("violence_against_civilians", "arrest strike leader"),
        ],
    ),
    ("Army Command: border town fully liberated", [("control_change", "border town fully liberated")]),
    ("Town shelled as envoys meet", [("shelling", "Town shelled"), ("diplomacy", "envoys meet")]),
    ("GIRSA buries 9 men in Kasta", [("toll", "GIRSA buries 9 men in Kasta")]),
    ("GIRSA crucifies 9 men in Kasta", [("violence_against_civilians", "GIRSA crucifies 9 men in Kasta")]),
    ("Rebels attack airport as envoy leaves", [("clash", "Rebels attack airport")]),
)
BODY = "\n\nThe mayor slept. He had walked for hours."


@pytest.fixture(scope="module")
def read_page(syntax):
    def layers_of(title):
        document = Document(id="d0", sha256="s", file="d.txt", text=title + BODY, title_span=Span(0, len(title)))
        passages = find_passages(document)
        return Layers(document=document, passages=passages, parse=syntax.parse(document, passages))

    return layers_of


@pytest.mark.parametrize(("title", "found"), CASES, ids=[title for title, _ in CASES])
def test_a_headline_is_read_though_its_verbs_look_like_nouns(read_page, title, found):
    layers = read_page(title)
    assert [(c.kind, c.span.read(layers.document.text)) for c in find_claims(layers)] == found


@pytest.mark.parametrize("title", [title for title, _ in CASES])
def test_a_mended_headline_is_still_a_tree_with_one_root(read_page, title):
    parse = mend_headlines(read_page(title))
    for number, (first, last) in enumerate(parse.sentences):
        roots = [t for t in range(first, last) if parse.heads[t] == t]
        assert roots == [Tree(parse).root(number)]
        assert len(Tree(parse).subtree(roots[0])) == last - first


def test_the_words_of_the_article_keep_their_parse(read_page):
    layers = read_page(CASES[0][0])
    mended, start = mend_headlines(layers), layers.parse.sentences[1].first
    assert mended.heads[start:] == layers.parse.heads[start:]
    assert mended.relations[start:] == layers.parse.relations[start:]


def test_text_without_a_headline_keeps_its_parse(read):
    layers = read("Minister quits over blaze")
    body = replace(layers, passages=tuple(replace(p, kind="body") for p in layers.passages))
    assert mend_headlines(body) is body.parse

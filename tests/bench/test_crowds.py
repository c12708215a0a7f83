from itertools import islice

from bench.crowds import OF_A_DAY, SHARED, make_articles, make_patterns, rename_reading
from sayso.model.claims import Claim, Coverage, Reading
from sayso.model.documents import Document
from sayso.model.kinds import ClaimKind
from sayso.model.spans import Span
from sayso.text.spellings import plain

# The words of title and day, which the articles of one matter share.
HEAD = 8
PATTERNS = make_patterns()
ARTICLES = list(make_articles(PATTERNS, 200))


def read(text: str, words: str) -> Reading:
    """Return a reading with one claim of these words."""
    start = text.index(words)
    span = Span(start, start + len(words))
    document = Document(id="0f" * 8, sha256="s", file="a.txt", text=text, title=words)
    claim = Claim(id="ab" * 8, document=document.id, span=span, sentence=span, kind=ClaimKind.CLASH, frame=plain(words))
    return Reading(document=document, passages=(), claims=(claim,), coverage=Coverage(sentences=1, with_claim=1))


def test_names_change_and_offsets_stay():
    article = next(one for one in ARTICLES if one.pattern == 3)
    town = PATTERNS[3].towns[0]
    document = Document(id="1e" * 8, sha256="t", file="b.txt", text=article.text)
    reading = rename_reading(read(PATTERNS[3].text, town), document, article.names)
    (claim,) = reading.claims
    assert claim.span.read(document.text) == article.names[town]
    assert claim.frame == plain(article.names[town])
    assert claim.document == document.id
    assert claim.id != "ab" * 8


def test_articles_of_one_matter_share_their_towns_and_hardly_a_long_run_of_words():
    first, second = islice(ARTICLES, 1, 3)
    names = [next(iter(one.names.values())) for one in (first, second)]
    assert names[0] == names[1]
    assert {one.pattern // OF_A_DAY for one in ARTICLES[:SHARED]} == {0}
    own = [one.text.split()[HEAD:] for one in ARTICLES[:SHARED] if "Copyright" not in one.text]
    runs = [{tuple(words[n : n + 11]) for n in range(len(words) - 10)} for words in own]
    assert sum(len(left & right) for n, left in enumerate(runs) for right in runs[:n]) < 5


def test_one_article_in_ten_is_a_copy():
    texts = [one.text for one in ARTICLES]
    copies = [text for text in texts if any(text != other and text.startswith(other) for other in texts)]
    assert 10 <= len(copies) <= 32

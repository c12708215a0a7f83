"""Which numbers answer a question of the text: "How many people died? The ministry says 47"?"""

from collections.abc import Iterator, Sequence
from itertools import product

from sayso.claims.measures import measure_of
from sayso.claims.rival_counts import answer_count, find_bare_number
from sayso.claims.scenes import Scene
from sayso.lexicons import read_toml
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim, ClaimFigure
from sayso.model.kinds import SAID, Bound, Measure, Scope
from sayso.model.mentions import Figure
from sayso.model.spans import Span

NEUTRAL: dict[str, str] = read_toml("measures")["neutral"]
# So many sentences behind a question may answer it.
FARTHEST = 4
ASKING = (("how", "many"), ("how", "high"))


def is_asked(scene: Scene, claim: Claim) -> bool:
    """Tell whether a claim only says what the text asks for: "*How many people died*?"."""
    return _asks(scene, scene.sentence_of(claim.span))


def find_asked_counts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each saying of a bare number behind a question of how many there were.

    What is counted, where and when is what the question asks for; another question ends the answers.
    """
    for asked in (claim for claim in claims if is_asked(scene, claim)):
        question = scene.sentence_of(asked.span)
        for item, words, figure in _find_answers(scene, question):
            if not any(claim.span.shares(figure.span) for claim in claims):
                yield answer_count(scene, item, words, asked, (_count(scene, question, figure),))


def _asks(scene: Scene, sentence: int) -> bool:
    first, last = scene.parse.sentences[sentence]
    opening = next((t for t in range(first, last) if scene.parse.universal[t] != "PUNCT"), first)
    words = tuple(word.casefold() for word in scene.parse.words[opening : opening + 2])
    return words in ASKING and "?" in scene.parse.words[opening:last]


def _find_answers(scene: Scene, question: int) -> Iterator[tuple[Attribution, Span, Figure]]:
    """Yield who answers in one of the next sentences, the words and their number."""
    last = min(question + FARTHEST, len(scene.parse.sentences) - 1)
    ends = (n for n in range(question + 1, last + 1) if "?" in scene.parse.words[slice(*scene.parse.sentences[n])])
    reach = range(question + 1, next(ends, last + 1))
    said = [(item, span) for item in scene.layers.attributions.items if _tells(item) for span in item.content]
    for (item, span), sentence in product(said, reach):
        first, end = scene.parse.sentences[sentence]
        words = [t for t in scene.tokens(span) if first <= t < end and scene.parse.universal[t] != "PUNCT"]
        figure = find_bare_number(scene, words)
        if figure is not None:
            yield item, scene.parse.span(words[0], words[-1] + 1), figure


def _tells(item: Attribution) -> bool:
    return item.stance in SAID and bool(item.chain)


def _count(scene: Scene, question: int, figure: Figure) -> ClaimFigure:
    tokens = range(*scene.parse.sentences[question])
    told = [what for t in tokens if (what := measure_of(scene, t)) is not None]
    noun = next((t for t in tokens if scene.parse.tags[t] == "NNS"), None)
    word = "people" if noun is None else scene.parse.words[noun].casefold()
    return ClaimFigure(
        span=figure.span,
        what=next(iter(told), Measure.OTHER),
        of_whom=NEUTRAL.get(word, word),
        low=figure.low,
        high=figure.high,
        bound=Bound(figure.bound),
        scope=Scope.INCIDENT,
        by_rule=figure.by_rule,
    )

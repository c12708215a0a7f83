"""Is a number a rate and no amount: "12 people a day", "an average of 30 each week"?"""

from sayso.claims.scenes import Scene
from sayso.lexicons import read_words
from sayso.model.mentions import Figure

RATES, SPANS, NOT_RATES, AVERAGES = (read_words("measures", key) for key in ("rates", "spans", "not_rates", "averages"))
# "12 people were killed every day": the words of a rate stand no farther behind the number.
FARTHEST = 6


def is_rate(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number says how many there were in each day, week or year."""
    last = scene.parse.sentences[scene.tree.sentence(figure.token)][1]
    for token in range(figure.token + 1, min(figure.token + FARTHEST, last - 1)):
        if scene.parse.universal[token] == "PUNCT" or scene.figure_at.get(token, figure) is not figure:
            break
        is_within = scene.parse.universal[token - 1] == "ADP"
        if scene.parse.words[token].casefold() in RATES and scene.lemma(token + 1) in SPANS and not is_within:
            return token + 2 >= last or scene.parse.words[token + 2].casefold() not in NOT_RATES
    first = scene.tokens(figure.span)[0]
    return _is_average(scene, first - 1) or _is_average(scene, first - 2)


def _is_average(scene: Scene, token: int) -> bool:
    return token >= 0 and scene.lemma(token) in AVERAGES and scene.tree.sentence(token) == scene.tree.sentence(token + 1)

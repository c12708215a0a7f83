"""Which town do "Syria's largest city" and "the country's second city" mean?"""

from collections.abc import Mapping

from sayso.lexicons import read_csv, read_toml
from sayso.lexicons.gazetteer import find_places, largest_towns
from sayso.lexicons.states import find_state
from sayso.reference.scenes import Scene
from sayso.text.spellings import plain

LARGEST = "largest"


def find_ranked(scene: Scene, token: int, named: Mapping[str, str]) -> tuple[int, str] | None:
    """Return where the description begins whose noun is `token`, and which town it means, by name.

    The gazetteer knows how many live where. It is believed only where the text names that town itself: `named` holds
    the names of the text by their folded form.
    """
    read = _read_rank(scene, token)
    if read is None:
        return None
    first, rank = read
    owner = first - 2
    country = find_state(scene.parse.words[owner]) if scene.word(first - 1) in {"'s", "’s"} and owner >= 0 else None
    code = next((row["code"] for row in read_csv("countries") if row["name"] == country), None)
    towns = largest_towns(code) if code else ()
    if rank > len(towns):
        return None
    number = towns[rank - 1].number
    for key, name in named.items():
        if any(match.entry.number == number for match in find_places(key)):
            return first, name
    return None


def _read_rank(scene: Scene, token: int) -> tuple[int, int] | None:
    """Return where the words of rank begin before a noun, and the rank: "third largest", "second"."""
    ranks = read_toml("references")["ranks"]
    first, is_largest = token, scene.word(token - 1) == LARGEST
    first -= is_largest
    while scene.word(first - 1) in {"-", "‑"}:
        first -= 1
    word = scene.word(first - 1)
    if word in ranks and (is_largest or ranks[word] == ranks["second"]):
        return first - 1, ranks[word]
    return (first, 1) if is_largest and first == token - 1 else None


def fold_names(scene: Scene) -> Mapping[str, str]:
    """Return the names of places of the text by their folded form."""
    return {plain(toponym.name): toponym.name for toponym in scene.layers.mentions.toponyms}

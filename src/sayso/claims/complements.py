"""Of what is an event, when the words that say so stand behind something put in between?"""

from sayso.claims.scenes import Scene

OF, COMMA = "of", ","


def find_complement(scene: Scene, token: int) -> int | None:
    """Return the noun behind a later "of" that belongs to an event noun, None where there is none.

    "The capture in June, with foreign help, of the town": the "of" stands behind the comma that closes what was put
    in between, so it can belong to no noun there, only to the event. A verb between them ends the search, save
    that of whoever is quoted, and so does an "of" of the event's own.
    """
    parse = scene.parse
    if parse.universal[token] != "NOUN" or _word(scene, token + 1) == OF:
        return None
    _, last = parse.sentences[scene.tree.sentence(token)]
    for place in range(token + 3, last):
        if _word(scene, place) == OF and _word(scene, place - 1) == COMMA:
            return parse.heads[place] if parse.heads[place] > place else None
        if parse.universal[place] == "VERB" and place not in scene.cue_at:
            return None
    return None


def _word(scene: Scene, token: int) -> str:
    words = scene.parse.words
    return words[token].casefold() if token < len(words) else ""

"""What speaks for a name being that of a place, and what against it?"""

from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.countries import find_people, key_of
from sayso.mentions.ground_signs import is_ground
from sayso.mentions.media_names import agencies
from sayso.mentions.names import Chunk, is_named_by_adjective
from sayso.mentions.owner_signs import names_event, owns_place
from sayso.mentions.owners import party_words
from sayso.mentions.place_phrases import known_kind
from sayso.mentions.place_words import ending_kind, governors, kind_of, listed_kind, noun_after, noun_before, words
from sayso.mentions.struck_signs import is_struck
from sayso.model.kinds import PlaceKind

AGAINST = -9
THRESHOLD = 2
# What may stand between a preposition and the name.
_BESIDE = frozenset({"the", "city", "central", "nearby", "neighbouring", "neighboring"})
_TOLD = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.DISTRICT, PlaceKind.REGION})


def is_known_place(chunk: Chunk) -> bool:
    """Tell whether the shipped tables hold the name as one of a place."""
    return known_kind(chunk.text) is not None or key_of(chunk.text) in words("whole_names")


def has_title(chunk: Chunk) -> bool:
    """Tell whether the name bears a title ("Governor Marn")."""
    return chunk.line.word(chunk.first - 1) in words("titles") or chunk.line.word(chunk.first) in words("titles")


def weigh(chunk: Chunk) -> int:
    """Return how much speaks for a place, below zero what speaks against one.

    Three is enough by itself: a noun of place beside the name, a noun that only places have ("residents of X"),
    a preposition like "in". Weaker signs add up over the document.
    """
    if _is_other(chunk):
        return AGAINST
    score = 3 * is_known_place(chunk) + _weigh_label(chunk)
    score += 3 * (_has_noun(chunk) or noun_before(chunk) is not None or listed_kind(chunk) is not None)
    is_place = ending_kind(chunk) is not None or _is_numbered_road(chunk)
    score += 3 * (is_place or _is_told(chunk) or _is_home(chunk))
    score += weigh_words(chunk) + 2 * _is_in_known(chunk) - 3 * _is_byline(chunk)
    score += 2 * (chunk.line.word(chunk.first - 1) in words("compass"))
    if is_subject(chunk) and not is_known_place(chunk):
        score -= 3 if _says(chunk) else 2
    return score + 3 * (owns_place(chunk) or names_event(chunk)) - 2 * _opens_longer_name(chunk)


def _opens_longer_name(chunk: Chunk) -> bool:
    """Tell whether the name hangs on a capital word after it that is no noun of place ("Marn Legal Aid")."""
    line, above = chunk.line, chunk.line.parse.heads[chunk.head]
    is_part = above >= chunk.last and line.tree.is_relation(chunk.head, "compound", "flat", "amod")
    is_name = is_part and line.parse.words[above][0].isupper() and line.word(above) not in words("nouns")
    return is_name and not line.is_headline and not is_known_place(chunk)


def _weigh_label(chunk: Chunk) -> int:
    """Return what the parse's name span says; after "in" or "at" it does not speak against a place."""
    if chunk.label == "PLACE":
        return 1
    return -1 if chunk.label is not None and _weigh_preposition(chunk) < THRESHOLD else 0


def _has_noun(chunk: Chunk) -> bool:
    """Tell whether a noun of place follows the name; "a Marnian mine" has the adjective of an unknown people."""
    is_people = chunk.line.word(chunk.first - 1) in {"a", "an"} and chunk.text.endswith(("an", "ese", "ish"))
    return noun_after(chunk) is not None and not is_people


def weigh_words(chunk: Chunk) -> int:
    """Return what the words say that govern the name: its preposition, its noun and its verb."""
    return (
        _weigh_preposition(chunk)
        + _weigh_governor(chunk)
        + _weigh_verb(chunk)
        + 3 * (is_ground(chunk) or is_struck(chunk))
    )


def is_subject(chunk: Chunk) -> bool:
    """Tell whether the name does something: it is the subject of a verb that places have not."""
    line, head = chunk.line, chunk.head
    return line.parse.relations[head] == "nsubj" and not (_suffers(chunk) or _is_told(chunk))


@cache
def _saying() -> frozenset[str]:
    return frozenset(word for row in read_toml("cues")["verbs"] for word in row["words"])


def _says(chunk: Chunk) -> bool:
    return _above(chunk) in _saying()


def names_speaker(chunk: Chunk) -> bool:
    """Tell whether a name of several words says something: a person in full."""
    is_full = chunk.last - chunk.first > 1 and chunk.label != "PLACE"
    return is_full and chunk.line.parse.relations[chunk.head] == "nsubj" and _says(chunk)


def _weigh_preposition(chunk: Chunk) -> int:
    line, place = chunk.line, chunk.first - 1
    if line.parse.relations[chunk.head] == "nmod:poss" and not _is_part_of_place(_above(chunk)):
        return 0
    while line.word(place) in _BESIDE or line.word(place) in words("compass"):
        place -= 1
    if line.word(place) == "of" and line.word(place - 1) in words("compass"):
        return 3
    strength = 3 if line.word(place) in words("strong") else 1 if line.word(place) in words("weak") else 0
    before = line.word(place - 1)
    is_road = line.word(place) in words("joining") and kind_of(before) is PlaceKind.ROAD
    if is_road or (line.word(place) in {"at", "on"} and before in words("nouns")):
        return 3
    if strength == 3 and line.is_headline:
        return 2
    if line.word(place) == "at" and not _is_aim(chunk):
        return 2
    follows = line.universal(chunk.last) in {"NOUN", "PROPN"} and line.word(chunk.last) not in words("nouns")
    return 1 if strength == 3 and follows else strength


def _is_aim(chunk: Chunk) -> bool:
    """Tell whether somebody shouts or shoots "at" the name."""
    is_noun = chunk.line.universal(chunk.line.parse.heads[chunk.head]) == "NOUN"
    return _above(chunk) in words("aiming") and not is_noun


def _is_part_of_place(noun: str) -> bool:
    return kind_of(noun) is not None or noun in words("parts")


def _above(chunk: Chunk) -> str:
    """Return the dictionary form of the word that the name hangs on."""
    return chunk.line.parse.lemmas[chunk.line.parse.heads[chunk.head]].casefold()


def _weigh_governor(chunk: Chunk) -> int:
    """Return what the noun says that the name is the complement of ("residents of X", "the battle for X")."""
    line, head = chunk.line, _first_listed(chunk)
    above = line.parse.heads[head]
    if not line.tree.is_relation(head, "nmod", "obl") or line.tree.case(head) not in {
        "of",
        "for",
        "on",
        "from",
        "to",
        "against",
    }:
        return 0
    lemma = line.parse.lemmas[above].casefold()
    is_named = line.tree.case(head) == "of" and is_named_by_adjective(line, above - 1)
    if is_named:
        return 3
    if lemma in governors("strong"):
        return 2 if line.word(chunk.first - 1) in words("weak") else 3
    return 1 if lemma in governors("weak") or lemma in words("parts") else 0


def _first_listed(chunk: Chunk) -> int:
    """Return the head of the name, or of the first name of the list it stands in."""
    head, line = chunk.head, chunk.line
    while line.tree.is_relation(head, "conj"):
        head = line.parse.heads[head]
    return head


def _weigh_verb(chunk: Chunk) -> int:
    """Return what the verb says that the name depends on ("retook X", "walked out of X", "X fell")."""
    line, head = chunk.line, _first_listed(chunk)
    above = line.parse.heads[head]
    lemma = line.parse.lemmas[above].casefold()
    if line.tree.is_relation(head, "obj", "advmod") or line.parse.relations[head] == "nsubj:pass":
        is_ground_gained = lemma in words("storming_verbs")
        return 3 if is_ground_gained else 2 if lemma in words("taking_verbs") else int(lemma in words("holding_verbs"))
    if line.tree.is_relation(head, "obl"):
        return int(
            lemma in words("motion_verbs")
            and (line.tree.case(head) or "").split()[-1:] in (["from"], ["of"], ["to"], ["through"])
        )
    return int(_suffers(chunk))


def _suffers(chunk: Chunk) -> bool:
    """Tell whether the name is the subject of what happens to places ("X fell")."""
    is_subject = chunk.line.parse.relations[chunk.head] == "nsubj"
    return is_subject and (_is_home(chunk) or _above(chunk) in words("place_subjects") or is_ground(chunk))


def _is_home(chunk: Chunk) -> bool:
    """Tell whether the words say that the name is a place ("X was home to", "X is a town")."""
    line, noun = chunk.line, chunk.line.parse.heads[chunk.head]
    if line.parse.relations[chunk.head] != "nsubj" or line.tree.case(noun) is not None:
        return False
    return (_above(chunk) == "home" and line.word(noun + 1) == "to") or kind_of(_above(chunk)) in _TOLD


def _is_told(chunk: Chunk) -> bool:
    """Tell whether a noun of place stands in apposition to the name ("Marn and Orle, two villages on the road")."""
    line, head = chunk.line, _first_listed(chunk)
    heads = line.tree.conjuncts(head)
    nouns = [noun for name in heads for noun in line.tree.children(name, "appos") if noun >= chunk.last]
    return any(
        line.universal(noun) == "NOUN" and kind_of(line.parse.lemmas[noun].casefold()) in _TOLD for noun in nouns
    )


def _is_in_known(chunk: Chunk) -> bool:
    """Tell whether the words go on with "in" or a comma and a country or region the tables know."""
    line, place = chunk.line, chunk.last + 1
    if line.is_headline or line.word(chunk.last) not in {"in", ",", "near"}:
        return False
    while line.word(place) in words("compass") or line.word(place) == "the":
        place += 1
    longest = (" ".join(line.word(token) for token in range(place, place + size)) for size in (3, 2, 1))
    return any(known_kind(name) is not None for name in longest if name)


def _is_byline(chunk: Chunk) -> bool:
    """Tell whether the name may be a reporter's: it stands after "By" at the head of a line, and after no "in"."""
    line = chunk.line
    is_placed = line.word(chunk.first - 1) in words("strong")
    return (
        not is_placed and not is_known_place(chunk) and line.words[line.first] == "by" and line.last - line.first < 25
    )


def _is_numbered_road(chunk: Chunk) -> bool:
    line = chunk.line
    return kind_of(line.word(chunk.first)) is PlaceKind.ROAD and line.word(chunk.last - 1).isdigit()


def _is_other(chunk: Chunk) -> bool:
    """Tell whether the words make the name a person's, a body's or a people's."""
    line = chunk.line
    inside = [line.word(token) for token in range(chunk.first, chunk.last)]
    if line.is_hyphen(chunk.last) and line.word(chunk.last + 1) in words("suffixes"):
        return True
    if key_of(chunk.text) in words("not_places") or _qualifies_party(chunk) or _is_in_pair(chunk):
        return True
    # "Dozens Killed in Suspected Gas Attack": capitals of a heading make no place of a deed.
    if has_title(chunk) or _is_acronym(chunk) or _is_of_named(chunk) or inside[-1] in words("deeds"):
        return True
    if _names_body(inside) or key_of(chunk.text) in agencies():
        return not is_known_place(chunk)
    if all(word in words("kinds") or word in words("compass") for word in inside) and not _is_placed(chunk, inside):
        return True
    return key_of(chunk.text).isdigit() or find_people(chunk.text) is not None or _begins_with_people(inside)


def _is_of_named(chunk: Chunk) -> bool:
    """Tell whether the name is the adjective of a country that only this text knows ("Quiran" beside "Quira")."""
    word, line = chunk.line.word(chunk.first), chunk.line
    is_adjective = chunk.last - chunk.first == 1 and line.tree.is_relation(chunk.head, "compound", "amod")
    return is_adjective and word.endswith("an") and word[:-1] in line.names


def _is_in_pair(chunk: Chunk) -> bool:
    """Tell whether "&" or "+" joins the name to another: a firm's ("Dimond & Marn")."""
    return not {chunk.line.word(chunk.first - 1), chunk.line.word(chunk.last)}.isdisjoint({"&", "+"})


def _names_body(inside: list[str]) -> bool:
    if words("bodies").isdisjoint(inside):
        return False
    return inside[-1] not in words("nouns") or inside[-1] in words("bodies") - words("places_too")


def _begins_with_people(inside: list[str]) -> bool:
    return find_people(inside[0]) is not None and inside[-1] not in words("nouns")


def _is_placed(chunk: Chunk, inside: list[str]) -> bool:
    """Tell whether words of place make a name after all ("the Lower Town")."""
    return len(inside) > 1 and (is_known_place(chunk) or inside[0] in words("naming_adjectives"))


def _is_acronym(chunk: Chunk) -> bool:
    """Tell whether the name is a few capital letters that no table of places holds ("BBC")."""
    word = chunk.line.parse.words[chunk.first]
    is_road = any(letter.isdigit() for letter in word) and kind_of(chunk.line.word(chunk.last)) is PlaceKind.ROAD
    is_short = chunk.last - chunk.first == 1 and len(word) < 6 and word.isupper()
    return is_short and not is_road and not is_known_place(chunk)


def _qualifies_party(chunk: Chunk) -> bool:
    """Tell whether the name stands beside a party that somebody leads ("the regime of X"), or is letters used like an adjective."""
    line = chunk.line
    following = line.parse.lemmas[chunk.last].casefold() if chunk.last < line.last else ""
    preceding = line.word(chunk.first - 2) if line.word(chunk.first - 1) == "of" else ""
    is_led = not {following, preceding}.isdisjoint(party_words("led")) and not is_known_place(chunk)
    is_letters = line.parse.words[chunk.first].replace(".", "").isupper() and chunk.last - chunk.first == 1
    is_adjective = is_letters and len(chunk.text) < 5 and line.universal(chunk.last) in {"NOUN", "PROPN", "ADJ"}
    return is_led or (is_adjective and chunk.text.replace(".", "").isalpha())

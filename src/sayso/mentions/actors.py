"""Which parties stand in a document, and in which camp do the words put them?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.acronyms import find_acronyms
from sayso.mentions.actors_as_owners import find_owners
from sayso.mentions.countries import find_country, find_people
from sayso.mentions.lines import Line
from sayso.mentions.metonyms import is_government
from sayso.mentions.names import Chunk
from sayso.mentions.organizations import Body
from sayso.mentions.owners import find_modifiers, find_owner, find_rulers, party_words
from sayso.model.mentions import ActorMention


def find_actors(
    lines: Iterable[Line], names: Iterable[Chunk], bodies: Iterable[Body], places: frozenset[int]
) -> list[ActorMention]:
    """Return the parties of a document in reading order; of two on one token the named one stays.

    Nouns of the tables ("troops", "rebels"), groups of the shipped table, bodies that the parse marks, acronyms,
    countries and capitals that act. Coordinated parties are mentions of their own, and so are those that stand
    before a noun as whose it is ("rebel hands"). Of `places`, the tokens of names of places, none is a body by its
    label alone.
    """
    found: dict[int, ActorMention] = {}
    bodies, lines = list(bodies), list(lines)
    inside = {token: body for body in bodies for token in range(body.first, body.last)}
    rulers = find_rulers(lines)
    for chunk in names:
        actor = _country(chunk) or _organization(chunk, inside)
        if actor is not None and (actor.name is None or actor.token not in places or actor.camp == "foreign"):
            opening = _opening(chunk) if actor.camp is None else None
            if opening is None:
                found[actor.token] = actor
            else:
                found[opening.token] = opening
    for body in bodies:
        actor = _body(body)
        found[actor.token] = actor
    for line in lines:
        for actor in (*find_acronyms(line, places), *_nouns(line, inside, rulers)):
            if actor.token not in found and not (actor.token in inside and actor.name is None):
                found[actor.token] = actor
        for actor in find_owners(line, found):
            found[actor.token] = _ruled(actor, rulers)
    return [found[token] for token in sorted(found)]


@cache
def _camps() -> dict[str, str | None]:
    """Return the camp of each noun of the tables, None where the words around must tell."""
    table = read_toml("actors")["nouns"]
    return {noun: (camp if camp != "none" else None) for camp, nouns in table.items() for noun in nouns}


@cache
def _labels() -> dict[str, str | None]:
    return {word: camp or None for word, camp in read_toml("actors")["labels"].items()}


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(read_toml("actors")["words"]["label_adjectives"])


@cache
def _pairs() -> dict[str, str | None]:
    return {pair: camp or None for pair, camp in read_toml("actors")["pairs"].items()}


@cache
def _qualifiers() -> dict[str, str]:
    return {word: camp for camp, words in read_toml("actors")["qualifiers"].items() for word in words}


@cache
def _defaults() -> dict[str, str]:
    return {word: camp for camp, words in read_toml("actors")["defaults"].items() for word in words}


def _ruled(actor: ActorMention, rulers: frozenset[str]) -> ActorMention:
    is_ruler = actor.camp is None and (actor.name or "").casefold() in rulers
    return replace(actor, camp="government") if is_ruler else actor


def _country(chunk: Chunk) -> ActorMention | None:
    country = find_country(chunk.text)
    if country is None or not is_government(chunk.line, chunk.head, is_capital=country.is_capital):
        return None
    return ActorMention(
        span=chunk.line.span(chunk.first, chunk.last), token=chunk.head, head=chunk.text, camp="foreign", name=country.name,
        people=country.name,
    )  # fmt: skip


def _organization(chunk: Chunk, inside: Mapping[int, Body]) -> ActorMention | None:
    """Return the body that a name means: by its label, or by a word for armed men at its end ("Highlands Front", "the Front")."""
    last, is_single = chunk.line.word(chunk.last - 1), chunk.last - chunk.first == 1
    if _is_no_name(chunk):
        return None
    is_noun = is_single and chunk.line.word(chunk.first) in _camps()
    is_short = chunk.line.word(chunk.first - 1) == "the" and not chunk.line.is_headline
    is_armed = names_armed_men(chunk) or (last in party_words("armed_bodies") and (is_short or not is_single))
    if not (chunk.label == "ORGANIZATION" or is_armed) or chunk.head in inside or is_noun or find_country(chunk.text):
        return None
    # "The Ministry of Defence" is no body called Defence.
    if chunk.line.word(chunk.first - 1) == "of" and chunk.line.word(chunk.first - 2) in party_words("offices"):
        return None
    kinds = read_toml("place_words")["kinds"]
    if last in kinds and last not in read_toml("place_words")["bodies"]["words"]:
        return None
    # "The Torvik neighbourhood" is a place, whatever the name's label.
    if kinds.get(chunk.line.word(chunk.last)) == "district" and not is_armed and not chunk.text.isupper():
        return None
    return ActorMention(
        span=chunk.line.span(chunk.first, chunk.last), token=chunk.head, head=chunk.text, name=chunk.text
    )


def names_armed_men(chunk: Chunk) -> bool:
    """Tell whether several words in capitals end in a plural that bands call themselves by ("the Home *Shields*"): no place."""
    return chunk.last - chunk.first > 1 and chunk.line.word(chunk.last - 1) in party_words("band_names")


def _is_no_name(chunk: Chunk) -> bool:
    """Tell whether words with capitals are none of a body: a headline's "Retakes Rebels", the "Defence" of "Defence and Security Forces"."""
    line, last = chunk.line, chunk.line.word(chunk.last - 1)
    if line.is_headline and (_camps().get(last.removesuffix("s")) or last.removesuffix("s") in party_words("deeds")):
        return not last.isupper() and last.endswith("s")
    is_shared = line.word(chunk.last) == "and" and line.word(chunk.last + 2) in {"forces", "services"}
    return is_shared and line.parse.words[chunk.last + 1][:1].isupper() and chunk.last - chunk.first == 1


def _opening(chunk: Chunk) -> ActorMention | None:
    """Return the body whose name begins before an "of": "the Union of *River Movements*"."""
    line, first = chunk.line, chunk.first - 2
    if first < line.first or line.word(first + 1) != "of" or line.word(first) not in party_words("bodies_of"):
        return None
    token = first
    while first > line.first and line.universal(first - 1) == "PROPN" and line.parse.words[first - 1][0].isupper():
        first -= 1
    if not line.parse.words[token][0].isupper():
        return None
    name = " ".join(line.parse.words[t] for t in range(first, token + 2))
    return ActorMention(
        span=line.span(first, chunk.last), token=token, head=line.parse.words[token], name=f"{name} {chunk.text}"
    )


def _body(body: Body) -> ActorMention:
    line, head = body.line, body.line.head_of(body.first, body.last)
    return ActorMention(
        span=line.span(body.first, body.last), token=head, head=line.words[head], camp=body.camp, name=body.name,
        people=body.country,
    )  # fmt: skip


def _nouns(line: Line, inside: Mapping[int, Body], rulers: frozenset[str]) -> Iterator[ActorMention]:
    for token in range(line.first, line.last):
        if line.universal(token) not in {"NOUN", "PROPN", "ADJ"}:
            continue
        lemma = line.parse.lemmas[token].casefold()
        word = line.word(token)
        if word in party_words("no_parties"):
            continue
        # At the head of a sentence the parse may take a plural for a name and leave its ending.
        noun = next((form for form in (lemma, word, word.removesuffix("s")) if form in _camps()), word)
        if (noun in _camps() or noun in _labels()) and _is_party(line, token, noun):
            yield _party(line, token, noun, inside, rulers)


def _is_party(line: Line, token: int, noun: str) -> bool:
    """Tell whether the noun is a party here and not a word before another one ("rebel fighters", "army jets")."""
    relation, head = line.parse.relations[token], line.parse.heads[token]
    if line.is_hyphen(token + 1) or _opens_title(line, token):
        return False
    if line.universal(token) == "ADJ":
        return relation.split(":")[0] in {"nsubj", "obj", "obl", "root", "conj"} and line.word(token).endswith("s")
    if relation in {"compound", "amod", "nmod:desc"} and head > token:
        return line.universal(head) == "VERB"  # a headline's "army retakes town" misread
    if noun in read_toml("actors")["words"]["not_parties"]:
        return relation.split(":")[0] in {"nsubj", "obj"} and line.parse.tags[token] in {"NNS", "NNPS"}
    return True


def _opens_title(line: Line, token: int) -> bool:
    """Tell whether a noun is the first word of a body's name ("Doctors Without Borders")."""
    behind = line.parse.words[token + 1 : token + 3]
    has_capitals = len(behind) == 2 and line.parse.words[token][0].isupper() and all(w[0].isupper() for w in behind)
    return has_capitals and line.word(token + 1) in {"without", "for", "against"} and not line.is_headline


def _party(line: Line, token: int, noun: str, inside: Mapping[int, Body], rulers: frozenset[str]) -> ActorMention:
    modifiers = find_modifiers(line, token)
    words = [line.word(modifier) for modifier in modifiers]
    label = _label(line, token, noun, words)
    body = next((inside[t] for t in modifiers if t in inside), None)
    owner = body.name if body else find_owner(line, token, modifiers)
    is_ruled = owner is not None and owner.split()[-1].casefold() in rulers
    camp = body.camp if body else _camp(noun, words, label, is_ruled=is_ruled)
    if body is None and noun in _defaults() and noun not in party_words("crafts") and _is_of_people(line, modifiers):
        camp = None
    return ActorMention(
        span=line.span(min([token, *modifiers]), token + 1), token=token, head=noun, camp=camp, name=owner,
        people=(body.country if body else None) or _people(words), labelled=label,
    )  # fmt: skip


def _is_of_people(line: Line, modifiers: list[int]) -> bool:
    """Tell whether an adjective for a people that no table holds says whose fighters they are ("Kurdish fighters")."""
    endings = tuple(party_words("of_peoples"))
    named = [line.parse.words[t] for t in modifiers if line.universal(t) in {"ADJ", "PROPN"}]
    return any(word[0].isupper() and word.endswith(endings) and not find_people(word) for word in named)


def _people(words: list[str]) -> str | None:
    """Return the country whose demonym or name stands among the words."""
    for number, word in enumerate(words):
        country = find_country(word) or (find_country(word[:-1]) if word.endswith("s") else None)
        pair = f"{word} {words[number + 1]}" if number + 1 < len(words) else word
        people = (
            find_people(pair) or find_people(word) or (country.name if country and not country.is_capital else None)
        )
        if people:
            return people
    return None


def _label(line: Line, token: int, noun: str, words: list[str]) -> str | None:
    """Return a belligerent's word for the party, with the word before it where both make one."""
    previous = words[-1] if words else ""
    for label in (f"{previous} {noun}", noun, previous):
        if label in _labels() and (label != previous or label in _adjectives()):
            return line.parse.words[token] if label == noun else f"{previous} {line.word(token)}"
    return None


def _camp(noun: str, words: list[str], label: str | None, *, is_ruled: bool) -> str | None:
    """Return the camp: that of the label, of the words before the noun, of the noun itself, in this order."""
    if label is not None:
        return _labels().get(noun, _labels().get(label.casefold()))
    pair = f"{words[-1]} {noun}" if words else ""
    if pair in _pairs():
        return _pairs()[pair]
    own = _camps().get(noun)
    told = [_qualifiers()[word] for word in words if word in _qualifiers()]
    if own != "civilians" and ("opposition" in told or "anti" in words):
        return "opposition"
    if own is not None or told or is_ruled:
        return own or (told[-1] if told else "government")
    if not party_words("unaligned").isdisjoint(words):
        return None
    return "government" if noun in party_words("crafts") and _people(words) else _defaults().get(noun)

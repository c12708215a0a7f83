"""Which parties stand before a noun as those whose it is ("army control", "Israeli air strikes")?"""

from collections.abc import Collection, Iterator
from functools import cache

from sayso.lexicons import read_toml
from sayso.lexicons.nouns import nouns_of
from sayso.mentions.countries import find_country, find_people
from sayso.mentions.lines import Line
from sayso.mentions.owners import party_words
from sayso.model.mentions import ActorMention

LONGEST_CODE = 3
_BEFORE = frozenset({"compound", "amod", "nmod:desc", "nmod:unmarked", "nmod", "flat"})


def find_owners(line: Line, parties: Collection[int]) -> Iterator[ActorMention]:
    """Yield the parties that qualify a noun which is no party itself, in reading order.

    A noun of the tables before a thing or a deed ("rebel hands", "government shelling"), a nationality or a
    state before a deed ("Russian raids"), and each of two that share a party ("Syrian and Russian jets").
    Before a noun for persons such a word says who they are, not who acts ("army spokesman"). A hyphen joins a
    holder to what he does ("rebel-held").
    """
    for token in range(line.first, line.last):
        if token in parties:
            continue
        if _is_joined(line, token):
            yield from _joined(line, token)
            continue
        head = _owned(line, token)
        if head is None:
            yield from _leader(line, token, parties)
            continue
        if head in parties:
            actor = _sharer(line, token) if _is_shared(line, token) else None
        else:
            actor = _noun(line, token, head) or _nation(line, token, head)
        if actor is not None:
            yield actor


def _is_joined(line: Line, token: int) -> bool:
    return line.is_hyphen(token + 1) and line.word(token + 2) in party_words("holding")


def _joined(line: Line, token: int) -> Iterator[ActorMention]:
    word, lemma = line.word(token), line.parse.lemmas[token].casefold()
    noun = word if word in _camps() else lemma
    country = _country_of(line, token)
    if noun in _camps():
        yield _mention(line, token, camp=_camps()[noun], head=noun)
    elif country is not None:
        yield _mention(line, token, camp="foreign", head=line.parse.words[token], people=country)
    elif line.universal(token) == "PROPN" and line.parse.words[token].istitle():
        yield _mention(line, token, camp=None, head=line.parse.words[token], name=line.parse.words[token])


def _owned(line: Line, token: int) -> int | None:
    """Return the noun that a word before it qualifies, over a coordination."""
    place = token
    for _ in range(3):
        if not line.tree.is_relation(place, "conj"):
            break
        place = line.parse.heads[place]
    head = line.parse.heads[place]
    is_before = line.parse.relations[place] in _BEFORE and line.first <= head and token < head
    return head if is_before and line.tree.case(place) is None else None


def _leader(line: Line, token: int, parties: Collection[int]) -> Iterator[ActorMention]:
    """Yield the first of two that share a party, which the parse sets beside it ("Assad and Hezbollah forces")."""
    last = next((c for c in line.tree.children(token, "conj") if c in parties), None)
    if last is None or line.universal(token) != "PROPN" or line.parse.lemmas[last].casefold() not in party_words("led"):
        return
    owners = [c for c in line.tree.children(last, "compound", "nmod:poss") if token < c < last]
    is_bare = all(line.parse.relations[c] in {"case", "conj", "compound", "flat"} for c in line.tree.children(token))
    if owners and is_bare and line.tree.child(last, "det", "nmod:poss") is None:
        yield _mention(line, token, camp=None, head=line.parse.lemmas[last], name=line.parse.words[token])


def _is_shared(line: Line, token: int) -> bool:
    return line.tree.is_relation(token, "conj") or line.tree.child(token, "conj") is not None


@cache
def _camps() -> dict[str, str]:
    table = read_toml("actors")
    return {
        noun: camp
        for camp in ("government", "opposition")
        for noun in table["nouns"][camp]
        if noun in table["qualifiers"][camp]
    }


@cache
def _persons() -> frozenset[str]:
    table = read_toml("noun_classes")["classes"]["people"]
    return frozenset(table) | nouns_of("people")


def _noun(line: Line, token: int, head: int) -> ActorMention | None:
    noun = line.word(token) if line.word(token) in _camps() else line.parse.lemmas[token].casefold()
    if noun not in _camps() or line.universal(token) not in {"NOUN", "PROPN"} or line.is_hyphen(token + 1):
        return None
    if noun in party_words("not_parties") or line.parse.lemmas[head].casefold() in _persons():
        return None
    return _mention(line, token, camp=_camps()[noun], head=noun, people=_people_before(line, token, head))


def _people_before(line: Line, token: int, head: int) -> str | None:
    words = [t for t in line.tree.children(head, "amod", "compound", "nmod:poss") if t < token]
    words += line.tree.children(token, "amod", "compound")
    return next((people for t in words if (people := _country_of(line, t)) is not None), None)


def _nation(line: Line, token: int, head: int) -> ActorMention | None:
    """Return the state that a nationality before a deed means; before other nouns it says only where from."""
    lemma = line.parse.lemmas[head].casefold()
    country = _country_of(line, token)
    if country is None or lemma not in party_words("deeds") or line.is_hyphen(token + 1):
        return None
    return _mention(line, token, camp="foreign", head=line.parse.words[token], people=country)


def _country_of(line: Line, token: int) -> str | None:
    word = line.word(token)
    if len(word) <= LONGEST_CODE and line.parse.words[token].islower():  # a "car" is no state, "us" are none
        return None
    country = find_country(word)
    return find_people(word) or (country.name if country is not None and not country.is_capital else None)


def _sharer(line: Line, token: int) -> ActorMention | None:
    """Return one of several words that share a party noun: a nationality, a camp or a leader's name."""
    word, country = line.word(token), _country_of(line, token)
    if country is not None:
        return _mention(line, token, camp="foreign", head=line.parse.words[token], people=country)
    if word in _camps():
        return _mention(line, token, camp=_camps()[word], head=word)
    is_name = line.universal(token) == "PROPN" and line.parse.words[token][0].isupper()
    if is_name and word not in party_words("no_names"):
        name = line.parse.words[token]
        return _mention(line, token, camp=None, head=name, name=name)
    return None


def _mention(  # noqa: PLR0913 - one keyword for each field of the record
    line: Line, token: int, *, camp: str | None, head: str, people: str | None = None, name: str | None = None
) -> ActorMention:
    return ActorMention(
        span=line.span(token, token + 1), token=token, head=head, camp=camp, people=people, name=name
    )  # fmt: skip

"""Which words say that somebody says? The tables of cues and of sources, typed."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicons import read_toml
from sayso.model.kinds import REJECTING, Stance, VoiceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CueVerb:
    """How a verb of saying works: what it takes for content, and how its subject holds to that."""

    stance: Stance
    takes: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    needs_source: bool = False
    needs_predicate: bool = False
    acts: bool = False
    shows: bool = False
    particles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CuePhrase:
    """A verb that says something only with its noun ("cast doubt on"), `lacks` where only with none of it ("had *no* information on")."""

    nouns: frozenset[str]
    prepositions: frozenset[str]
    stance: Stance
    lacks: bool = False


@cache
def cue_verbs() -> dict[str, tuple[CueVerb, ...]]:
    """Return the rows of the table of verbs by verb; a verb may stand in several."""
    found: dict[str, tuple[CueVerb, ...]] = {}
    for row in read_toml("cues")["verbs"]:
        verb = CueVerb(
            stance=Stance(row["stance"]),
            takes=frozenset(row["takes"]),
            prepositions=frozenset(row.get("prepositions", ())),
            needs_source=bool(row.get("needs_source")),
            needs_predicate=bool(row.get("needs_predicate")),
            acts=bool(row.get("acts")),
            shows=bool(row.get("shows")),
            particles=frozenset(row.get("particles", ())),
        )
        for word in row["words"]:
            found[word] = (*found.get(word, ()), verb)
    return found


@cache
def rejecting_verbs() -> frozenset[str]:
    """Return the verbs that deny or doubt what they take."""
    return frozenset(word for word, rows in cue_verbs().items() if any(row.stance in REJECTING for row in rows))


@cache
def cue_phrases() -> dict[str, tuple[CuePhrase, ...]]:
    """Return the verbs that say something only with a noun, by verb."""
    found: dict[str, tuple[CuePhrase, ...]] = {}
    for row in read_toml("cues")["phrases"]:
        phrase = CuePhrase(
            nouns=frozenset(row["nouns"]), prepositions=frozenset(row["prepositions"]), stance=Stance(row["stance"]),
            lacks=bool(row.get("lacks")),
        )  # fmt: skip
        for word in row["verbs"]:
            found[word] = (*found.get(word, ()), phrase)
    return found


@cache
def cue_nouns() -> dict[str, Stance]:
    """Return the nouns of saying with their stance."""
    table = read_toml("cues")["nouns"]
    return {noun: stance for stance in Stance for noun in table.get(stance.value, ())}


@cache
def cue_words(key: str) -> frozenset[str]:
    """Return a list of the small words of `cues.toml`."""
    table = read_toml("cues")
    return frozenset(
        table["words"][key] if key in table["words"] else table[key if key in table else "nouns"][_inner(key)]
    )


def _inner(key: str) -> str:
    return "words" if key == "channels" else key


@cache
def head_kinds() -> dict[str, VoiceKind]:
    """Return what sort of voice a noun by itself means."""
    return {noun: VoiceKind(kind) for kind, nouns in read_toml("source_roles")["heads"].items() for noun in nouns}


@cache
def modifier_kinds() -> dict[str, VoiceKind]:
    """Return what sort of voice a word beside a noun makes it."""
    return {word: VoiceKind(kind) for kind, words in read_toml("source_roles")["modifiers"].items() for word in words}


@cache
def body_kinds() -> tuple[tuple[VoiceKind, frozenset[str]], ...]:
    """Return the words in names that tell what sort of body it is, first row first."""
    return tuple((VoiceKind(row["kind"]), frozenset(row["words"])) for row in read_toml("source_roles")["bodies"])


@cache
def role_words(table: str, key: str = "words") -> frozenset[str]:
    """Return a list of words of `source_roles.toml`."""
    return frozenset(read_toml("source_roles")[table][key])

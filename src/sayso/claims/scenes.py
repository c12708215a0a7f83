"""What sort of thing does a word mean in this document? The layers as the claims stage asks them."""

from bisect import bisect_left, bisect_right
from functools import cache, cached_property

from sayso.claims.counted_subjects import mend_counted_subjects
from sayso.claims.gapped_holders import mend_gaps
from sayso.claims.headlines import mend_headlines
from sayso.lexicons import read_toml
from sayso.lexicons.nouns import read_noun_classes
from sayso.model.claims import Layers
from sayso.model.mentions import ActorMention, Figure, Toponym
from sayso.model.parses import Parse
from sayso.model.spans import Span
from sayso.text.trees import keep_sound, tree_of

NAME_CLASSES = {"PLACE": "place", "PERSON": "person", "ORGANIZATION": "org"}
FARTHEST_ANTECEDENT = 250
THINGS = frozenset({"ordnance", "explosive", "aircraft", "vehicle"})
RECALLED = THINGS | {"people"}
MEN = frozenset({"man", "boy", "lad"})
MEANT = frozenset({"NOUN", "PROPN", "PRON"})
REFERENT_CLASSES = {"place": "place", "person": "person", "organization": "org", "group": "people"}


def words(key: str) -> frozenset[str]:
    """Return one list of small words of `noun_classes.toml`."""
    return frozenset(word.casefold() for word in read_toml("noun_classes")["words"][key])


@cache
def read_classes() -> dict[str, frozenset[str]]:
    """Return the classes of every common noun of the table; callers must not change it."""
    found: dict[str, set[str]] = {}
    for name, nouns in read_toml("noun_classes")["classes"].items():
        for noun in nouns:
            found.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


@cache
def read_fallback() -> dict[str, frozenset[str]]:
    """Return the classes of nouns that the table of frames does not name, from the dictionary's own tree of nouns."""
    vague = words("vague")
    return {noun: classes for noun, classes in read_noun_classes().items() if noun not in vague}


def _mend(layers: Layers) -> Parse:
    """Return the parse with what this stage knows better: headlines, holders and subjects left out, numbers that act."""
    parse = keep_sound(mend_headlines(layers), layers.parse)
    parse = keep_sound(mend_gaps(parse, layers), parse)
    return keep_sound(mend_counted_subjects(parse, layers.mentions), parse)


class Scene:
    """The layers of one document with the look-ups that every module of this stage needs."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.parse: Parse = _mend(layers)
        self.tree = tree_of(self.parse)
        self._nouns = read_classes()
        self._partitives = words("partitive")
        self._leading, self._civic = words("leading"), words("civic")
        self._sides, self._compass = words("side_nouns"), words("compass")
        self._masses, self._singling = words("masses"), words("singling")
        self._marks = {name: words(name) for name in ("chemical_marks", "air_marks", "air_bomb_marks", "crowd_marks")}
        self._classes: dict[int, frozenset[str]] = {}

    def tokens(self, span: Span) -> range:
        """Return the tokens that stand inside a span of the text."""
        first = bisect_left(self.parse.starts, span.start)
        return range(first, max(first, bisect_right(self.parse.ends, span.end)))

    def sentence_of(self, span: Span) -> int:
        """Return the number of the sentence that a span of the text begins in."""
        return bisect_right(self._sentence_starts, span.start) - 1

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(self.parse.starts[first] for first, _ in self.parse.sentences)

    def lemma(self, token: int) -> str:
        """Return the lemma of a token in lower case."""
        return self._lemmas[token]

    def forms(self, token: int) -> tuple[str, ...]:
        """Return what a word may be looked up by: its lemma, itself, and itself without a plural ending."""
        return self._forms[token]

    def helping(self, clause: int) -> frozenset[str]:
        """Return the auxiliary verbs of a clause, as they are written, in lower case."""
        return frozenset(self.parse.words[token].casefold() for token in self.tree.children(clause, "aux"))

    @cached_property
    def _lemmas(self) -> tuple[str, ...]:
        return tuple(lemma.casefold() for lemma in self.parse.lemmas)

    @cached_property
    def _forms(self) -> tuple[tuple[str, ...], ...]:
        rows = zip(self._lemmas, (word.casefold() for word in self.parse.words), strict=True)
        return tuple((lemma, word, word[:-1]) if word.endswith("s") else (lemma, word) for lemma, word in rows)

    def is_quoted(self, token: int) -> bool:
        """Tell whether a token stands between quotation marks."""
        quoted = self.layers.attributions.quoted
        return bool(quoted) and quoted[token]

    def item_of(self, token: int) -> int | None:
        """Return the index of the attribution that a token's innermost source belongs to."""
        of_token = self.layers.attributions.of_token
        return of_token[token] if of_token else None

    @cached_property
    def toponym_at(self) -> dict[int, Toponym]:
        """The toponym that each of its tokens belongs to; of two the one with the shorter words."""
        longest_first = sorted(self.layers.mentions.toponyms, key=lambda place: -place.span.length)
        found = {t: place for place in longest_first for t in self.tokens(place.span)}
        return found | {place.token: place for place in longest_first}

    @cached_property
    def actor_at(self) -> dict[int, ActorMention]:
        """The party that each of its tokens belongs to; the head's own mention wins."""
        found = {t: actor for actor in self.layers.mentions.actors for t in self.tokens(actor.span)}
        return found | {actor.token: actor for actor in self.layers.mentions.actors}

    @cached_property
    def figure_at(self) -> dict[int, Figure]:
        """The figure that each of its tokens, and the noun it counts, belongs to."""
        counted = {f.counted: f for f in self.layers.mentions.figures if f.counted is not None}
        return counted | {t: f for f in self.layers.mentions.figures for t in (*self.tokens(f.span), f.token)}

    @cached_property
    def time_tokens(self) -> frozenset[int]:
        """All tokens that stand in a time expression."""
        return frozenset(t for timex in self.layers.mentions.timexes for t in self.tokens(timex.span))

    @cached_property
    def date_tokens(self) -> frozenset[int]:
        """All tokens of time expressions but those that tell the time by an event: there a number counts something."""
        dated = (timex for timex in self.layers.mentions.timexes if timex.event is None)
        return frozenset(t for timex in dated for t in self.tokens(timex.span))

    @cached_property
    def cue_at(self) -> dict[int, int]:
        """The attribution whose cue a token belongs to."""
        items = self.layers.attributions.items
        return {t: number for number, item in enumerate(items) if item.cue for t in self.tokens(item.cue)}

    @cached_property
    def speakers(self) -> frozenset[int]:
        """The nouns that name who speaks in this document."""
        spans = (source.span for item in self.layers.attributions.items for source in item.chain if source.span)
        return frozenset(t for span in spans for t in self.tokens(span) if self._heads_span(t, span))

    def _heads_span(self, token: int, span: Span) -> bool:
        head = self.parse.heads[token]
        return head == token or not span.holds(self.parse.span(head, head + 1))

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {t: label for first, last, label in self.parse.names for t in range(first, last)}

    @cached_property
    def _referents(self) -> dict[int, str]:
        return {
            last - 1: REFERENT_CLASSES.get(referent.kind, "people")
            for referent in self.layers.referents
            for _, last in referent.mentions
        }

    def is_in_name(self, token: int) -> bool:
        """Tell whether a token stands inside the name of a person or body; capitals of a headline prove nothing."""
        return self._labels.get(token) in {"PERSON", "ORGANIZATION"} and self.tree.sentence(token) not in self._titles

    @cached_property
    def _titles(self) -> frozenset[int]:
        """The sentences written in the capitals of a headline."""
        return frozenset(
            number for number, (first, last) in enumerate(self.parse.sentences) if self._is_title(first, last)
        )

    def _is_title(self, first: int, last: int) -> bool:
        longer = [w for w in self.parse.words[first:last] if len(w) > 3 and w.isalpha()]
        return len(longer) >= 3 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)

    def classes(self, token: int) -> frozenset[str]:
        """Return what a noun may mean: classes of `noun_classes.toml`, and person, org, state, pronoun, figure.

        Mentions speak before the table of nouns; a partitive ("most of the town") means its complement.
        """
        if token not in self._classes:
            self._classes[token] = frozenset()
            found = frozenset(self._classify(token))
            found = found - {"people"} | {"force"} if self._are_fighters(token) else found
            self._classes[token] = found - {"force", "org"} | {"place"} if self._is_named_side(token) else found
        return self._classes[token]

    def _classify(self, token: int) -> set[str]:
        found = set(self._mention_classes(token))
        lemma = self.lemma(token)
        if self.parse.universal[token] in {"NOUN", "ADJ", "VERB", "PROPN", "ADV", "NUM", "DET"}:
            found |= self._look_up(token)
        if "force" in found and any(self.lemma(c) in self._marks["air_marks"] for c in self.tree.children(token)):
            found.add("aircraft")
        if "explosive" in found and any(
            self.lemma(c) in self._marks["air_bomb_marks"] for c in self.tree.children(token, "compound", "amod")
        ):
            found.add("aircraft")
        if "chemical" in found and any(self.lemma(c) in self._marks["crowd_marks"] for c in self.tree.children(token)):
            found.remove("chemical")
        if self.parse.universal[token] == "PRON":
            found.add("pronoun")
        if "weapon" in found and any(self.lemma(c) in self._marks["chemical_marks"] for c in self.tree.children(token)):
            found.add("chemical")
        if "weapon" in found and any(self.lemma(c) == "such" for c in self.tree.children(token)):
            found |= self._antecedent_classes(token)
        if not found:
            found |= {c for child in self.tree.children(token, "appos", "flat") for c in self.classes(child)}
        if lemma in self._partitives or self.parse.universal[token] in {"NUM", "SYM"}:
            found = self._join_complement(found, token)
        meant = self.meant_before(token)
        return found if meant is None else found | self.classes(meant)

    def named_by(self, token: int) -> tuple[int, ...]:
        """Return the word that names what a noun means: of a part or number also what it is of ("six of our trucks")."""
        meant = self.meant_before(token)
        if meant is not None:
            return token, meant
        if self.lemma(token) not in self._partitives and self.parse.universal[token] != "NUM":
            return (token,)
        return token, *(c for c in self.tree.children(token, "nmod", "obl") if self.tree.case(c) == "of")

    def meant_before(self, token: int) -> int | None:
        """Return those just told of in the plural that "one", "another" or "many" is of, as it does or undergoes something.

        "The jet let go its bombs. *One* landed in the market"; "36,000 people fled. *Many* camp in the stadium".
        """
        is_single, is_number = self.lemma(token) in self._singling, self.parse.universal[token] == "NUM"
        if not (is_single or is_number) or not self.tree.is_relation(token, "nsubj"):
            return None
        if any(self.parse.universal[c] in MEANT for c in self.tree.children(token)):
            return None
        if self.parse.words[token].casefold() == "other":  # "One set off his bombs, the other was shot."
            return None
        first = self.parse.sentences[max(0, self.tree.sentence(token) - 1)][0]
        last = next((t for t in range(token - 1, first - 1, -1) if self._is_several(t)), None)
        classes = frozenset() if last is None else self.classes(last)
        return last if classes & (RECALLED if is_single else THINGS) and "force" not in classes else None

    def _are_fighters(self, token: int) -> bool:
        """Tell whether men are those of a force: "the militia's *men* withdrew"."""
        owners = self.tree.children(token, "nmod:poss") if self.lemma(token) in MEN else ()
        return any("force" in self.classes(owner) for owner in owners)

    def _is_several(self, token: int) -> bool:
        """Tell whether a noun means several things told of: "bombs", "two shells"; not "two days"."""
        counted = self.parse.heads[token] if self.tree.case(token) == "of" else token
        is_told = self.tree.is_relation(counted, "nsubj", "obj", "conj") or token in self.figure_at
        return self.parse.tags[token] == "NNS" and is_told and token not in self.time_tokens

    def _is_named_side(self, token: int) -> bool:
        """Tell whether a word is one side of a place that the text has named: "the whole *eastern side* fell", "the east bank"."""
        if self.lemma(token) not in self._sides:
            return False
        return any(self.lemma(c) in self._compass for c in self.tree.children(token, "amod", "compound"))

    def _join_complement(self, found: set[str], token: int) -> set[str]:
        """Return what a part or number means with what it is of: "a column of *refugees*" marches, and fights nobody."""
        complement = self._complement_classes(token) or self._bare_classes(token)
        are_unarmed = "people" in complement and "force" not in complement
        return (found - {"force"} if are_unarmed else found) | complement

    def _bare_classes(self, token: int) -> set[str]:
        """Return what "thousands" means when nothing says of what: people."""
        return {"figure", "people"} if self.lemma(token) in self._masses else set()

    def _look_up(self, token: int) -> frozenset[str]:
        """Return what the tables say of a word: the table of frames, and for a common noun the dictionary behind it."""
        known = next((self._nouns[form] for form in self.forms(token) if form in self._nouns), None)
        if known is not None or self.parse.universal[token] != "NOUN":
            return known or frozenset()
        fallback = read_fallback()
        return next((fallback[form] for form in self.forms(token) if form in fallback), frozenset())

    def is_unknown(self, token: int) -> bool:
        """Tell whether nothing is known of what a common noun means."""
        return self.parse.universal[token] in {"NOUN", "PROPN"} and not self.classes(token) - {"figure"}

    def _mention_classes(self, token: int) -> set[str]:
        found: set[str] = set()
        if token in self.toponym_at:
            found |= {"place", "state"} if self.toponym_at[token].kind == "country" else {"place"}
        if token in self.actor_at and self.actor_at[token].token == token and not self._is_named_building(token):
            found |= self._actor_classes(self.actor_at[token])
        if token in self.figure_at and not self._counts_things(token):
            found.add("figure")
        if not found and token in self._labels:
            found.add(NAME_CLASSES[self._labels[token]])
        if not found and token in self._referents:
            found.add(self._referents[token])
        return found

    def _counts_things(self, token: int) -> bool:
        """Tell whether a number is of things by their noun: "*six cars* arrived" tells of no people."""
        known = self._look_up(token) if self.parse.universal[token] == "NOUN" else frozenset()
        return bool(known & THINGS) and not known & {"people", "force", "figure"}

    def _antecedent_classes(self, token: int) -> set[str]:
        """Return what "such weapons" refers to: the last thing of that sort the text has named."""
        for before in range(token - 1, max(-1, token - FARTHEST_ANTECEDENT), -1):
            named = self._nouns.get(self.lemma(before), frozenset())
            if "chemical" in named or "weapon" in named:
                return set(named) | set(self.classes(before))
        return set()

    def _leads_civilians(self, token: int) -> bool:
        """Tell whether somebody leads people who do not fight: "an indigenous *leader*"."""
        if self.lemma(token) not in self._leading:
            return False
        beside = self.tree.children(token, "amod", "compound")
        return any(not self._civic.isdisjoint(self.forms(c)) for c in beside)

    def is_armed(self, token: int) -> bool:
        """Tell whether a word names a party that is not known to be people without arms."""
        is_party = token in self.actor_at and self.actor_at[token].camp != "civilians"
        return is_party and not self._leads_civilians(token) and not self._is_named_building(token)

    def _is_named_building(self, token: int) -> bool:
        """Tell whether a name ends in a word for a building: "Orlesh *College*" fights nobody."""
        named = self._nouns.get(self.lemma(token).casefold(), frozenset())
        return self.parse.universal[token] == "PROPN" and "building" in named and "force" not in named

    def _actor_classes(self, actor: ActorMention) -> set[str]:
        if actor.camp == "civilians" or self._leads_civilians(actor.token):
            return {"people"}
        return {"force", "state"} if actor.camp in {"foreign", "government"} else {"force"}

    def _complement_classes(self, token: int) -> set[str]:
        found: set[str] = set()
        for child in self.tree.children(token, "nmod", "obl", "compound", "nmod:unmarked"):
            if self.tree.case(child) in {"of", None, "over", "to"}:
                found |= self.classes(child)
        return found

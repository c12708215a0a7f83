"""Who says it where the verb of saying is in the passive ("it has been reported", "was quoted as saying")?"""

from collections.abc import Iterator

from sayso.attribution.borders import is_cue, opens_with_that, trim
from sayso.attribution.candidates import beside, could_speak, is_set_behind
from sayso.attribution.contents import said_after, said_before
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.stances import find_stance
from sayso.attribution.tags import TENSED
from sayso.attribution.words import cue_verbs, cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

UNNAMED = name_rule(
    "attribution.passive",
    'It "has been reported" or "is believed": nobody is named, so it stands as an unattributed report, hedged.',
)
AGENT = name_rule("attribution.agent", 'Who says it stands behind "by" ("it was announced by X").')
HEARSAY = name_rule(
    "attribution.hearsay", '"Reportedly", "allegedly" or the like marks it as hearsay; nobody is named.'
)
QUOTED = name_rule("attribution.quoted_as", 'Somebody "was quoted as saying"; who quotes them passes it on.')


_WITHOUT_OBJECT = frozenset({"prepositions", "infinitive"})
_ASIDE = frozenset({"acl", "appos", "punct", "case", "cc", "conj", "parataxis"})


def is_passive(page: Page, verb: int) -> bool:
    """Tell whether a verb is a past participle in the passive; the tag decides where the parse is unsure."""
    if page.tree.child(verb, "aux:pass") is not None:
        return True
    if _speaks_behind_mark(page, verb) or is_set_behind(page, verb):
        return False
    return (
        page.tree.is_passive(verb)
        and page.parse.tags[verb] == "VBN"
        and page.tree.child(verb, "nsubj") != _before(page, verb)
    )


def _speaks_behind_mark(page: Page, verb: int) -> bool:
    """Tell whether a source and this verb stand behind a comma or a quotation ("..., Amman confirmed")."""
    head = page.parse.heads[verb]
    return head == verb - 1 and could_speak(page, head) and page.word(find_phrase(page, head)[0] - 1) in {",", "”", '"'}


def _before(page: Page, verb: int) -> int | None:
    subject = page.tree.child(verb, "nsubj")
    return subject if subject is not None and page.parse.relations[subject] == "nsubj" and subject < verb else -1


def find_passives(page: Page) -> Iterator[Draft]:
    """Yield the acts of saying that a verb in the passive tells."""
    for verb in page.with_lemma(cue_verbs()):
        if page.parse.universal[verb] != "VERB" or not _tells_something(page, verb) or not is_passive(page, verb):
            continue
        draft = _read_passive(page, verb)
        if draft is not None:
            yield draft


def _tells_something(page: Page, verb: int) -> bool:
    """Tell whether a verb can have what is told for its object: "own up to" makes no "owned by"."""
    return any(not row.takes <= _WITHOUT_OBJECT for row in cue_verbs().get(page.lemma(verb), ()))


def _read_passive(page: Page, verb: int) -> Draft | None:
    speaker = _find_agent(page, verb)
    content = _said(page, verb)
    if any(page.parse.tags[c] == "MD" for c in page.tree.children(verb, "aux")):
        return None
    if speaker is not None:
        content -= frozenset(range(speaker.run[0] - 1, speaker.run[1]))
    elif not _is_hearsay(page, verb) or page.tree.is_negated(verb):
        return None
    if not content:
        return None
    return Draft(
        head=verb,
        cue=_cue_run(page, verb),
        lemma=page.lemma(verb),
        stance=find_stance(page, verb, cue_verbs()[page.lemma(verb)][0].stance, content) if speaker else Stance.HEDGES,
        content=content - {t for t in page.tree.children(verb, "advmod") if page.word(t) in cue_words("denying_words")},
        rule=AGENT if speaker else UNNAMED,
        speaker=speaker,
    )


def _is_hearsay(page: Page, verb: int) -> bool:
    """Tell whether a verb in the passive makes a report of nobody's: "it is reported", "it is *told*" (who "was told" is somebody)."""
    if page.lemma(verb) in cue_words("passive"):
        return True
    subject = page.tree.child(verb, "expl", "nsubj")
    return page.lemma(verb) in cue_words("passive_it") and subject is not None and page.word(subject) == "it"


def _find_agent(page: Page, verb: int) -> Speaker | None:
    agent = page.tree.passive_agent(verb)
    return Speaker(agent, find_phrase(page, agent)) if agent is not None and could_speak(page, agent) else None


def _cue_run(page: Page, verb: int) -> Run:
    auxiliaries = [c for c in page.tree.children(verb, "aux") if c < verb]
    return min([verb, *auxiliaries]), verb + 1


def _said(page: Page, verb: int) -> frozenset[int]:
    """Return the clause behind "it has been reported"; else the subject with what is said of it."""
    own = set(page.tree.children(verb, "aux")) | {verb}
    clauses = [c for c in page.tree.children(verb, "ccomp", "csubj") if c > verb]
    clauses = clauses or [c for c in page.tree.children(verb, "dep") if c > verb and opens_with_that(page, c)]
    if _is_set_behind(page, verb):
        return trim(page, range(page.sentence(verb)[0], page.tree.children(verb, "nsubj", "expl")[0]))
    if clauses:
        tokens = [t for c in clauses for t in page.tree.subtree(c)]
        return frozenset(t for t in tokens if page.word(t) != "that" or page.parse.heads[t] not in clauses)
    if page.tree.child(verb, "nsubj", "csubj") is None and not page.tree.is_relation(verb, "acl"):
        return frozenset()
    if page.tree.is_relation(verb, "acl"):
        return (_noun_told(page, verb) or _of_participle(page, verb)) - own
    kept = [
        c
        for c in page.tree.children(verb)
        if not page.is_mark(c) and not page.tree.is_relation(c, "mark", "cc", "conj", "aux")
    ]
    return frozenset(t for c in kept for t in page.tree.subtree(c)) - own


def _is_set_behind(page: Page, verb: int) -> bool:
    """Tell whether a comma and "it is reported" close a sentence."""
    subject = page.tree.child(verb, "nsubj", "expl")
    is_it = subject is not None and page.word(subject) == "it" and subject < verb and page.word(subject - 1) == ","
    return is_it and all(page.is_mark(t) for t in range(verb + 1, page.sentence(verb)[1]))


def _noun_told(page: Page, verb: int) -> frozenset[int]:
    """Return the thing that somebody is said to tell behind "by" ("*31 deaths* recorded by the monitor")."""
    noun = page.parse.heads[verb]
    is_thing = any(row.takes & {"noun", "count"} for row in cue_verbs()[page.lemma(verb)])
    if not is_thing or _find_agent(page, verb) is None:
        return frozenset()
    return trim(page, [t for t in page.tree.subtree(noun, without=_ASIDE) if t < verb])


def _of_participle(page: Page, verb: int) -> frozenset[int]:
    """Return what "an attack believed to be ..." says: what hangs on the participle."""
    kept = [c for c in page.tree.children(verb, "xcomp", "obl", "obj", "ccomp", "advcl") if c > verb]
    return frozenset(t for c in kept for t in page.tree.subtree(c))


def find_hedged(page: Page) -> Iterator[Draft]:
    """Yield the clauses that an adverb marks as hearsay ("reportedly")."""
    for token in page.with_word(cue_words("hedging_adverbs")):
        if page.parse.universal[token] != "ADV":
            continue
        head = page.parse.heads[token]
        clause = page.tree.subtree(head, without=frozenset({"conj", "cc", "punct", "parataxis", "mark"}))
        if page.parse.universal[head] in {"VERB", "ADJ", "NOUN"} and len(clause) > 2:
            yield Draft(
                head=token,
                cue=(token, token + 1),
                lemma=page.word(token),
                stance=Stance.HEDGES,
                content=frozenset(clause) - {token},
                rule=HEARSAY,
            )


def find_quoted(page: Page) -> Iterator[Draft]:
    """Yield "Y was quoted as saying", "X quoted Y as saying" and "..., citing Y"."""
    for verb in page.with_lemma(cue_words("quoting")):
        if page.parse.universal[verb] == "VERB":
            draft = _read_quoting(page, verb)
            if draft is not None:
                yield draft


def _read_quoting(page: Page, verb: int) -> Draft | None:
    saying = next(
        (
            c
            for c in page.tree.children(verb, "advcl", "xcomp", "ccomp", "acl", "obl")
            if c > verb and is_cue(page, c) and page.parse.tags[c] == "VBG"
        ),
        None,
    )
    if saying is None:
        return None
    passive = is_passive(page, verb)
    who = page.tree.child(verb, "nsubj") if passive else page.tree.child(verb, "obj")
    by = page.tree.passive_agent(verb) if passive else page.tree.child(verb, "nsubj")
    by = beside(page, verb, -1) if by is None and not passive and page.parse.tags[verb] in TENSED else by
    who = page.tree.antecedent(who) if who is not None else None
    if who is None or not could_speak(page, who):
        return None
    speaker = Speaker(who, find_phrase(page, who))
    content = said_after(page, saying, None) or said_before(page, verb, speaker)
    relay = find_phrase(page, by) if by is not None and could_speak(page, by) else None
    if not content:
        return None
    return Draft(
        head=saying, cue=(verb, saying + 1), lemma=page.lemma(saying), stance=Stance.ASSERTS,
        content=content - set(range(*speaker.run)), rule=QUOTED, speaker=speaker, relay=relay,
    )  # fmt: skip

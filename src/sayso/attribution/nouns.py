"""Which nouns say that somebody says ("the claim that ...", "reports of ...")?"""

from collections.abc import Iterator

from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.stances import is_unsure
from sayso.attribution.verdicts import find_verdict
from sayso.attribution.words import cue_nouns, cue_phrases, cue_verbs, cue_words, rejecting_verbs
from sayso.model.derivations import name_rule
from sayso.model.kinds import REJECTING, Stance

NOUN = name_rule(
    "attribution.noun", 'A "claim", "report" or "statement" is somebody\'s ("X\'s claim that ...", "a statement by X").'
)
REPORTS = name_rule(
    "attribution.reports",
    'There are "reports that ..." or "allegations of ...": nobody is named, so it stands as an unattributed report, hedged.',
)

_OURS = frozenset({"our", "my"})


def find_nouns(page: Page) -> Iterator[Draft]:
    """Yield the acts of saying that a noun tells.

    A noun that is the object of a verb of saying ("denied allegations that ...") is left to that verb.
    """
    for noun in page.with_lemma({*cue_nouns(), *cue_words("equated")}):
        universal = page.parse.universal[noun]
        lemma = page.lemma(noun)
        is_telling = lemma in cue_nouns() and not (
            _belongs_to_verb(page, noun) and not _is_checked(page, noun) and not is_rejected(page, noun)
        )
        if universal != "NOUN" or not (is_telling or lemma in cue_words("equated")):
            continue
        if any(page.word(c) in _OURS for c in page.tree.children(noun, "nmod:poss")):
            continue
        content, speaker = (
            _equated(page, noun) or (_said(page, noun) if is_telling else frozenset()),
            _find_owner(page, noun),
        )
        if speaker is None and _is_where_said(page, noun):
            continue
        if is_rejected(page, noun):
            content -= _said_beside(page, content)
        if content and (speaker is not None or lemma in cue_words("unattributed")):
            yield Draft(
                head=noun,
                cue=(noun, noun + 1),
                lemma=lemma,
                stance=cue_nouns().get(lemma, Stance.ASSERTS) if speaker else Stance.HEDGES,
                content=content - set(range(*speaker.run)) if speaker else content,
                rule=NOUN if speaker else REPORTS,
                speaker=speaker,
            )


def _is_where_said(page: Page, noun: int) -> bool:
    """Tell whether a report is only where somebody says something ("the UN *said in a report* that ...")."""
    head = page.parse.heads[noun]
    is_inside = page.tree.is_relation(noun, "obl") and page.tree.case(noun) in {"in", "into"}
    return is_inside and page.parse.universal[head] == "VERB" and page.lemma(head) in cue_verbs()


def _equated(page: Page, noun: int) -> frozenset[int]:
    """Return the clause that somebody's word is said to be ("the army's version *is that* rebels fired")."""
    clause = page.parse.heads[noun]
    marks = (c for c in page.tree.children(clause, "mark") if page.word(c) == "that" and page.lemma(c - 1) == "be")
    that = next(marks, None) if page.tree.is_relation(noun, "nsubj") else None
    return frozenset(t for t in page.tree.subtree(clause) if that is not None and t > that and not page.is_mark(t))


def _belongs_to_verb(page: Page, noun: int) -> bool:
    head = page.parse.heads[noun]
    is_object = page.tree.is_relation(noun, "obj") or (
        page.tree.is_relation(noun, "nsubj") and page.tree.passive_agent(head) is not None
    )
    return page.parse.universal[head] == "VERB" and page.lemma(head) in cue_verbs() and is_object


def _is_checked(page: Page, noun: int) -> bool:
    """Tell whether somebody could not verify what another says ("could not confirm *the army's claim that* ...").

    Where only the outlet or nobody checks, what it could not verify is said by others, named or not.
    """
    verb = page.parse.heads[noun]
    is_others = page.tree.child(noun, "nmod:poss") is not None or _is_ours_to_check(page, verb)
    is_beyond = is_unsure(page, verb) or page.tree.is_negated(page.parse.heads[verb])
    return page.lemma(verb) in cue_words("unverified") and is_beyond and is_others


def is_rejected(page: Page, noun: int) -> bool:
    """Tell whether somebody rejects what others say ("dismissed *rumours that* ...", "rejected *the activists' claim that* ...")."""
    verb = page.parse.heads[noun]
    is_object = page.tree.is_relation(noun, "obj", "nsubj") and page.lemma(verb) in rejecting_verbs()
    # "Does not believe the army's statement that".
    is_object |= page.tree.is_relation(noun, "obj") and page.lemma(verb) == "believe" and page.tree.is_negated(verb)
    return is_object or is_doubted(page, noun) or find_verdict(page, noun) is not None


def is_doubted(page: Page, noun: int) -> bool:
    """Tell whether doubt is cast on what others say, or somebody scoffs at it: it stands behind the preposition of such a verb."""
    verb, case = page.parse.heads[noun], page.tree.case(noun)
    if not page.tree.is_relation(noun, "obl", "nmod") or case is None:
        return False
    if page.tree.is_relation(noun, "nmod"):
        verb = page.parse.heads[verb]
    rows = (row for row in cue_verbs().get(page.lemma(verb), ()) if row.stance in REJECTING)
    phrases = (row for row in cue_phrases().get(page.lemma(verb), ()) if row.stance in REJECTING)
    said = {page.word(t) for t in page.tree.children(verb)}
    return any(case in row.prepositions for row in rows) or any(
        case in row.prepositions and not row.nouns.isdisjoint(said) for row in phrases
    )


def _said_beside(page: Page, content: frozenset[int]) -> frozenset[int]:
    """Return what the one who rejects does beside it ("denied reports that ..., *calling them lies*"): no words of the others."""
    beside = (t for t in content if page.tree.is_relation(t, "advcl") and page.parse.tags[t] == "VBG")
    return frozenset(t for verb in beside if page.tree.child(verb, "mark") is None for t in page.tree.subtree(verb))


def _is_ours_to_check(page: Page, verb: int) -> bool:
    """Tell whether "we", the outlet, or nobody is the subject of a verb."""
    subject = page.tree.subject(verb)
    is_nobody = subject is None or page.word(subject) in cue_words("first_person") | {"it"}
    return is_nobody or (subject is not None and page.names_outlet(find_phrase(page, subject)))


def _said(page: Page, noun: int) -> frozenset[int]:
    """Return the clause behind "that", the past in an infinitive, or what stands behind "of" after a noun that can take it."""
    maker = page.tree.oblique(noun, "by")
    behind = page.tree.children(maker, "acl") if maker is not None else ()
    for child in (*page.tree.children(noun, "acl", "ccomp"), *behind, *_clause_behind(page, noun)):
        marks = [c for c in page.tree.children(child, "mark", "nsubj", "obj") if page.word(c) == "that"]
        if child > noun and marks and page.parse.heads[marks[0]] == child and page.parse.universal[child] != "NUM":
            if page.parse.relations[marks[0]] == "nsubj" and page.parse.tags[marks[0]] == "WDT":
                continue
            return frozenset(t for t in page.tree.subtree(child) if t > noun and t != marks[0])
    told = _spread_that(page, noun) or _claimed_past(page, noun)
    if told:
        return told
    if page.lemma(noun) not in cue_words("with_of"):
        return frozenset()
    of = page.tree.oblique(noun, "of")
    return (
        frozenset(t for t in page.tree.subtree(of) if page.parse.relations[t] != "case" or page.parse.heads[t] != of)
        if of is not None and of > noun
        else frozenset()
    )


def _spread_that(page: Page, noun: int) -> frozenset[int]:
    """Return the clause behind "that" where the words are said to go around ("Rumours *spread that* the mayor had fled")."""
    verb = page.parse.heads[noun]
    is_going = page.tree.is_relation(noun, "nsubj") and page.lemma(verb) in cue_words("going_around")
    clause = page.tree.child(verb, "ccomp", "acl") if is_going else None
    if clause is None or page.word(min(page.tree.subtree(clause))) != "that":
        return frozenset()
    return frozenset(t for t in page.tree.subtree(clause) if t > min(page.tree.subtree(clause)))


def _claimed_past(page: Page, noun: int) -> frozenset[int]:
    """Return what somebody claims to have done or to hold ("the army's claim *to have taken* the town", "of *having taken* it")."""
    if page.lemma(noun) not in cue_words("with_infinitive"):
        return frozenset()
    for clause in (c for c in page.tree.children(noun, "acl") if c > noun):
        opener = page.word(min(page.tree.subtree(clause)))
        is_past = page.tree.child(clause, "aux") is not None
        is_so = is_past or page.lemma(clause) in cue_words("claimed_states")
        if (
            (opener == "to" and is_so)
            or (opener == "of" and page.parse.tags[clause] == "VBG")
            or (opener == "of" and is_past)
        ):
            return frozenset(
                t for t in page.tree.subtree(clause) if page.word(t) != "of" or page.parse.heads[t] != clause
            )
    return frozenset()


def _clause_behind(page: Page, noun: int) -> tuple[int, ...]:
    """Return the clause that "that" opens right behind the noun's phrase, whatever the parse hangs it on."""
    that = max(page.tree.subtree(noun)) + 1
    is_open = that < page.sentence(noun)[1] and page.word(that) == "that" and page.tree.is_relation(that, "mark")
    return (page.parse.heads[that],) if is_open else ()


def _find_owner(page: Page, noun: int) -> Speaker | None:
    """Return whose word it is: the possessor, who stands behind "by" or "from", or who makes it ("issued a statement")."""
    owner = page.tree.child(noun, "nmod:poss")
    if owner is None:
        owner = page.tree.oblique(noun, "by", "from")
    if owner is None and noun - 1 in page.body_at and page.tree.is_relation(noun - 1, "compound", "nmod", "flat"):
        owner = noun - 1
    if owner is None and _is_owner_before(page, noun):
        owner = noun - 1
    head = page.parse.heads[noun]
    if owner is None and page.tree.is_relation(noun, "obj") and page.lemma(head) in cue_words("making"):
        owner = page.tree.subject(head)
    if owner is None or not could_speak(page, owner) or page.word(owner) in cue_words("first_person"):
        return None
    owner = page.tree.antecedent(owner)
    return Speaker(owner, find_phrase(page, owner))


def _is_owner_before(page: Page, noun: int) -> bool:
    """Tell whether the word right before is whose word it is ("*army* claims that", "a *state television* report that").

    Those of whom nobody is meant ("*media* reports", "*witness* accounts") are not.
    """
    is_beside = page.tree.is_relation(noun - 1, "compound") and page.parse.heads[noun - 1] == noun
    return is_beside and could_speak(page, noun - 1) and page.lemma(noun - 1) not in cue_words("of_nobody")

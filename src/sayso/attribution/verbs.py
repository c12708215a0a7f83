"""Which verbs say that somebody says, and what?"""

from collections.abc import Callable, Iterator

from sayso.attribution.borders import has_finite_verb, is_quoted
from sayso.attribution.candidates import could_speak
from sayso.attribution.contents import said_after, said_before
from sayso.attribution.drafts import Draft
from sayso.attribution.insertions import around
from sayso.attribution.kinds import is_role
from sayso.attribution.objects import behind_preposition, count_of, deed_told, thing_told, value_of
from sayso.attribution.pages import Page
from sayso.attribution.passives import is_passive
from sayso.attribution.persons import find_set_name
from sayso.attribution.predicates import quotation_behind, said_of
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.speakers import find_speaker
from sayso.attribution.stances import find_stance
from sayso.attribution.tags import RELATIVE
from sayso.attribution.verb_phrases import read_phrase
from sayso.attribution.verdicts import take_calling
from sayso.attribution.words import CueVerb, cue_nouns, cue_phrases, cue_verbs, cue_words, role_words
from sayso.model.derivations import name_rule

CLAUSE = name_rule(
    "attribution.clause",
    'Somebody "said", "reported" or the like, and the words beside it tell what ("X said that ...", "..., said X").',
)
QUOTE = name_rule("attribution.quote", 'The exact words of somebody stand beside "said" or its like.')
OBJECT = name_rule("attribution.object", 'A thing is reported, denied, condemned or announced ("X reported clashes").')
NAMING = name_rule(
    "attribution.naming", 'Somebody calls, accuses or urges somebody ("X called it a crime", "X accused Y of ...").'
)
PREPOSITION = name_rule(
    "attribution.preposition",
    'What is said stands behind "for", "of" or the like ("X called for talks", "X warned of ...").',
)
DEED = name_rule(
    "attribution.deed", 'Somebody vows to do something or tells others to ("X vowed to return", "X told Y to leave").'
)
VALUE = name_rule("attribution.value", 'Somebody gives a number for something ("X put the toll at 12").')
COUNT = name_rule("attribution.count", 'Somebody counts or gives a count ("X had counted 17 dead").')
_NEAR = 8
_READERS: tuple[tuple[str, str, Callable[[Page, int, CueVerb], frozenset[int]]], ...] = (
    ("all", NAMING, said_of),
    ("value", VALUE, lambda page, verb, _: value_of(page, verb)),
    ("count", COUNT, lambda page, verb, _: count_of(page, verb)),
    ("noun", OBJECT, thing_told),
    ("infinitive", DEED, lambda page, verb, _: deed_told(page, verb)),
    ("prepositions", PREPOSITION, behind_preposition),
)


def find_verbs(page: Page) -> Iterator[Draft]:
    """Yield the acts of saying that a verb in the active tells, in reading order."""
    spots = {*page.with_lemma(cue_verbs()), *page.with_lemma(cue_phrases()), *page.with_word(cue_phrases())}
    for verb in sorted(spots):
        lemma = page.lemma(verb)
        if (
            not _is_verb(page, verb, lemma)
            or is_passive(page, verb)
            or _is_foretold(page, verb)
            or _is_missed(page, verb)
            or _is_inferred(page, verb)
            or _is_asked_for(page, verb)
            or _is_left_unsaid(page, verb)
        ):
            continue
        draft = read_phrase(page, verb) if lemma in cue_phrases() else None
        if draft is None and lemma in cue_verbs():
            draft = next((d for row in cue_verbs()[lemma] if (d := _read(page, verb, row))), None)
        if draft is not None:
            yield take_calling(page, draft)


def _is_foretold(page: Page, verb: int) -> bool:
    """Tell whether a quotation foretells what somebody will say ("the regime *will deny* it"): nobody has said it."""
    return verb in page.quotation_at and any(page.parse.tags[c] == "MD" for c in page.tree.children(verb, "aux"))


def _is_missed(page: Page, verb: int) -> bool:
    """Tell whether somebody was not there to say it ("could not be *reached* to confirm the strike")."""
    return page.word(verb - 1) == "to" and page.lemma(page.parse.heads[verb]) in cue_words("out_of_reach")


def _is_asked_for(page: Page, verb: int) -> bool:
    """Tell whether somebody is only asked to say it ("called on the mayor *to apologise*")."""
    is_infinitive = page.parse.tags[verb] == "VB" and page.word(verb - 1) == "to"
    return is_infinitive and page.lemma(page.parse.heads[verb]) in cue_words("calling_on")


def _is_left_unsaid(page: Page, verb: int) -> bool:
    """Tell whether somebody does a thing without saying it ("left *without giving* a reason", "without even noting that")."""
    before = page.word(verb - 1 - (page.parse.universal[verb - 1] == "ADV"))
    return page.parse.tags[verb] == "VBG" and before == "without"


def _is_inferred(page: Page, verb: int) -> bool:
    """Tell whether a participle only says what a thing reported lets one infer ("reported blasts, *hinting* at a fight")."""
    if page.parse.tags[verb] != "VBG" or page.lemma(verb) not in cue_words("inferring") or page.word(verb - 1) != ",":
        return False
    outer = next((t for t in page.tree.ancestors(verb) if page.lemma(t) == "report" and t < verb), None)
    return outer is not None and any(outer < t < verb for t in page.tree.children(outer, "obj"))


def _is_verb(page: Page, token: int, lemma: str) -> bool:
    """Tell whether a word is a verb that may say something, also one that the parse took for a noun."""
    if page.parse.universal[token] == "VERB":
        return lemma in cue_verbs() or lemma in cue_phrases()
    if lemma in cue_phrases() or page.word(token) in cue_phrases():
        return any(page.word(token + 1) in phrase.nouns for phrase in cue_phrases().get(page.word(token), ()))
    is_noun = page.parse.universal[token] == "NOUN" and lemma in cue_verbs() and lemma not in cue_nouns()
    if is_noun and page.word(token + 1) == "of" and page.parse.tags[token] == "NNS":
        subject = page.tree.child(token, "nsubj")
        is_named = page.parse.heads[token - 1] == token and page.labels.get(token - 1) == "PERSON"
        is_named |= page.word(token - 1) == "," and any(page.word(t) == "," for t in range(token - _NEAR, token - 1))
        return is_named or (subject is not None and subject < token and page.tree.child(token, "cop") is None)
    return is_noun and page.word(token + 1) == "that" and page.tree.child(token, "ccomp") is not None


def _read(page: Page, verb: int, row: CueVerb) -> Draft | None:
    if row.particles and page.word(verb + 1) not in row.particles:
        return None
    speaker = find_speaker(page, verb, is_strict=page.lemma(verb) in cue_words("strict"))
    if speaker is None or (row.shows and not _can_show(page, speaker)):
        return None
    content, rule = _find_content(page, verb, row, speaker)
    if rule in {VALUE, COUNT} and _only_befalls(page, verb, speaker):
        return None
    if row.particles:
        content -= {verb + 1}
    content -= frozenset(range(*speaker.run)) | {verb} | _told_of(page, verb, speaker) | _name_of(page, verb, speaker)
    if page.parse.tags[verb] == "VBG" and speaker.run[0] > verb:
        content = frozenset(t for t in content if t < speaker.run[0])
    if not content or (row.needs_source and not could_speak(page, speaker.head)):
        return None
    return Draft(
        head=verb, cue=_cue_run(page, verb), lemma=page.lemma(verb), stance=find_stance(page, verb, row.stance, content),
        content=content, rule=rule, speaker=speaker,
    )  # fmt: skip


def _only_befalls(page: Page, verb: int, speaker: Speaker) -> bool:
    """Tell whether a count only follows from what befell others: "ten bodies were found, *raising* the toll", "the deaths put it at 46"."""
    if page.lemma(speaker.head) in cue_words("counted_only"):
        return True
    subject = page.tree.subject(verb)
    if subject is not None and subject != speaker.head and subject < speaker.head < verb:
        return not could_speak(page, subject) and page.tree.is_below(speaker.head, subject)
    above = page.parse.heads[verb]
    is_outcome = page.parse.tags[verb] == "VBG" and subject is None and page.lemma(above) not in cue_verbs()
    return is_outcome and not (is_role(page, speaker.head) or speaker.head in page.body_at)


def _name_of(page: Page, verb: int, speaker: Speaker) -> frozenset[int]:
    """Return the name that commas set behind a speaker who follows the verb ("says the sheikh, *Adum Varn*, ...")."""
    name = find_set_name(page, speaker.head) if speaker.head > verb else None
    return frozenset(range(name[0], name[1] + (page.word(name[1]) == ","))) if name is not None else frozenset()


def _told_of(page: Page, verb: int, speaker: Speaker) -> frozenset[int]:
    """Return what a clause behind a speaker tells of him ("..., says Ivo Lenz, *whose men are few*")."""
    pronoun = speaker.run[1] + 1
    is_behind = speaker.head > verb and page.word(speaker.run[1]) == "," and pronoun < page.sentence(verb)[1]
    if not is_behind or page.parse.tags[pronoun] not in RELATIVE:
        return frozenset()
    line = [pronoun, *page.tree.ancestors(pronoun)]
    clause = next((t for t in line if page.parse.heads[t] in {verb, speaker.head}), pronoun)
    return frozenset(t for t in page.tree.subtree(clause) if t >= pronoun)


def _can_show(page: Page, speaker: Speaker) -> bool:
    forms = {page.lemma(speaker.head), page.word(speaker.head)}
    is_shown = bool(
        forms & (role_words("documents", "shown") | role_words("state_media", "media") | role_words("documents"))
    )
    return is_shown or (
        speaker.head in page.body_at and page.body_at[speaker.head].body.kind in {"outlet", "agency", "state_media"}
    )


def _find_content(page: Page, verb: int, row: CueVerb, speaker: Speaker) -> tuple[frozenset[int], str]:
    takes_clause = "clause" in row.takes or ("that" in row.takes and _tells(page, verb, speaker))
    if takes_clause or "quote" in row.takes:
        content = _clause(page, verb, speaker)
        if (
            content
            and verb not in page.quotation_at
            and is_quoted(page, content)
            and (takes_clause or min(content) in page.quotation_at)
        ):
            return content, QUOTE
        if (
            content
            and takes_clause
            and not _is_scrap(page, verb, content)
            and ("noun" not in row.takes or has_finite_verb(page, content))
        ):
            return content, CLAUSE
    if not could_speak(page, speaker.head):
        return frozenset(), CLAUSE
    return next(
        ((content, rule) for key, rule, read in _READERS if key in row.takes and (content := read(page, verb, row))),
        (frozenset(), CLAUSE),
    )


def _tells(page: Page, verb: int, speaker: Speaker) -> bool:
    """Tell whether a verb for how somebody speaks tells a clause: behind "that", or before a comma and the speaker.

    "He grumbled that the road was shut", "The road was shut, grumbled the driver", "The road was shut, he grumbled".
    """
    clause = page.tree.child(verb, "ccomp")
    if clause is not None and any(page.word(c) == "that" for c in page.tree.children(clause) if c < clause):
        return True
    first, last = speaker.run
    is_beside = first == verb + 1 or all(page.parse.universal[t] in {"AUX", "ADV"} for t in range(last, verb))
    return is_beside and could_speak(page, speaker.head) and page.word(min(first, verb) - 1) == ","


def _clause(page: Page, verb: int, speaker: Speaker) -> frozenset[int]:
    """Return what is said behind the verb, before it, or on both sides of it.

    Behind and before go together when a quotation ends right before "X said", or a colon stands right behind it
    ("No shell had been fired, X said: the fire was an accident").
    """
    inserted = around(page, verb, speaker)
    if inserted:
        return inserted
    after = said_after(page, verb, speaker) or quotation_behind(page, verb)
    after = frozenset() if _describes(page, verb, speaker, after) else after
    before = said_before(page, verb, speaker)
    if not after:
        return before
    if page.parse.tags[verb] == "VBG":
        return after
    if before and page.word(max(verb + 1, speaker.run[1])) == ":" and not is_quoted(page, after):
        return before | after
    if not before or not is_quoted(page, before) or not _touches(page, verb, speaker):
        return after
    return after | before if is_quoted(page, after) else before


def _describes(page: Page, verb: int, speaker: Speaker, behind: frozenset[int]) -> bool:
    """Tell whether the words behind "said X" only say what X is, a comma lost ("said the Monitor *a group based abroad*")."""
    if not behind or speaker.head < verb or min(behind) != speaker.run[1] or has_finite_verb(page, behind):
        return False
    return page.word(min(behind)) in {"a", "an"} and not is_quoted(page, behind)


def _is_scrap(page: Page, verb: int, content: frozenset[int]) -> bool:
    """Tell whether an infinitive or bare noun is no statement ("sought to establish control")."""
    return (
        page.lemma(verb) in cue_words("scrappy") and not has_finite_verb(page, content) and not is_quoted(page, content)
    )


def _touches(page: Page, verb: int, speaker: Speaker) -> bool:
    edge = min(verb, speaker.run[0])
    return any(token in page.quotation_at for token in range(max(0, edge - 2), edge))


def _cue_run(page: Page, verb: int) -> tuple[int, int]:
    """Return the words of the cue: the verb, with what carries it ("continued to say")."""
    head = page.parse.heads[verb]
    if (
        page.tree.is_relation(verb, "xcomp", "advcl")
        and page.lemma(head) in cue_words("carrying")
        and 0 < verb - head <= 3
    ):
        return head, verb + 1
    return verb, verb + 1

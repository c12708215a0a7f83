"""Did it happen, is it tried, is it meant? How the words around a predicate hold it."""

from sayso.claims.corrections import is_taken_back_by_page
from sayso.claims.definites import is_definite
from sayso.claims.holdings import Holding, Mode
from sayso.claims.judging import judge_clause, judge_word
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene, words
from sayso.claims.unreached import read_unreached, read_wanted, shares_hedge
from sayso.model.kinds import Stance

ATTEMPT, INTENT, NEGATING = words("attempt"), words("intent"), words("negating")
ATTEMPT_NOUNS, INTENT_NOUNS = words("attempt_nouns"), words("intent_nouns")
FIRST_OF_SEVERAL = words("first_of_several")
APPEARING, CONDITIONAL = words("appearing"), words("conditional")
EXPECTING, HEDGING_MODALS, HEDGING = words("expecting_modals"), words("hedging_modals"), words("hedging")
DOUBTING = words("doubting")
EDITIONS, FORMER, SURENESS, HALF = words("editions"), words("former"), words("sureness"), words("half")
DENYING = words("denying_verbs")
ACCOUNTS, TAKING_BACK = words("accounts"), words("taking_back") | DENYING
QUESTIONING, OPEN = words("questioning"), words("open")
AHEAD, WAYS = words("ahead"), words("ways")
WANTING, WANTING_FOR, WANTED = words("wanting"), words("wanting_for"), words("wanted")
EVIDENCE, WORD = words("evidence"), words("word_of")
PUTTING_OFF, FEIGNING = words("putting_off"), words("feigning")
CALLING_OFF = words("averting") | PUTTING_OFF
DEEDS = frozenset({"act", "explosive", "weapon", "disaster"})
PREPARING = words("preparing")
FEARING, FEARING_OF, FEARED, TOWARDS = words("fearing"), words("fearing_of"), words("feared"), words("towards")
UNSURE, PRETEXTS = words("unsure"), words("pretexts")
CLAIMING, HOLDING = words("claiming"), words("holding_verbs")
PERCEIVING, WHOLE, INSTRUMENT = words("perceiving"), words("quoted_whole"), words("instrument")
REALISING = words("realising") | WHOLE
GOING_ON, NOTIONS = words("going_on"), words("notions")
LONGEST_LABEL = 6
JUDGED = {Stance.DENIES: Mode.AVERTED, Stance.DOUBTS: Mode.DOUBTED, Stance.HEDGES: Mode.HEDGED}
ABLE, CHECKING = words("able"), words("checking")


def find_mode(scene: Scene, clause: int) -> Holding:
    """Return how the clause holds its event.

    An infinitive takes its mode from the verb or noun it hangs on; one that only names a purpose or a
    possibility is no report. A modal of the future and "are to" expect, "may" hedges; what is passive under "believe" is hedged.
    """
    if _is_asked(scene, clause) or _is_pretext(scene, clause) or _goes_on_as_aim(scene, clause):
        return Holding(mode=Mode.PURPOSE, head=clause)
    is_error = is_taken_back_by_page(scene, clause) or _goes_on_with_error(scene, clause)
    above = Holding(mode=Mode.AVERTED, head=clause) if is_error else _read_governor(scene, clause)
    if above is not None:
        return above
    unreached = read_unreached(scene, clause)
    if unreached is not None:
        return Holding(mode=unreached, head=clause)
    auxiliaries = {scene.lemma(c) for c in scene.tree.children(clause, "aux")}
    if auxiliaries & EXPECTING or _is_due(scene, clause):
        return Holding(mode=Mode.EXPECTED, head=clause)
    adverbs = {scene.lemma(c) for c in scene.tree.children(clause, "advmod")}
    is_felt = scene.lemma(clause) in PERCEIVING
    is_half_sure = _is_half_sure(scene, clause)
    if (
        (auxiliaries & HEDGING_MODALS and not is_felt)
        or adverbs & HEDGING
        or is_half_sure
        or shares_hedge(scene, clause)
    ):
        return Holding(mode=Mode.HEDGED, head=clause)
    return Holding(mode=Mode.ACTUAL, head=clause)


def _goes_on_with_error(scene: Scene, clause: int) -> bool:
    """Tell whether a verb is joined to another that the page takes back: "we wrote that shells hit it *and killed eight*"."""
    first = clause
    while scene.tree.is_relation(first, "conj") and scene.parse.universal[scene.parse.heads[first]] in VERBAL:
        first = scene.parse.heads[first]
    is_said = first != clause and scene.tree.is_relation(first, "ccomp")
    return is_said and is_taken_back_by_page(scene, scene.parse.heads[first])


def _is_pretext(scene: Scene, token: int) -> bool:
    """Tell whether something is only what a pretext would be for: "a pretext *for accusing* them of *using* gas"."""
    return any(scene.lemma(t) in PRETEXTS and t < token for t in scene.tree.ancestors(token))


def _is_asked(scene: Scene, clause: int) -> bool:
    """Tell whether a verb is what a question asks for ("*Have* 12 people *been killed*?"): whoever asks does not say so.

    Not where a word of question takes the deed for granted ("who shelled it?"), nor where "not" makes the question an
    answer. The parse may take the verb for a participle ("was the bridge *blown up*?").
    """
    first, last = scene.parse.sentences[scene.tree.sentence(clause)]
    label = next((t for t in range(first, min(first + LONGEST_LABEL, clause)) if scene.parse.words[t] == ":"), first)
    opens = next((t for t in range(label, clause + 1) if scene.parse.universal[t] != "PUNCT"), None)
    is_asking = opens is not None and (
        scene.parse.universal[opens] == "AUX"
        or scene.tree.is_relation(opens, "aux", "cop")
        or (opens == clause and scene.lemma(opens) == "be")
    )
    asked = {clause, scene.parse.heads[clause]}
    ends = any(scene.parse.words[t] == "?" for t in range(clause, last))
    return ends and is_asking and scene.parse.heads[opens or 0] in asked and not scene.tree.is_negated(clause)


def _read_governor(scene: Scene, clause: int) -> Holding | None:
    head = scene.parse.heads[clause]
    if head == clause:
        return None
    if scene.tree.is_relation(clause, "conj") and scene.parse.universal[head] in VERBAL:
        return _read_governor(scene, head) if _is_infinitive(scene, head) else None
    if _is_infinitive(scene, clause):
        return _under_infinitive(scene, clause, head)
    if _goes_with_passive(scene, clause, head):
        return Holding(mode=Mode.HEDGED if scene.lemma(head) in APPEARING else Mode.ACTUAL, head=head)
    return _read_clause_below(scene, clause, head)


def _goes_with_passive(scene: Scene, clause: int, head: int) -> bool:
    """Tell whether a participle completes a passive verb: "were feared *killed*"."""
    is_next = scene.tree.is_relation(clause, "advcl") and clause == head + 1
    is_participle = scene.parse.tags[clause] == "VBN" and scene.tree.is_passive(head)
    return is_participle and (is_next or scene.tree.is_relation(clause, "xcomp"))


def _read_clause_below(scene: Scene, clause: int, head: int) -> Holding | None:
    """Return how a clause is held by the verb or noun that it hangs on without a "to"."""
    kept_off = read_wanted(scene, clause, head)
    if kept_off is not None:
        return Holding(mode=kept_off, head=head)
    if scene.tree.is_relation(clause, "acl") and scene.parse.tags[clause] == "VBG" and scene.lemma(head) in NOTIONS:
        return Holding(mode=Mode.PURPOSE, head=clause)
    is_below = scene.tree.is_relation(clause, "xcomp", "advcl", "ccomp", "obl")
    if is_below and (_is_denied(scene, head) or _is_denied_right_before(scene, clause)):
        return Holding(mode=Mode.AVERTED, head=clause)
    is_doubted = scene.tree.is_relation(clause, "ccomp") and scene.lemma(head) in DOUBTING
    if is_doubted or _is_doubted_right_before(scene, clause):
        return Holding(mode=Mode.DOUBTED, head=clause)
    is_told_apart = scene.tree.child(clause, "nsubj") is not None and scene.tree.is_relation(clause, "advcl")
    if scene.tree.is_relation(clause, "xcomp", "advcl", "obl") and scene.lemma(head) in NEGATING and not is_told_apart:
        return Holding(mode=_read_ending(scene, head), head=head)
    return _read_teller(scene, clause, head)


def _is_denied(scene: Scene, verb: int) -> bool:
    """Tell whether a verb denies what hangs on it: "says it punished informers and *denies* having killed women"."""
    return scene.lemma(verb) in DENYING and not scene.tree.is_negated(verb)


def _is_denied_right_before(scene: Scene, clause: int) -> bool:
    """Tell whether the verb right before a clause denies it, whatever the parse hangs it on: "denies having killed"."""
    before = min(scene.tree.subtree(clause)) - 1
    return before > 0 and _is_denied(scene, before)


def _read_ending(scene: Scene, verb: int) -> Mode:
    """Return how a deed is held that somebody stops or fails to do; "was ordered to stop shelling" does not say that he did."""
    above = _read_governor(scene, verb) if _is_infinitive(scene, verb) else None
    is_open = above is not None and above.mode in {Mode.PURPOSE, Mode.INTENDED, Mode.ATTEMPTED}
    return Mode.PURPOSE if is_open else Mode.AVERTED


def _is_open(scene: Scene, clause: int) -> bool:
    """Tell whether a clause opens with "whether" or "if": what somebody asks is no report ("asked *whether* shells had hit it")."""
    return any(scene.lemma(c) in OPEN for c in scene.tree.children(clause, "mark", "advmod"))


def _read_teller(scene: Scene, clause: int, verb: int) -> Holding | None:
    """Return how a clause is held by who tells it, and how surely.

    What an earlier version of the report said is taken back, and so is what stands in a claim that somebody
    withdraws or dismisses; what is assessed "with low confidence" is hedged.
    """
    judged = _read_judged(scene, clause, verb)
    if judged is not None:
        return judged
    is_missing = scene.tree.is_relation(clause, "acl", "ccomp") and _is_missing(scene, verb)
    if is_missing or _is_taken_back(scene, clause, verb):
        is_unheard = is_missing and scene.lemma(verb) not in EVIDENCE
        return Holding(mode=Mode.HEDGED if is_unheard else Mode.AVERTED, head=clause)
    if not scene.tree.is_relation(clause, "ccomp"):
        return None
    if scene.lemma(verb) in QUESTIONING and _is_open(scene, clause):
        return Holding(mode=Mode.PURPOSE, head=verb)
    tellers = scene.tree.children(verb, "nsubj")
    is_former = any(scene.lemma(teller) in EDITIONS and _is_described(scene, teller, FORMER) for teller in tellers)
    if is_former or is_taken_back_by_page(scene, verb):
        return Holding(mode=Mode.AVERTED, head=clause)
    return Holding(mode=Mode.HEDGED, head=clause) if _is_half_sure(scene, verb) else None


def _read_judged(scene: Scene, clause: int, noun: int) -> Holding | None:
    """Return how a clause is held by the verdict on it, or on a word of nobody's that tells it.

    "It is not true that ...", "there is no truth in *the story that* ...", "*the notion that* ... is false".
    """
    stance = judge_clause(scene, clause)
    if stance is not None:
        return Holding(mode=JUDGED[stance], head=clause)
    is_of_nobody = (
        scene.tree.is_relation(clause, "acl")
        and noun not in scene.cue_at
        and not ACCOUNTS.isdisjoint(scene.forms(noun))
    )
    found = judge_word(scene, noun) if is_of_nobody else None
    return None if found is None else Holding(mode=JUDGED[found[0]], head=clause)


def _is_half_sure(scene: Scene, verb: int) -> bool:
    """Tell whether somebody says or does something "with moderate confidence"."""
    _, last = scene.parse.sentences[scene.tree.sentence(verb)]
    sureness = [t for t in range(verb + 1, last) if scene.lemma(t) in SURENESS and scene.tree.is_below(t, verb)]
    return any(scene.tree.case(t) == "with" and _is_described(scene, t, HALF) for t in sureness)


def _is_taken_back(scene: Scene, clause: int, noun: int) -> bool:
    """Tell whether a clause says what a claim holds that its verb turns down ("dismissed rumours that ...")."""
    is_told = scene.tree.is_relation(clause, "acl", "ccomp") and not ACCOUNTS.isdisjoint(scene.forms(noun))
    # "Dismissed as *invention* rumours that ...": the parse may hang the rumours on what they are called.
    called = scene.parse.heads[noun]
    is_called = scene.tree.case(called) == "as" and scene.parse.universal[called] != "VERB"
    verb = scene.parse.heads[called] if is_called else called
    is_object = is_called or scene.tree.is_relation(noun, "obj", "obl")
    return is_told and is_object and scene.lemma(verb) in TAKING_BACK


def _is_described(scene: Scene, noun: int, how: frozenset[str]) -> bool:
    return any(how.intersection(scene.forms(c)) for c in scene.tree.children(noun, "amod", "det"))


def _is_doubted_right_before(scene: Scene, clause: int) -> bool:
    """Tell whether "doubt" or its like stands right before the clause's "that", whatever the parse hangs the clause on."""
    that = scene.tree.child(clause, "mark")
    return that is not None and scene.parse.words[that].casefold() == "that" and scene.lemma(that - 1) in DOUBTING


def _under_infinitive(scene: Scene, clause: int, head: int) -> Holding | None:
    if _is_over(scene, clause) and scene.parse.universal[head] not in VERBAL:  # "One of 80 people to have died".
        return Holding(mode=Mode.ACTUAL, head=clause)
    if scene.tree.is_relation(clause, "xcomp", "advcl", "ccomp"):
        return _under_verb(scene, clause, head)
    return _under_noun(scene, clause, head) if scene.tree.is_relation(clause, "acl") else None


def _is_infinitive(scene: Scene, clause: int) -> bool:
    return any(
        scene.lemma(c) == "to" and scene.parse.tags[c] == "TO" for c in scene.tree.children(clause, "mark", "aux")
    )


def _is_due(scene: Scene, clause: int) -> bool:
    """Tell whether a verb says what is to come: "the talks are to resume"."""
    copula = scene.tree.child(clause, "cop", "aux")
    is_present = copula is not None and scene.lemma(copula) == "be" and scene.parse.tags[copula] in {"VBZ", "VBP"}
    return is_present and _is_infinitive(scene, clause)


def _under_verb(scene: Scene, clause: int, head: int) -> Holding:
    lemma = scene.lemma(head)
    if lemma in NEGATING or _is_yet_to(scene, head):
        mode = Mode.ACTUAL if _is_yet_to(scene, head) and _is_of_dead(scene, head) else Mode.AVERTED
        return Holding(mode=mode, head=head)
    if lemma in APPEARING:
        return Holding(mode=Mode.HEDGED, head=head)
    if lemma in ATTEMPT:
        return Holding(mode=Mode.ATTEMPTED, head=head)
    if lemma in INTENT:
        return Holding(mode=Mode.INTENDED, head=head)
    is_object = scene.tree.is_relation(clause, "xcomp", "ccomp")
    is_held = lemma in CLAIMING and scene.lemma(clause) in HOLDING
    if lemma in INSTRUMENT or (is_object and (lemma in REALISING or is_held or _is_over(scene, clause))):
        is_able = lemma in WHOLE or (lemma in ABLE and scene.parse.universal[head] == "ADJ")
        # "Nine *are known* to have died": who died is the subject of the verb above.
        is_said_of = is_able or (_is_over(scene, clause) and scene.tree.is_passive(head))
        return Holding(mode=Mode.ACTUAL, head=head if is_said_of else clause)
    return Holding(mode=Mode.PURPOSE, head=head)


def _is_yet_to(scene: Scene, verb: int) -> bool:
    """Tell whether a verb says that a thing has not been done so far: "*have yet* to reply"."""
    is_yet = any(scene.lemma(c) == "yet" for c in scene.tree.children(verb, "advmod"))
    return is_yet and scene.lemma(verb) in {"have", "be"}


def _is_of_dead(scene: Scene, verb: int) -> bool:
    """Tell whether bodies are the subject: that they are yet to be named does not say that there are none."""
    subject = scene.tree.subject(verb)
    return subject is not None and "fatality" in scene.classes(subject)


def _is_over(scene: Scene, clause: int) -> bool:
    """Tell whether an infinitive tells of something past: "claims *to have shot down* two jets"."""
    return any(scene.lemma(c) == "have" for c in scene.tree.children(clause, "aux"))


def _under_noun(scene: Scene, clause: int, head: int) -> Holding:
    lemma = scene.lemma(head)
    if lemma in ATTEMPT_NOUNS:
        return Holding(mode=Mode.ATTEMPTED, head=head)
    if lemma in INTENT_NOUNS:
        return Holding(mode=Mode.INTENDED, head=head)
    if lemma in FIRST_OF_SEVERAL:  # "The last to leave".
        return Holding(mode=Mode.ACTUAL, head=clause)
    # "There are tunnels to smuggle weapons": so they are used.
    is_there = scene.tree.child(scene.parse.heads[head], "expl") is not None
    return Holding(mode=Mode.ACTUAL if lemma in WAYS and is_there else Mode.PURPOSE, head=clause)


def find_noun_mode(scene: Scene, noun: int) -> Mode:
    """Return how a noun holds the event it names: "the planned assault", "a feared offensive" have not come about.

    Nor has what *would be* something ("the recapture of the town would be a blow"), nor what somebody plans, fears or
    calls for.
    """
    is_ahead = any(not AHEAD.isdisjoint(scene.forms(c)) for c in scene.tree.children(noun, "amod"))
    if is_ahead or _is_pretext(scene, noun):
        return Mode.INTENDED
    head = scene.parse.heads[noun]
    above = next((t for t in scene.tree.ancestors(noun) if scene.parse.universal[t] in VERBAL), None)
    is_error = above is not None and is_taken_back_by_page(scene, above)
    if is_error or (scene.tree.is_relation(noun, "nmod") and _is_missing(scene, head)):
        return Mode.AVERTED if is_error or scene.lemma(head) in EVIDENCE else Mode.INTENDED
    if _is_wanted(scene, noun, head):
        return Mode.HEDGED if scene.lemma(head) in PREPARING else Mode.EXPECTED
    if scene.tree.is_relation(noun, "obj", "obl", "nsubj:pass") and _name_with_particle(scene, head) in CALLING_OFF:
        # That talks were put off is news of them; a strike that was called off did not take place.
        return Mode.ACTUAL if is_put_off(scene, noun) else Mode.AVERTED
    if scene.tree.is_relation(noun, "obj", "nsubj:pass") and scene.lemma(head) in FEIGNING:
        return Mode.INTENDED
    return Mode.EXPECTED if _is_only_possible(scene, noun, head) else Mode.ACTUAL


def _goes_on_as_aim(scene: Scene, clause: int) -> bool:
    """Tell whether a verb says what something is for, and what it is for is no news: "moved guns *to continue* the fight"."""
    is_aim = _is_infinitive(scene, clause) and scene.tree.is_relation(clause, "advcl")
    above = scene.lemma(scene.parse.heads[clause])
    return is_aim and scene.lemma(clause) in GOING_ON and above not in INTENT | NEGATING


def _is_only_possible(scene: Scene, noun: int, head: int) -> bool:
    """Tell whether an event is only said to be possible or near, or what it would be ("is a matter of time")."""
    if not scene.tree.is_relation(noun, "nsubj"):
        return False
    is_supposed = "would" in scene.helping(head) and scene.tree.child(head, "cop") is not None
    return scene.lemma(head) in UNSURE or is_supposed


def _is_missing(scene: Scene, noun: int) -> bool:
    """Tell whether there is no evidence or word of a thing: "no sign of a massacre", "did not find any evidence of"."""
    if scene.lemma(noun) not in EVIDENCE | WORD:
        return False
    determiners = {scene.lemma(c) for c in scene.tree.children(noun, "det")}
    verb = scene.parse.heads[noun]
    # "Reports could not be confirmed": there are some.
    is_found = scene.lemma(verb) not in CHECKING and scene.tree.is_negated(verb)
    is_sought = scene.tree.is_relation(noun, "obj", "nsubj:pass") and is_found
    return "no" in determiners or is_sought


def is_put_off(scene: Scene, noun: int) -> bool:
    """Tell whether a noun names dealings that somebody cancels or puts off: that is what is told of them."""
    is_dealing = scene.classes(noun).isdisjoint(DEEDS) and scene.tree.is_relation(noun, "obj", "nsubj:pass")
    return is_dealing and _name_with_particle(scene, scene.parse.heads[noun]) in PUTTING_OFF


def _name_with_particle(scene: Scene, verb: int) -> str:
    """Return a verb with its particle, which the parse may hang on the noun behind it: "call off"."""
    behind = scene.lemma(verb + 1) if scene.parse.tags[verb + 1] == "RP" else ""
    return f"{scene.lemma(verb)} {behind}".strip()


def _is_wanted(scene: Scene, noun: int, head: int) -> bool:
    """Tell whether an event is only planned or called for; one feared or talked about may go on already ("the siege")."""
    lemma, case = scene.lemma(head), scene.tree.case(noun)
    if scene.tree.is_relation(noun, "obj", "nsubj:pass"):
        wanting, fearing = lemma in WANTING, lemma in FEARING
    elif case is not None and scene.parse.universal[head] in VERBAL:
        wanting, fearing = f"{lemma} {case}" in WANTING_FOR, f"{lemma} {case}" in FEARING_OF
    elif case is not None and scene.tree.is_relation(noun, "nmod"):
        wanting, fearing = case in TOWARDS and lemma in WANTED, case in TOWARDS and lemma in FEARED
    else:
        return False
    return wanting or (fearing and not is_definite(scene, noun))


def is_conditional(scene: Scene, clause: int) -> bool:
    """Tell whether a clause is a supposition ("if the town falls")."""
    marks = (c for c in scene.tree.children(clause, "mark") if scene.lemma(c) in CONDITIONAL)
    return any(not _numbers(scene, mark) for mark in marks)


def _numbers(scene: Scene, mark: int) -> bool:
    """Tell whether a mark stands inside a number: "dozens if not hundreds"."""
    return any(mark in scene.tokens(figure.span) for figure in scene.layers.mentions.figures)

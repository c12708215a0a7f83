"""Who speaks through a statement, a report or a picture?"""

from sayso.attribution.candidates import could_speak
from sayso.attribution.kinds import OFFICIAL
from sayso.attribution.media_words import forms_of, is_press_unit, is_state_media
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import head_kinds, role_words

_OWN = frozenset({"this", "our"})
_NEAR, _FARTHEST = 4, 4
_MAKERS = frozenset({"by", "from", "of", "for"})


def find_source_phrase(page: Page, speaker: Speaker) -> Speaker | None:
    """Return who speaks: the maker of a text or picture where the words name one, else the speaker as it is.

    Whoever has a press office or a channel on a platform speaks through it. Bare "reports" or "allegations" have no
    speaker: None.
    """
    if _is_outlet_of_owner(page, speaker.head):
        return _find_maker(page, speaker, through=("nmod:poss", "nmod")) or speaker
    if not any(form in role_words("documents") for form in forms_of(page, speaker.head)) or _is_in_name(
        page, speaker.head
    ):
        return speaker
    if _is_of_several(page, speaker.head):
        return speaker
    owner = _find_maker(page, speaker)
    if owner is not None:
        return owner
    if any(form in role_words("documents", "reports") for form in forms_of(page, speaker.head)):
        return _find_issuer_before(page, speaker)
    return speaker


def _is_of_several(page: Page, head: int) -> bool:
    """Tell whether an inquiry is several bodies' together, and so no one's of them ("a *joint inquiry* by X and Y")."""
    is_inquiry = page.lemma(head) in role_words("inquiries")
    return is_inquiry and any(page.word(t) == "joint" for t in page.tree.children(head, "amod"))


def _is_in_name(page: Page, head: int) -> bool:
    """Tell whether a word for a text only ends a name ("the Ridge *Post*"): both are in capitals, and no headline is."""
    is_name = page.parse.universal[head] == "PROPN" and page.parse.universal[head - 1] == "PROPN"
    return is_name and page.parse.words[head][:1].isupper() and not page.is_headline(head)


def is_own_text(page: Page, speaker: Speaker) -> bool:
    """Tell whether the outlet speaks of a text of its own ("an earlier version of *this article*", "*our* report", "an entry published *here*")."""
    if not any(form in role_words("own_texts") for form in forms_of(page, speaker.head)):
        return False
    near = page.tree.subtree(speaker.head, without=frozenset({"acl", "appos", "punct"}))
    texts = (t for t in near if not role_words("own_texts").isdisjoint(forms_of(page, t)))
    is_here = any(page.word(t) == "here" for t in page.tree.subtree(speaker.head) if t - speaker.head < _NEAR)
    return is_here or any(page.word(c) in _OWN for t in texts for c in page.tree.children(t, "det", "nmod:poss"))


def is_own_text_before(page: Page, speaker: Speaker) -> bool:
    """Tell whether "it" is a text of the outlet's own that the sentence before is about ("An earlier version of this article ... *It* also gave ...")."""
    sentence = page.tree.sentence(speaker.head)
    if page.word(speaker.head) != "it" or speaker.head in page.referent_at or not sentence:
        return False
    # "Corrections: an earlier version ...": the parse may take the label for the subject or the head.
    before = (t for t in range(*page.parse.sentences[sentence - 1]) if page.tree.is_relation(t, "nsubj", "appos"))
    return any(is_own_text(page, Speaker(token, find_phrase(page, token))) for token in before)


def is_bare_text(page: Page, speaker: Speaker) -> bool:
    """Tell whether a text speaks whose maker its own words do not name ("the statement")."""
    forms = forms_of(page, speaker.head)
    is_text = any(form in role_words("statements") for form in forms)
    return is_text and find_source_phrase(page, speaker) == speaker


def _is_outlet_of_owner(page: Page, head: int) -> bool:
    """Tell whether a noun is a press office, or a channel that somebody keeps ("the Front's *media office*", "its *Telegram channel*")."""
    is_channel = page.lemma(head) in role_words("platforms", "kept") and page.word(head - 1) in role_words("platforms")
    return is_channel or is_press_unit(page, head)


def _find_maker(
    page: Page, speaker: Speaker, *, through: tuple[str, ...] = ("nmod:poss", "compound", "nmod", "obl")
) -> Speaker | None:
    head = speaker.head
    hit = next((page.body_at[t] for t in range(*speaker.run) if t in page.body_at and t != head), None)
    if hit is not None:
        return Speaker(hit.last - 1, (hit.first, hit.last))
    for child in (
        *page.tree.children(head, "nmod:poss"),
        *_owners_in(page, speaker),
        *page.tree.children(head, *through),
    ):
        is_maker = page.tree.is_relation(child, "nmod:poss", "compound") or page.tree.case(child) in _MAKERS
        is_somebody = role_words("documents").isdisjoint(forms_of(page, child))
        if (
            is_maker
            and is_somebody
            and could_speak(page, child)
            and not is_state_media(page, list(range(*speaker.run)))
        ):
            return Speaker(child, find_phrase(page, child))
    # "An analysis of pictures *by the lab*": the parse hangs its maker on what it is of.
    of = page.tree.oblique(head, "of")
    by = page.tree.oblique(of, "by") if of is not None else None
    if by is not None and could_speak(page, by) and role_words("documents").isdisjoint(forms_of(page, by)):
        return Speaker(by, find_phrase(page, by))
    adjectives = (c for c in page.tree.children(head, "amod") if head_kinds().get(page.word(c)) in OFFICIAL)
    issued = [
        g
        for c in page.tree.children(head, "acl")
        for g in page.tree.children(c, "obl")
        if page.tree.case(g) == "by"
        or (page.tree.case(g) == "to" and page.lemma(c) in role_words("issuing", "ascribing"))
    ]
    makers = (*adjectives, *issued, *_find_issuer(page, head))
    return next((Speaker(g, find_phrase(page, g)) for g in makers if could_speak(page, g)), None)


def _find_issuer(page: Page, text: int) -> tuple[int, ...]:
    """Return who issues a text whose words are told at once ("the ministry *issued* a statement saying ...")."""
    verb = page.parse.heads[text]
    is_issued = page.tree.is_relation(text, "obj") and page.lemma(verb) in role_words("issuing")
    subject = page.tree.subject(verb) if is_issued else None
    return () if subject is None else (page.tree.antecedent(subject),)


def _find_issuer_before(page: Page, speaker: Speaker) -> Speaker | None:
    """Return who was told not long before to have issued the one text that speaks ("X published a report. *The report* says ...")."""
    is_one = page.parse.tags[speaker.head] == "NN" and page.word(speaker.run[0]) in {"the", "this"}
    if not is_one:
        return None
    near = page.parse.sentences[max(0, page.tree.sentence(speaker.head) - _FARTHEST)][0]
    same = [t for t in page.with_lemma({page.lemma(speaker.head)}) if near <= t < speaker.run[0]]
    issuers = (subject for t in reversed(same) for subject in _find_issuer(page, t))
    found = next((t for t in issuers if could_speak(page, t) and page.parse.universal[t] != "PRON"), None)
    return None if found is None else Speaker(found, find_phrase(page, found))


def _owners_in(page: Page, speaker: Speaker) -> tuple[int, ...]:
    """Return who stands before an apostrophe in the words for a text, where the parse hung him elsewhere."""
    first = speaker.run[0]
    marks = (t for t in range(first, speaker.head) if page.parse.tags[t] == "POS")
    return tuple(page.parse.heads[t] for t in marks if first <= page.parse.heads[t] < t)

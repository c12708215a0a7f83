"""By what way does a statement reach the text: through which agency, and in what form?"""

from dataclasses import replace

from sayso.attribution.borders import is_channel
from sayso.attribution.carried import find_carrier
from sayso.attribution.drafts import Draft
from sayso.attribution.kinds import find_body_kind
from sayso.attribution.media_words import is_medium_noun, is_state_media
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_core, find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_verbs, cue_words, role_words
from sayso.model.kinds import VoiceKind

MEDIA = frozenset({VoiceKind.AGENCY, VoiceKind.OUTLET, VoiceKind.STATE_MEDIA})
# Those whose staff take down what witnesses tell, and pass it on in reports.
_RECORDING = frozenset({VoiceKind.MONITOR, VoiceKind.NGO})
_TO = frozenset({"to", "with", "by", "on", "for"})
_EMPLOYING = frozenset({"for", "from", "of", "with"})
_NEAR = 6
_INSIDE_NAMES = frozenset({"of", "the", "-", "al", "for"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN"})


def find_way(page: Page, draft: Draft) -> Draft:
    """Return the draft with the medium that was told or that interviewed the speaker, and the channel."""
    speaker = draft.speaker
    if speaker is None:
        return draft
    relay = draft.relay or _told(page, draft) or _carrying(page, draft, speaker) or _interviewer(page, draft, speaker)
    if relay and relay[0] < speaker.run[1] and speaker.run[0] < relay[1]:
        relay = None
    content = draft.content - frozenset(range(*relay)) if relay else draft.content
    return replace(draft, relay=relay, content=content, channel=draft.channel or _channel(page, draft, speaker))


def _told(page: Page, draft: Draft) -> Run | None:
    """Return the medium named right behind "told"; the words themselves decide, whatever the parse says."""
    if not any("addressee" in row.takes for row in cue_verbs().get(draft.lemma, ())):
        return None
    first = draft.cue[1]
    first += first < len(page.parse) and page.parse.universal[first] == "DET"
    hit = page.body_at.get(first)
    if hit and hit.body.kind in MEDIA | _RECORDING:
        return hit.first, hit.last
    called = _called_medium(page, first)
    if called is not None:
        return called
    end = _end_of_nouns(page, first)
    if end - first > 1 and page.word(end) == "that" and is_state_media(page, list(range(first, end))):
        return first, end
    addressed = next((c for c in page.tree.children(draft.head, "obj", "iobj") if c > draft.head), None)
    if addressed is None or addressed in draft.content:
        return None
    return _medium(page, addressed) or _unknown_medium(page, addressed) or _employer(page, draft.head, addressed)


def _employer(page: Page, verb: int, addressed: int) -> Run | None:
    """Return the medium for which those work who are told ("told *reporters for the Ford Tribune*")."""
    if role_words("staff").isdisjoint({page.lemma(addressed), page.word(addressed)}):
        return None
    near = (*page.tree.children(addressed, "nmod"), *page.tree.children(verb, "obl"))
    behind = (t for t in near if page.tree.case(t) in _EMPLOYING and addressed < t < addressed + _NEAR)
    return next((medium for token in behind if (medium := _medium(page, token))), None)


def _called_medium(page: Page, first: int) -> Run | None:
    """Return the name right behind "told" that a noun for a medium follows ("the *Voice of Ulm* radio station")."""
    last, end = first, first
    while page.parse.words[end : end + 1] and (page.parse.words[end][:1].isupper() or page.word(end) in _INSIDE_NAMES):
        end += 1
        last = end if page.parse.words[end - 1][:1].isupper() else last
    return (first, last) if last > first and last == end and is_medium_noun(page, last) else None


def _end_of_nouns(page: Page, token: int) -> int:
    """Return where a plain noun phrase ends that begins at a token."""
    while token < len(page.parse) and page.parse.universal[token] in _NOMINAL:
        token += 1
    return token


def _medium(page: Page, token: int) -> Run | None:
    """Return the phrase of a medium whose head is the token.

    It is known by its name, as "state television", by the words of a name of its own ("the Lorma news agency"), or
    because the document credits it or comes from it.
    """
    hit = page.body_at.get(token)
    if hit and hit.body.kind in MEDIA:
        return hit.first, hit.last
    run = find_phrase(page, token)
    if run[1] - run[0] > _NEAR:
        return None
    core = find_core(page, run)
    is_name = any(page.parse.universal[t] == "PROPN" for t in range(*core))
    is_called = any(is_medium_noun(page, t) for t in range(*core))
    is_own = is_name and (is_called or find_body_kind(page, core) in MEDIA | _RECORDING)
    is_credited = page.is_outlet(run) or page.find_credit(run) is not None
    return run if is_own or is_credited or is_state_media(page, list(range(*run))) else None


def _unknown_medium(page: Page, token: int) -> Run | None:
    """Return the name of two words or more of some body that is told things and is not known to be anything else."""
    first, last = find_phrase(page, token)
    first += page.parse.universal[first] == "DET"
    is_name = last - first > 1 and all(page.parse.words[t][:1].isupper() for t in range(first, last))
    labels = {page.labels.get(t) for t in range(first, last)}
    is_body = "ORGANIZATION" in labels and not labels & {"PERSON", "PLACE"} and token not in page.body_at
    is_open = find_body_kind(page, (first, last)) is VoiceKind.UNKNOWN
    return (first, last) if is_name and is_body and is_open else None


def _carrying(page: Page, draft: Draft, speaker: Speaker) -> Run | None:
    """Return the medium that carries a statement of the speaker ("*state TV* carried a statement by the army saying ...")."""
    carrier = find_carrier(page, draft.head)
    subject = page.tree.subject(carrier) if carrier is not None else None
    return _medium(page, subject) if subject is not None and subject != speaker.head else None


def _interviewer(page: Page, draft: Draft, speaker: Speaker) -> Run | None:
    """Return the medium of "in an interview with X", "speaking to X", "interviewed on X", "quoted by X"."""
    spots = [
        page.parse.heads[draft.head],
        *page.tree.children(draft.head, "obl", "advcl", "xcomp"),
        *page.tree.children(speaker.head, "acl", "conj", "appos", "nmod", "advcl"),
    ]
    ways = [s for s in spots if s not in draft.content and page.lemma(s) in cue_words("interviewing")]
    ways += [c for s in ways for c in page.tree.children(s, "acl") if page.lemma(c) in cue_words("interviewing")]
    near = (c for way in ways for c in page.tree.children(way, "obl", "nmod") if page.tree.case(c) in _TO)
    return next((medium for child in near if (medium := _medium(page, child) or _carrier(page, child))), None)


def _carrier(page: Page, token: int) -> Run | None:
    """Return the name behind "as carried by": whatever carries or airs words is a medium, known or not."""
    is_carried = page.lemma(page.parse.heads[token]) in cue_words("carrying_on") and page.tree.case(token) == "by"
    is_name = page.parse.universal[token] == "PROPN" and page.labels.get(token) != "PERSON"
    return find_phrase(page, token) if is_carried and is_name else None


def _channel(page: Page, draft: Draft, speaker: Speaker) -> str | None:
    """Return the form of the statement: the noun in lower case, a name as it is written."""
    spots = [*page.tree.children(draft.head, "obl", "nmod"), *page.tree.children(speaker.head, "nmod", "obl")]
    found = next((t for t in spots if t not in draft.content and is_channel(page, t) and _is_way(page, t)), None)
    if found is None:
        return None
    return page.parse.words[found] if page.parse.universal[found] == "PROPN" else page.lemma(found)


def _is_way(page: Page, token: int) -> bool:
    return (page.tree.case(token) or "") in cue_words("channel_cases")

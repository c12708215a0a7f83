"""What does a page take back of its own words? "Correction: on Wednesday we wrote that ..."."""

from sayso.claims.scenes import Scene, words

LABELS, WRITING = words("correction_labels"), words("writing")
OWN_TEXTS = words("own_texts") | words("editions")
# A label may stand behind an hour, or on a line of its own.
FARTHEST_LABEL = 4


def is_taken_back_by_page(scene: Scene, verb: int) -> bool:
    """Tell whether a verb tells what the page itself said before it corrected that.

    The line is labelled a correction, and its subject is the page's own earlier text ("an entry published here", "our
    post", "it" behind one) or "we".
    """
    if scene.lemma(verb) not in WRITING or not _is_labelled(scene, verb):
        return False
    subject = scene.tree.subject(verb)
    if subject is None:
        return False
    word = scene.parse.words[subject].casefold()
    return word in {"we", "it"} or scene.lemma(subject) in OWN_TEXTS


def _is_labelled(scene: Scene, token: int) -> bool:
    """Tell whether the line of a word opens with "Correction", or the line right above consists of it."""
    text, place = scene.layers.document.text, scene.parse.starts[token]
    start = text.rfind("\n", 0, place) + 1
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    return _opens_with_label(text[start:place]) or (len(above.split()) <= FARTHEST_LABEL and _opens_with_label(above))


def _opens_with_label(line: str) -> bool:
    opening = line.split()[:FARTHEST_LABEL]
    return any(word.strip(".:,–—-()[]").casefold() in LABELS for word in opening)

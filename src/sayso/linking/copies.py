"""Which documents share text? Whole copies, shared agency paragraphs, one shared quotation, versions of one page.

Words are compared by runs of eight. An index holds every fourth run of each document and is asked for every
run of the next, so that any shared stretch of eleven words is found; every hit is then checked and stretched word
by word. Each stretch points to the first document that printed it, never to all the others, so the cost grows
with the text and not with the number of pairs. Two documents found so are then compared whole, by runs of five
words, and a table of rules says what it means that they share these.
"""

from collections.abc import Mapping, Sequence

from sayso.linking.library import Library
from sayso.linking.overlaps import Stretch, find_overlap
from sayso.linking.texts import RUN, Text, read_text
from sayso.linking.verdicts import judge_overlap
from sayso.model.derivations import Derived, name_rule
from sayso.model.documents import Document
from sayso.model.kinds import CopyKind
from sayso.model.records import Copy
from sayso.text.memories import Memory

STEP = 4
VERSION = name_rule(
    "linking.later_version", "Both were taken from one page: the later is a new version of the earlier."
)

# Where a run of words stands, the earlier document that has it too, and where it stands there.
Hit = tuple[int, str, int]


def find_copies(library: Library) -> tuple[Copy, ...]:
    """Return the stretches of text that documents share with the first document that printed them."""
    return library.memory.recall_in_parts(_find_copies, "case", library.in_order, library.versions)


def _find_copies(
    memory: Memory, documents: Sequence[Document], versions: Sequence[tuple[str, str]]
) -> tuple[Copy, ...]:
    recall = memory.recall
    earlier = {later: before for before, later in versions}
    texts: dict[str, Text] = {}
    index: dict[int, tuple[str, int]] = {}
    copies: list[Copy] = []
    for document in documents:
        text = recall(read_text, document.id, document)
        is_new = index.keys().isdisjoint(text.hashes)
        hits = () if is_new else tuple([(n, *index[value]) for n, value in enumerate(text.hashes) if value in index])
        version = earlier.get(document.id)
        if hits or version:
            named = {name: texts[name] for name in (*(hit[1] for hit in hits), *((version,) if version else ()))}
            copies += recall(_compare, document.id, text, hits, named, version)
        texts[document.id] = text
        runs = recall(_index_runs, document.id, text)
        if is_new:
            index.update(runs)
        else:
            for value, at in runs.items():
                index.setdefault(value, at)
    return tuple(sorted(copies, key=lambda copy: (copy.left, copy.right)))


def _index_runs(text: Text) -> Mapping[int, tuple[str, int]]:
    """Return where every fourth run of words of a document stands, the first of those that are alike."""
    places = reversed(range(0, len(text.hashes), STEP))
    return {text.hashes[place]: (text.document, place) for place in places}


def _compare(right: Text, hits: tuple[Hit, ...], earlier: Mapping[str, Text], version: str | None) -> tuple[Copy, ...]:
    """Return what a document shares with each earlier one; with the `version` before it, that it is one too."""
    names = list(dict.fromkeys([*_find_sharers(right, hits, earlier), *((version,) if version else ())]))
    return tuple(_copy(earlier[name], right, is_version=name == version) for name in names)


def _find_sharers(right: Text, hits: tuple[Hit, ...], earlier: Mapping[str, Text]) -> list[str]:
    """Return the earlier documents that hold a stretch of it, each stretch asked for once."""
    found: list[str] = []
    reached = 0
    for place, name, there in hits:
        if place < reached:
            continue
        _, here, length = _stretch(earlier[name].words, right.words, there, place)
        if length >= RUN:
            found.append(name)
            reached = here + length
    return found


def _stretch(left: Sequence[str], right: Sequence[str], there: int, here: int) -> Stretch:
    start = 0
    while there - start > 0 and here - start > 0 and left[there - start - 1] == right[here - start - 1]:
        start += 1
    end = 0
    while there + end < len(left) and here + end < len(right) and left[there + end] == right[here + end]:
        end += 1
    return there - start, here - start, start + end


def _copy(left: Text, right: Text, *, is_version: bool) -> Copy:
    overlap = find_overlap(left.words, right.words)
    kind, derived = judge_overlap(left, right, overlap)
    # In a copy, short runs between the changes of an editor are copied too; elsewhere they are chance.
    stretches = overlap if kind is CopyKind.COPY else [stretch for stretch in overlap if stretch[2] >= RUN]
    shared = sum(length for _, _, length in stretches)
    return Copy(
        left=left.document,
        right=right.document,
        share=min(1.0, round(shared / max(1, min(len(left.words), len(right.words))), 3)),
        left_spans=tuple((left.starts[there], left.ends[there + n - 1]) for there, _, n in stretches),
        right_spans=tuple((right.starts[here], right.ends[here + n - 1]) for _, here, n in stretches),
        kind=CopyKind.VERSION if is_version else kind,
        derived=Derived(value=CopyKind.VERSION.value, rule=VERSION, inputs=(derived,)) if is_version else derived,
    )

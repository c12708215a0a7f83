"""How was a record made? The points on which a casualty recorder publishes his method, told from the run itself.

The points are those of the Standards for Casualty Recording (Every Casualty): definitions and what is included, types of
sources, collection, evaluation of sources and information, corroboration and disagreement, quality control, protection,
and the limits.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.model.derivations import reason
from sayso.model.kinds import JudgementKind, Stance
from sayso.model.records import Record
from sayso.text.decisions import keep_active
from sayso.text.wordings import count, say_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a case knows of its making beside the record: how documents came, who was declared opposed, which version read.

    `media`, `methods` and `completeness` count documents, `fetched` those that came from the web; `obtained` are the first
    and last day; `sides` maps a side to the reason given for it.
    """

    sayso: str
    media: Mapping[str, int] = field(default_factory=dict)
    methods: Mapping[str, int] = field(default_factory=dict)
    completeness: Mapping[str, int] = field(default_factory=dict)
    obtained: tuple[str, str] | None = None
    fetched: int = 0
    removed: int = 0
    refused: int = 0
    sides: Mapping[str, str] = field(default_factory=dict)
    cleared: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One point of the method: sentences, and lists of counts by what they count."""

    title: str
    says: tuple[str, ...]
    counts: tuple[tuple[str, int], ...] = ()


def describe_method(record: Record, run: Run) -> tuple[Section, ...]:
    """Return the method of a record, point by point; it holds counts and rules, and no name of a person."""
    return (
        _define(record),
        _tell_sources(record),
        _tell_collection(record, run),
        _tell_reading(record, run),
        _tell_evaluation(record, run),
        _tell_corroboration(record),
        _tell_disagreement(record),
        _tell_review(record),
        _tell_protection(run),
        _tell_limits(record),
    )


def _define(record: Record) -> Section:
    return Section(
        title="What is recorded",
        says=(
            "The unit is a claim: who says what, in which words, in which report. A claim is not taken for a fact.",
            (
                "Kinds of claim, of voice and of figure are closed lists. What is only taken for granted, put under a"
                " condition, hedged or expected is recorded as such and adds nothing to a count of origins."
            ),
            "A number of dead is recorded as it is given, with its words, for whom and over which time; numbers are never added.",
        ),
        counts=_tally(say_word(one.claim.kind.value) for one in record.claims),
    )


def _tell_sources(record: Record) -> Section:
    kinds = {voice.key: voice.kind.value for voice in record.voices}
    return Section(
        title="Types of sources",
        says=(
            (
                f"{count(record.documents, 'document')} of"
                f" {len({document.outlet for document in record.documents if document.outlet}):,} named outlets."
                f" {sum(1 for document in record.documents if not document.outlet):,} name no outlet,"
                f" {sum(1 for document in record.documents if document.agencies):,} credit a news agency."
            ),
            (
                "Voices are told apart from the reports that quote them; the list counts claims by the kind of voice that is"
                " said to say them."
            ),
        ),
        counts=_tally(say_word(kinds.get(one.voice, "unknown")) for one in record.claims),
    )


def _tell_collection(record: Record, run: Run) -> Section:
    days = f" between {run.obtained[0]} and {run.obtained[1]}" if run.obtained else ""
    published = sorted(date.interval[0] for date in record.dates if date.interval)
    return Section(
        title="Collection",
        says=(
            f"{_tell_way(len(record.documents), run.fetched, days)} The untouched original and its hash are kept beside the text that was read.",
            f"They were published from {published[0]} on." if published else "No report has a day of publication.",
            f"{run.removed:,} were taken out again, with a reason; {run.refused:,} could not be taken in.",
            "Which reports were sought, and where, is not known to the program and has to be told beside this page.",
        ),
        counts=(
            *((f"of the type {name}", number) for name, number in sorted(run.media.items())),
            *((f"text made by: {name}", number) for name, number in sorted(run.methods.items())),
            *((f"capture: {say_word(name)}", number) for name, number in sorted(run.completeness.items())),
        ),
    )


def _tell_way(documents: int, fetched: int, days: str) -> str:
    """Return how the reports came into the case."""
    if not fetched:
        return f"People handed the reports in{days}."
    if fetched >= documents:
        return f"All reports were fetched from the web{days}."
    web = "one was" if fetched == 1 else f"{fetched:,} were"
    handed = documents - fetched
    return f"People handed in {'one report' if handed == 1 else f'{handed:,} reports'}, and {web} fetched from the web,{days}."


def _tell_reading(record: Record, run: Run) -> Section:
    return Section(
        title="Reading",
        says=(
            (
                f"sayso {run.sayso} read the reports by rules and a small model of English grammar, on one machine and without"
                " a language model that writes text. The same reports, settings and judgements give the same record."
            ),
            "Every value carries the rule that gave it, and the words it rests on.",
            "Days of reports were told by these rules:",
        ),
        counts=_tally(reason(date.derived.rule) if date.derived else "no day could be told" for date in record.dates),
    )


def _tell_evaluation(record: Record, run: Run) -> Section:
    opposed = [f"Side '{name}': {why}." for name, why in run.sides.items()]
    conceded = sum(1 for one in record.claims if one.against_interest and one.stance is Stance.ASSERTS)
    return Section(
        title="Evaluation of sources and information",
        says=(
            (
                "No source is graded, and no score of credibility is made. Interest is told instead: the body a voice speaks for,"
                " the side that body is placed in, and whether a statement goes against the speaker's own side."
            ),
            *(opposed or ["No sides were declared for this case, so no agreement of opposed sides can be marked."]),
            f"{conceded:,} of {count(record.claims, 'claim')} go against the interest of who makes them.",
        ),
    )


def _tell_corroboration(record: Record) -> Section:
    rules = Counter(reason(why.rule) for origin in record.origins for why in origin.reasons)
    return Section(
        title="Corroboration",
        says=(
            (
                "Origins are counted, not reports: copies, and voices that speak for one body, are one. The number has a lower"
                " and an upper bound, for some voices may rest on others."
            ),
            (
                f"{len(record.groups):,} answers rest on {sum(1 for one in record.origins if one.is_explicit):,} origins that count;"
                f" {sum(1 for one in record.groups if one.origins[0] > 1):,} on two or more by the lower bound."
            ),
            f"{count(record.copies, 'pair')} of reports share text or are versions of one page.",
            "Claims were joined to one origin, or counted no further, by these rules:",
        ),
        counts=tuple(sorted(rules.items(), key=lambda item: (-item[1], item[0]))),
    )


def _tell_disagreement(record: Record) -> Section:
    standings = _tally(say_word(group.standing.value) for group in record.groups if group.standing)
    return Section(
        title="Disagreement",
        says=(
            (
                "Answers that exclude each other stand side by side, with what they differ in. Nothing is averaged, and no"
                " source is preferred to another."
            ),
            (
                f"{count(record.conflicts, 'question')} were answered in ways that exclude each other. 'No dispute' means: none"
                f" found in {count(record.documents, 'document')}. The answers stand so:"
            ),
        ),
        counts=standings,
    )


def _tell_review(record: Record) -> Section:
    active = keep_active(record.judgements)
    reviewed = sum(1 for one in record.claims if one.reviewed)
    read = {judgement.document for judgement in active if judgement.kind is JudgementKind.READ}
    people = {judgement.author for judgement in active}
    return Section(
        title="Quality control",
        says=(
            (
                f"People reviewed {reviewed:,} of {count(record.claims, 'claim')} and read {len(read):,} of"
                f" {count(record.documents, 'document')} to the end; {len(people):,} took part. What nobody reviewed is marked"
                " as an unreviewed machine reading wherever it leaves the case."
            ),
            (
                "Each judgement has an author, a day and a reason, is never changed, and can be taken back; two that contradict"
                f" each other both stay until a third decides. {len(record.unplaced):,} no longer find what they speak of."
            ),
            (
                f"{sum(1 for group in record.groups if group.assessed_by):,} answers are held by somebody to be so, with written"
                " grounds; every other one only tells what was said."
            ),
        ),
        counts=_tally(say_word(judgement.kind.value) for judgement in active),
    )


def _tell_protection(run: Run) -> Section:
    return Section(
        title="Protection of people",
        says=(
            (
                "Everybody who is not known to hold public office is private: what is sent on holds a number in place of the"
                " name, and neither the words nor the report that lead to it. The full record stays in the case."
            ),
            (
                "Known to hold public office are heads of state and government, ministers, and whoever leads or speaks in public"
                " for a body: the United Nations, armies and armed groups, relief bodies, and monitors that publish what they"
                " collect. They are named. Somebody without a name who is described by origin, home, past, work or whom he knows"
                " so that he could be known is withheld as if he had been named."
            ),
            (
                "Of a claim that is withheld the week, the sort of outlet, the topic, the place and the answer are told; neither"
                " the exact day or number, nor who passed it on."
            ),
            (
                "What is not withheld is quoted exactly and with the titles of reports: whoever searches for these words finds the"
                " reports, and can read there what is withheld here."
            ),
            (
                "Persons named as agents of violence, and places of aid, shelter and ways out, leave by a release of their own,"
                " with a reason that is kept."
            ),
        ),
        counts=tuple(
            (f"times that {what} left by such a release", number) for what, number in sorted(run.cleared.items())
        ),
    )


def _tell_limits(record: Record) -> Section:
    sentences = sum(one.sentences for one in record.coverage)
    unread = sum(1 for one in record.coverage if not one.sentences)
    return Section(
        title="What was not read, and what is not known",
        says=(
            (
                f"{sentences:,} sentences were read; {sum(one.with_claim for one in record.coverage):,} gave a claim, and"
                f" {sum(len(one.silent) for one in record.coverage):,} hold a number or a word of saying and gave none."
                f" {unread:,} of {count(record.documents, 'document')} could not be read at all."
            ),
            (
                f"{sum(1 for date in record.dates if not date.interval):,} reports are undated;"
                f" {sum(1 for one in record.claims if not one.period.edtf):,} claims tell no time,"
                f" {sum(1 for one in record.claims if not one.places):,} no place."
            ),
            (
                "Only English is read. Reports are no sample of what happened: what nobody reported is not here, and no total"
                " of victims can be estimated from them."
            ),
        ),
        counts=_tally(f"problem at the stage {say_word(problem.stage)}" for problem in record.problems),
    )


def _tally(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))

"""How does a briefing say that a voice says something?"""

from collections.abc import Iterable, Sequence

from sayso.outputs.briefing.choices import choose_words
from sayso.outputs.briefing.clauses import (
    NOT_WHOLLY,
    read_patterns,
    say_control,
    say_event,
    say_figure,
    say_one_day,
    say_topics,
)
from sayso.outputs.briefing.reports import WITHHELD, Reports, Row
from sayso.outputs.briefing.runs import Run, Sentence, list_names, name, ours, quote, write
from sayso.outputs.briefing.speakers import name_outlet, name_voice, speak
from sayso.text.day_words import say_week, say_when

Time = tuple[str | None, str]
_EXPLICIT = frozenset({"whole", "most", "share"})
# How the answer begins of who denies only something further, or how it went.
_PARTLY = "denied in part"


def say_claim(claim: Row, reports: Reports, claims: Sequence[Row] = ()) -> Sentence:
    """Return the sentence of a claim: who says that what, where and when, with the exact words.

    `claims` are further ones that are cited with it. What is only mentioned in passing, has no clause, or was read by
    the machine alone is left to its own words under a topic, with the topics of the further claims; who holds how much
    of a place is said all the same where the words name an extent, a taking or a denial.
    """
    told = _tell(claim, reports)
    said = _on_topics((claim, *claims), reports) if told is None else (*_says(claim, reports, told[1]), *told[0])
    return write((*said, *_in_words(claim)), (claim["id"], *(one["id"] for one in claims)))


def is_topic(claim: Row, reports: Reports) -> bool:
    """Tell whether the sentence of a claim has only a topic, and leaves the saying to its words."""
    return _tell(claim, reports) is None


def _tell(claim: Row, reports: Reports) -> tuple[tuple[Run, ...], Time] | None:
    """Return what a claim says, in a clause of ours, and the time that it is said of."""
    holding = reports.holdings.get(claim["id"])
    if holding and claim["basis"] == "stated" and (claim["reviewed"] or _is_explicit(holding, claim)):
        return say_control(holding, claim, reports), (holding["date"], holding["time_basis"])
    if holding or not claim["reviewed"]:
        return None
    clause = say_event(claim, reports, reports.answers.get(claim["id"], ""))
    return (clause, (claim["time"]["edtf"], claim["time"]["basis"])) if clause is not None else None


def _is_explicit(holding: Row, claim: Row) -> bool:
    is_denied = holding["holder"].startswith(NOT_WHOLLY)
    return is_denied or claim["kind"] == "control_change" or holding["extent"] in _EXPLICIT


def say_count(row: Row, reports: Reports, teller: Row | None = None, claims: Iterable[str] = ()) -> Sentence:
    """Return the sentence of a line of the ledger of figures, by its first claim or by one of them with its own number."""
    claim = teller or reports.known(row["claims"])[0]
    said = _says(claim, reports, (row["period"], row["time_basis"]))
    return write((*said, *say_figure(row, claim, reports), *_in_words(claim)), claims or row["claims"])


def _says(claim: Row, reports: Reports, time: Time) -> tuple[Run, ...]:
    """Return "the Monitor says, as reported on 4 May 2021, that ": the verb by stance and basis, never by credit."""
    speaker, is_many = speak(claim, reports)
    verbs = read_patterns("verbs")
    verb = verbs[claim["basis"] if claim["basis"] in verbs else claim["stance"]][is_many]
    reported = _reported(time, claim)
    return (*speaker, ours(f" {verb}{f'{reported},' if reported else ''} that ".replace(",,", ",")))


def _reported(time: Time, claim: Row) -> str:
    edtf, basis = time
    if basis != "document" or not edtf:
        return ""
    return f", as reported{say_week(edtf) if claim['doc'] is None else say_one_day(say_when(edtf))}"


def _on_topics(claims: Sequence[Row], reports: Reports) -> tuple[Run, ...]:
    """Return "on arms in Harwick, according to the Monitor, with a reservation": their own words follow."""
    claim = claims[0]
    speaker, is_many = speak(claim, reports)
    reported = _reported((claim["time"]["edtf"], claim["time"]["basis"]), claim)
    topics = (ours("on "), *say_topics(claims, reports), ours(", "))
    if claim["basis"] == "presupposed":
        return (*topics, *speaker, ours(f" {read_patterns('verbs')['presupposed'][is_many]}{reported}"))
    manner = read_patterns("manner")
    answers = [one for same in claims for one in reports.all_answers.get(same["id"], ())]
    is_partly = bool(answers) and all(one.startswith(_PARTLY) for one in answers)
    how = manner.get(claim["basis"]) or manner.get("partly" if is_partly else claim["stance"])
    cited = speaker[:-1] if speaker[-1].words == "," else speaker
    return (*topics, ours("according to "), *cited, ours(f"{f', {how}' if how else ''}{reported}"))


def _in_words(claim: Row) -> tuple[Run, ...]:
    """Return the exact words behind a colon, or that they are withheld."""
    return (ours(": "), quote(choose_words(claim))) if claim["quote"] else (ours(f" ({WITHHELD})"),)


def say_also(claims: Sequence[Row], reports: Reports, how: str = "") -> Sentence:
    """Return the sentence that names who else gives the same answer; until that is reviewed, whose words the machine puts there.

    `how` is the manner in which all of them say it: "in passing".
    """
    named = list_names(list(dict.fromkeys(name_source(claim, reports) for claim in claims)))
    cited = [claim["id"] for claim in claims]
    if all(claim["reviewed"] for claim in claims):
        return write((ours(f"the same is {f'mentioned {how}' if how else 'said'} by "), *named), cited)
    said = f", said {how}" if how else ""
    return write((ours("the machine puts with this the words of "), *named, ours(said)), cited)


def name_source(claim: Row, reports: Reports) -> str:
    """Return the innermost voice of a claim, the outlet where nobody is named, with its article."""
    if not claim["chain"]:
        return name_outlet(claim, reports)
    return name_voice(claim["chain"][-1]["name"], reports)


def say_note(claim: Row, reports: Reports) -> Sentence:
    """Return the footnote of a claim: outlet, day, chain of voices, and the whole sentence it stands in."""
    chain = [one["name"] for one in claim["chain"]]
    runs: list[Run] = [name(reports.name_origin(claim)), ours(f", {reports.say_published(claim)}")]
    runs += [ours("; "), name(" › ".join(chain))] if chain else []
    words = claim["context"] or claim["quote"]
    runs += [ours(": "), quote(words)] if words else [ours(": words withheld")]
    return write(runs, [claim["id"]])

"""What does a claim say, in a clause of ours? Control, figures and events, each by a table of patterns."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.lexicons import read_toml
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Run, fill, list_names, name, ours, quote
from sayso.text.day_words import say_days, say_week, say_when
from sayso.text.days import number_days
from sayso.text.wordings import say_amount

# A claim under its question need not repeat a place that its sentence does not name.
HEADED = "is_headed"
NOT_WHOLLY = "not wholly "
CONTROL = frozenset({"control_change", "control_state"})
# Places of a record that are named together.
_TOGETHER = "; "
_STATES = ("contested", "besieged", "cut_off", "entered")
# Parties of a record that act together.
_LISTED = ", "
# What stands behind the number of some of those whom another one counts.
PART, FORMER = "part of another figure", "counted before"
# Bounds of one day lie so close; what is said to last longer is no day.
_SHORT = 62
_ROUGH = re.compile("[~?%]")
_WORD = re.compile(r"[^\W_]+")


def read_patterns(table: str) -> Mapping[str, Any]:
    """Return a table of the patterns of sentences."""
    found: Mapping[str, Any] = read_toml("sentences")[table]
    return found


def say_place(place: str | None, claim: Row, reports: Reports, joined: str | None = None) -> tuple[Run, ...]:
    """Return where, with what joins it to a sentence ("in", "at" for one building); nothing where nobody says.

    What does not stand in the sentence of the claim stands in square brackets, as an editor's addition does, until a
    person has reviewed it; under a question it is left out.
    """
    if not place:
        return ()
    joins = joined or (" at " if reports.precisions.get(place) == "point" else " in ")
    is_added = _is_added(claim)
    if is_added and claim.get(HEADED):
        return ()
    return (
        (ours(joins), *name_places(place))
        if not is_added
        else (ours(f" [{joins.strip()} "), *name_places(place), ours("]"))
    )


def mark_place(place: str | None, claim: Row, *, in_part: bool = False) -> str:
    """Return a place for a cell of a table, in square brackets where the sentence of its claim does not have it."""
    if not place:
        return ""
    named = f"part of {place}" if in_part else place
    return f"[{named}]" if _is_added(claim) else named


def _bracket(place: str, claim: Row) -> tuple[Run, ...]:
    """Return a place that a clause cannot do without, in square brackets where the machine has added it."""
    named = name_places(place)
    return (ours("["), *named, ours("]")) if _is_added(claim) else named


def _is_added(claim: Row) -> bool:
    """Tell whether the machine has added the place of a claim to the words that are quoted."""
    return bool(claim["quote"]) and not claim["reviewed"] and not _is_within(claim)


def _is_within(claim: Row) -> bool:
    """Tell whether the words for the place of a claim stand in its sentence, or its name does."""
    place, sentence = claim["place"] or {}, claim["sentence"]
    written, name_of_place = place.get("written"), place.get("name")
    if name_of_place and re.search(rf"\b{re.escape(name_of_place)}\b", claim["context"] or "", re.IGNORECASE):
        return True
    return bool(written and sentence and sentence[0] <= written[0] and written[1] <= sentence[1])


def name_places(place: str) -> tuple[Run, ...]:
    """Return the names of places, with the article that some of them take."""
    names = [_with_article(one) for one in place.split(_TOGETHER)]
    return (name(" and ".join(names)),)


def _with_article(place: str) -> str:
    table = read_patterns("places")
    last = place.rsplit(" ", maxsplit=1)[-1]
    is_common = last.islower() and last not in table["bare"]
    is_told = is_common or last.casefold() in table["article"] or place.startswith(tuple(table["heads"]))
    return f"the {place}" if is_told and " " in place and not place.lower().startswith("the ") else place


def say_control(row: Row, claim: Row, reports: Reports) -> tuple[Run, ...]:
    """Return who held how much of a place when, as a row of `control` has it, or took it where that is the kind said."""
    patterns = read_patterns("control")
    holder = row["holder"].removeprefix(NOT_WHOLLY)
    key = row["state"] if row["state"] in _STATES else row["extent"]
    if holder == "contested":
        key = "contested"
    if holder != row["holder"]:
        key = "denied"
    share = str(row["share"] or "part")
    return fill(
        patterns[key],
        holder=name_party(holder),
        held=[ours(patterns["took" if claim["kind"] == "control_change" else "held"])],
        place=_bracket(row["place"], claim),
        share=[ours(share.replace("%", " per cent"))],
        when=_when((row["date"], row["time_basis"]), claim, reports),
    )


def say_figure(row: Row, claim: Row, reports: Reports) -> tuple[Run, ...]:
    """Return how many of whom, where and when, as a row of `figures` has it; a number made from a word stays a word.

    What counts all until a day is said of what had happened by then, never of that day.
    """
    is_one = not row["by_rule"] and row["low"] == row["high"] == 1
    is_whole = row["scope"] == "cumulative"
    were = ("had" if is_whole else "was" if is_one else "were", " been" if is_whole else "")
    when = _when((row["period"], row["time_basis"]), claim, reports)
    if is_whole and when and "/" not in row["period"]:
        when = (ours(f" by {say_days(row['period'])}"),)
    return fill(
        read_patterns("figures")[row["what"]],
        amount=[*_say_amount(row, _whom(row, claim), is_one=is_one), *_say_whole(row, reports)],
        number=[quote(row["words"])] if row["by_rule"] else [ours(say_number(row))],
        whom=[name(_whom(row, claim))],
        were=[ours("".join(were))],
        where=() if _is_coarse(row, claim, reports) else _say_counted_place(row, claim, reports),
        when=when,
    )


def _say_whole(row: Row, reports: Reports) -> tuple[Run, ...]:
    part = name_whole(row, reports)
    return (ours(f" ({part})"),) if part else ()


def name_whole(row: Row, reports: Reports) -> str:
    """Return of which other number a number is a part, "part of some 150", an empty text where it is none.

    What is only told as counted before says so.
    """
    if row["is_former"]:
        return FORMER
    whole = reports.find_figure(row["part_of"])
    if whole is None or whole["by_rule"]:
        return PART if row["part_of"] else ""
    return f"part of {say_number(whole)}"


def _say_counted_place(row: Row, claim: Row, reports: Reports) -> tuple[Run, ...]:
    return say_place(row["place"], claim, reports, " in part of " if row["in_part"] else None)


def _whom(row: Row, claim: Row) -> str:
    """Return who or what is counted, in the letters of the words where it stands there."""
    whom = str(row["of_whom"] or "people")
    words = claim["context"] or claim["quote"] or ""
    at = words.casefold().find(whom.casefold())
    return words[at : at + len(whom)] if at > 0 and len(words) == len(words.casefold()) else whom


def _is_coarse(row: Row, claim: Row, reports: Reports) -> bool:
    """Tell whether the place of an event is a country that no person has reviewed: it may be that of somebody who did it."""
    is_event = row["scope"] == "incident"
    return is_event and not claim["reviewed"] and reports.precisions.get(row["place"] or "") == "country"


def _say_amount(row: Row, whom: str, *, is_one: bool) -> Sequence[Run]:
    if row["by_rule"]:
        of = " of " if row["words"].casefold().endswith("s") else " "
        return (quote(row["words"]), ours(of), name(whom))
    if row["what"] == "destroyed_share":
        return (ours(f"{say_number(row)} of the "), name(row["of_whom"] or "whole"))
    return (ours(f"{say_number(row)} "), name(_one(whom) if is_one else whom))


def say_number(row: Row) -> str:
    """Return a number as written where it was written as one, else from its bounds: never without its hedge."""
    table = read_patterns("amounts")
    written = " ".join(row["words"].split())
    words = [word.casefold() for word in _WORD.findall(written.replace(",", "").replace(".", ""))]
    is_number = [word.isdigit() or word in table["numbers"] for word in words]
    if any(is_number) and all(so or word in table["words"] for so, word in zip(is_number, words, strict=True)):
        return written[:1].lower() + written[1:]
    if row["low"] is None and row["high"] is None:
        return written
    unit = " per cent" if row["what"] == "destroyed_share" else ""
    if row["low"] is None or row["high"] is None:
        least = "more than" if _is_passed(written) else "at least"
        return f"{least} {row['low']:,}{unit}" if row["high"] is None else f"at most {row['high']:,}{unit}"
    return f"{'about ' if row['bound'] == 'about' else ''}{say_amount({**row, 'by_rule': False})}"


def _is_passed(written: str) -> bool:
    """Tell whether a number is one that was passed: "surpassed 100,000"."""
    return written.casefold().startswith(tuple(read_patterns("amounts")["passed"]))


def _one(whom: str) -> str:
    several: dict[str, str] = dict(read_patterns("people")["one"])
    head = whom.rsplit(" ", maxsplit=1)[-1]
    if head in several:
        return whom.removesuffix(head) + several[head]
    return whom.removesuffix("s") if not whom.endswith("ss") else whom


def say_event(claim: Row, reports: Reports, answer: str = "") -> tuple[Run, ...] | None:
    """Return what a claim of an event says, where its kind has a clause; None where it has only a topic.

    What is denied has only a topic, for its words may deny the manner alone; so has what nobody is said to do. `answer`
    is that of its group: where it is another than that of its kind ("a sending of reinforcements"), the clause of the
    kind would say too much.
    """
    table = read_patterns("clauses").get(claim["kind"], {})
    said, agent = table.get("said"), claim["actors"]["agent"]
    is_plain = claim["stance"] != "denies" and claim["basis"] != "presupposed" and _is_usual(claim["kind"], answer)
    if said is None or not is_plain or ("{agent}" in said and not agent):
        return None
    place = claim["place"]["name"] if claim["place"] else None
    return fill(
        said,
        agent=list_names([run.words for one in (agent or "").split(_LISTED) for run in name_party(one)]),
        where=say_place(place, claim, reports),
        from_where=say_place(place, claim, reports, " from "),
        when=_when((claim["time"]["edtf"], claim["time"]["basis"]), claim, reports),
    )


def say_topics(claims: Sequence[Row], reports: Reports) -> tuple[Run, ...]:
    """Return what claims of one sentence and one time are about, where and when, where their words do the saying.

    Topics of one place are named together: "fighting and shelling in Rahna, and arms in Selba on 4 May 2021".
    """
    topics: dict[tuple[Run, ...], list[str]] = {}
    for where, topic in dict.fromkeys(find_topic(claim, reports) for claim in claims):
        topics.setdefault(where, []).append(topic)
    runs: list[Run] = []
    for where, named in topics.items():
        runs += [ours(", and ")] if runs else []
        runs += [*(ours(run.words) for run in list_names(named)), *where]
    time = claims[0]["time"]
    return (*runs, *_when((time["edtf"], time["basis"]), claims[0], reports))


def find_topic(claim: Row, reports: Reports) -> tuple[tuple[Run, ...], str]:
    """Return where and what a claim is about, as a sentence that leaves it to its words has it."""
    return _where(claim, reports), _name_topic(claim, _find_answer(claim, reports))


def _find_answer(claim: Row, reports: Reports) -> str:
    """Return the answer that tells which thing of its kind a claim is about, else that of its own question."""
    told = (one for one in reports.all_answers.get(claim["id"], ()) if not _is_usual(claim["kind"], one))
    return next(told, reports.answers.get(claim["id"], ""))


def _name_topic(claim: Row, answer: str) -> str:
    kind = claim["kind"]
    asked = read_toml("questions").get(kind, {})
    usual: str = read_patterns("clauses").get(kind, {}).get("topic") or asked.get("yes") or kind.replace("_", " ")
    return usual if _is_usual(kind, answer) else answer


def _where(claim: Row, reports: Reports) -> tuple[Run, ...]:
    kind = claim["kind"]
    place = claim["place"]["name"] if claim["place"] else None
    return say_place(place, claim, reports, " of " if kind in CONTROL else " from " if kind == "withdrawal" else None)


def _is_usual(kind: str, answer: str) -> bool:
    """Tell whether an answer is the one of its kind: an advance, and not a sending of reinforcements."""
    usual = read_toml("questions").get(kind, {}).get("yes")
    topics = {topic for table in read_toml("matters")["topics"].values() for topic in table.values()}
    return answer == usual or answer not in topics


def name_party(party: str) -> tuple[Run, ...]:
    """Return a party as it stands in a clause."""
    known = read_patterns("control")["parties"].get(party)
    return (ours(known),) if known else (name(party),)


def _when(time: tuple[str | None, str], claim: Row, reports: Reports) -> tuple[Run, ...]:
    """Return the day something happened; the day of a report is told apart, as the day it was reported on.

    Days that are only bounds, because the day of the report is not known, are told as one day between them; of what is
    withheld there is a week.
    """
    edtf, basis = time
    if basis == "document" or not edtf:
        return ()
    if claim["doc"] is None:
        return (ours(say_week(edtf)),)
    said = say_when(edtf)
    run = number_days(edtf)
    is_short = run is not None and run.length <= _SHORT and not _ROUGH.search(edtf)
    is_adrift = basis == "relative" and claim["doc"] in reports.undated and is_short
    return (ours(say_one_day(said) if is_adrift else said),)


def say_one_day(when: str) -> str:
    """Return a time between two days as one day between them."""
    return when.replace(" between ", " on a day between ", 1)

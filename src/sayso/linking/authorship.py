"""How is it asked whether a party did it: the attack itself, for whom it was meant, or only the means that are denied?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sayso.lexicons import read_toml
from sayso.linking.answers import NO, YES, Answer, answer_event
from sayso.linking.families import AUTHORSHIP, Family
from sayso.linking.responses import Response


def ask_author(family: Family, responses: Sequence[Response]) -> Family:
    """Return the family with its question put for whom it was meant, or for the means, where that is what is told.

    Where somebody says for whom an attack was meant, or for whom not, that is asked. Who denies that it used gas has not
    said that it did not strike: where only the means are denied, or nothing else is told, these are asked.
    """
    if family.name != AUTHORSHIP:
        return family
    if _is_aimed(responses):
        return replace(family, question=_table()["aimed_question"])
    denied = [response for response in responses if response.answer.level == NO]
    said = [response for response in responses if response.answer.level == YES]
    return replace(family, question=_table()["means"]["question"]) if _is_of_means(denied or said) else family


def name_author(answer: Answer, given: Sequence[Response], all_given: Sequence[Response], agent: str | None) -> Answer:
    """Return an answer to who did it with what is asked in its words: for whom it was meant, or the means.

    The means are named where all who give this answer speak of them.
    """
    if given[0].family.name != AUTHORSHIP:
        return answer
    if _is_aimed(all_given):
        plain, aimed = _table()["aimed_yes"]
        return replace(answer, text=answer.text.replace(plain, aimed))
    if agent is None or not _is_of_means(given):
        return answer
    first = next(response for response in given if response.answer == answer)
    named = answer_event(first.stance, _table()["means"]["yes"].format(agent=agent), first.party)
    return replace(answer, text=named.text)


def _is_aimed(responses: Iterable[Response]) -> bool:
    """Tell whether answers say for whom the attack was meant, or for whom not."""
    aimed = _table()["aimed"]
    return any(response.resolved.claim.frame in aimed for response in responses)


def _is_of_means(responses: Iterable[Response]) -> bool:
    """Tell whether all that is told is the use of a chemical weapon; a bare denial is of what the others deny."""
    matters = read_toml("matters")
    bare, topics = matters["answering"]["frames"], matters["topics"]["violence"]
    frames = {response.resolved.claim.frame for response in responses} - set(bare)
    return bool(frames) and all(topics.get(frame) == _table()["means"]["topic"] for frame in frames)


def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = read_toml("matters")["authorship"]
    return table

"""How is who says something named in a sentence, and which verb does that take?"""

import re
from functools import cache
from typing import Any

from sayso.lexicons import read_toml
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Run, name, ours, voice
from sayso.text.wordings import UNNAMED_OUTLET

_ASIDE = re.compile(r"\s*\([^()]*\)$")
# What a phrase is after which its head no longer stands: "representatives of the town".
_AFTER_HEAD = re.compile(r"\s(?:of|for|in|at|from|on|to|with|who|close|near|inside)\s")
# Whose it is takes the place of an article: "the ministry's spokesman", "Hamas' armed wing".
_OWNED = re.compile(r"['’]s?\s")
_ARTICLES = frozenset({"the", "a", "an"})
# A phrase that was cut before its examples: "sources such as these".
_CUT = re.compile(r"\s(?:such|including|like)$")


def speak(claim: Row, reports: Reports) -> tuple[tuple[Run, ...], bool]:
    """Return who says a claim, and through whom, as the subject of a sentence; and whether they are several.

    The innermost voice speaks; those that relay it are cited. The outlet is named where nobody else is.
    """
    chain = claim["chain"]
    if not chain:
        return (voice(name_outlet(claim, reports)),), False
    said = name_voice(chain[-1]["name"], reports)
    relays = [one["name"] for one in reversed(chain[:-1]) if one["name"] != chain[-1]["name"]]
    runs: list[Run] = [voice(said)]
    for relay in relays:
        runs += [ours(", cited by "), name(name_voice(relay, reports))]
    return (*runs, *([ours(",")] if relays else [])), is_several(chain[-1]["name"], reports)


def name_outlet(claim: Row, reports: Reports) -> str:
    """Return the outlet of a claim as the subject of a sentence."""
    outlet = reports.name_origin(claim)
    return outlet if outlet.startswith(UNNAMED_OUTLET) else _with_article(outlet)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("sentences")["names"][key])


def name_voice(written: str, reports: Reports) -> str:
    """Return a voice with the article it takes: "the army", "an officer", "activists", "Abu Rami"."""
    bare = _CUT.sub("", _ASIDE.sub("", written))
    unknown: dict[str, str] = read_toml("sentences")["names"]["unknown"]
    if bare.casefold() in unknown:
        return unknown[bare.casefold()]
    row = reports.voices.get(written)
    if row is None or row["named"] is not False or bare.split(" ")[0].casefold() in _ARTICLES:
        return _with_article(bare)
    if find_head(bare) in _words("article"):
        return f"the {bare}"
    return (
        bare
        if is_several(written, reports) or _OWNED.search(bare) or bare.split(" ")[-1].casefold() in _words("uncounted")
        else f"{_indefinite(bare)} {bare}"
    )


def _with_article(named: str) -> str:
    words = [word.casefold() for word in re.findall(r"[^\W_]+", named)]
    if not words or words[0] in _ARTICLES or named.casefold() in _words("bare"):
        return named
    return f"the {named}" if _is_body(named) else named


def _is_body(named: str) -> bool:
    """Tell whether a name is that of a body, which takes an article: "Syrian government", "Council of Ministers"."""
    words = [word.casefold() for word in re.findall(r"[^\W_]+", named)]
    return len(words) > 1 and words[-1] not in _words("uncounted") and not _words("article").isdisjoint(words)


def _indefinite(words: str) -> str:
    return "an" if words[:1] in read_toml("sentences")["names"]["vowels"] else "a"


def is_several(written: str, reports: Reports) -> bool:
    """Tell whether a name means several who speak: "activists" say, the United Nations says."""
    row: dict[str, Any] | Row = reports.voices.get(written) or {}
    if row.get("named") is not False:
        return False
    head = find_head(written)
    return head in _words("several") or (head.endswith("s") and not head.endswith("ss") and head not in _words("one"))


def find_head(written: str) -> str:
    """Return the word that says who a phrase means: "officers" in "officers of the army".

    >>> find_head("officers of the army"), find_head("army official")
    ('officers', 'official')
    """
    return _AFTER_HEAD.split(_CUT.sub("", _ASIDE.sub("", written)))[0].split(" ")[-1].casefold()

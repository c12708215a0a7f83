"""Which articles does the speed measure read? Made ones, from the demo's sentences with everything in them varied."""

import random
import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import resources
from pathlib import Path

WORDS = 600
SHARED = 8  # about so many articles tell of the same town and day
COPIES = 0.1
_SYLLABLES = ("ka", "ro", "mi", "sel", "ta", "ven", "du", "lar", "no", "bes", "ori", "than", "pe", "gal", "shi", "mur")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FURNITURE = re.compile(r"^(share|read|log|click|comments?|by )", re.IGNORECASE)


def write_articles(folder: Path, count: int, *, seed: int = 7) -> tuple[Path, ...]:
    """Write `count` articles of about 600 words as .txt files and return them; the same seed gives the same texts.

    Eight articles share a town and a day, so that questions have several answers; one in ten is a copy of an
    earlier one under another outlet.
    """
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    texts: list[str] = []
    paths = []
    for number in range(count):
        if texts and chance.random() < COPIES:
            text = chance.choice(texts[-40:]) + f"\n\nCopyright {_name(chance)} Herald\n"
        else:
            text = make_article(number // SHARED, chance)
        texts.append(text)
        paths.append(folder / f"{number:05d}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return tuple(paths)


def make_article(matter: int, chance: random.Random) -> str:
    """Return one article on the town and day of a matter."""
    fixed = random.Random(matter)
    day = date(2021, 1, 4) + timedelta(days=fixed.randrange(700))
    towns = {name: _name(fixed) for name in _place_names()}
    paragraphs = list(_paragraphs())
    body: list[str] = []
    while sum(len(p.split()) for p in body) < WORDS:
        body.append(_varied(chance.choice(paragraphs), towns, day, chance))
    town = next(iter(towns.values()))
    return f"Fighting goes on in {town}\n\n{day.day} {day:%B %Y}\n\n" + "\n\n".join(body) + "\n"


def _varied(paragraph: str, towns: dict[str, str], day: date, chance: random.Random) -> str:
    for name, other in towns.items():
        paragraph = paragraph.replace(name, other)
    paragraph = re.sub("|".join(_WEEKDAYS), _WEEKDAYS[day.weekday()], paragraph)
    return re.sub(r"\b\d{2,3}\b", lambda _: str(chance.randrange(11, 400)), paragraph)


def _paragraphs() -> Iterator[str]:
    for file in sorted((resources.files("sayso.demo") / "velmora" / "articles").iterdir(), key=lambda f: f.name):
        for line in file.read_text("utf-8").splitlines():
            if len(line.split()) > 12 and not _FURNITURE.match(line):
                yield line.strip()


def _place_names() -> tuple[str, ...]:
    settings = tomllib.loads((resources.files("sayso.demo") / "velmora" / "sayso.toml").read_text("utf-8"))
    names = [name for place in settings["places"] for name in (place["name"], *place.get("names", ()))]
    return tuple(sorted(names, key=len, reverse=True))


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).title()

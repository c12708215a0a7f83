"""Can everybody read the pages? Contrast by WCAG 2.1, level AA, of every pair of colours that the stylesheet lays on each other."""

import re

import pytest

from sayso.look import read_look

CSS = read_look("sayso.css").decode("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
)
TEXT, SHAPE = 4.5, 3.0
SIDES = [f"side-{number}" for number in range(6)]
MARKS = ["source", "cue", "time", "place", "shared"]
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "soft", "accent", "warn") for ground in ("paper", "ground")),
    *((side, "paper", TEXT) for side in SIDES),
    *(("ink", mark, TEXT) for mark in MARKS),
    ("mark-ink", "mark", TEXT),
    ("accent-ink", "accent", TEXT),
    ("accent", "source", SHAPE), ("soft", "paper", SHAPE), ("strong", "paper", SHAPE),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_wcag_names():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_colours_are_told_apart(palette: dict[str, str], ink: str, ground: str, least: float):
    assert contrast(palette[ink], palette[ground]) >= least


def test_both_palettes_name_the_same_colours():
    assert LIGHT.keys() == DARK.keys()


def test_every_colour_comes_from_the_palette():
    rules = re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3,6}\b", rules)
    assert set(re.findall(r"var\(--([\w-]+)\)", rules)) <= LIGHT.keys() | {"serif", "sans"}

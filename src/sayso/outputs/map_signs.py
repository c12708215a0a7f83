"""With which signs does a map tell who holds a place per whom? A shape and colour a holder, a letter a voice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from string import ascii_lowercase, ascii_uppercase

from sayso.outputs.holders import CONTESTED
from sayso.outputs.map_places import Hold, Spot
from sayso.outputs.svg import plain
from sayso.text.wordings import say_period

SIZE, GAP, ROW = 17.0, 2.0, 6  # of a sign; signs in a row
_LETTERS = ascii_uppercase + ascii_lowercase
# Drawn around the middle of a sign of 17 units: one for each colour, and the last for the holders that share the grey.
SHAPES = (
    "M-8-8h16v16h-16z",
    "M0-8.5a8.5 8.5 0 1 0 .01 0z",
    "M0-9.5 9.5 0 0 9.5-9.5 0z",
    "M-4.5-8h9l4.5 8-4.5 8h-9l-4.5-8z",
    "M-8-5 0-9l8 4v13h-16z",
    "M-9.5-7h19l-9.5 16z",
)


def letter_voices(spots: Sequence[Spot]) -> dict[str, str]:
    """Return a letter for each voice that says who holds a place, those heard of most places first."""
    heard = Counter(hold.voice for spot in spots for hold in spot.holds)
    ordered = sorted(heard, key=lambda voice: (-heard[voice], voice))
    return {voice: _LETTERS[number] if number < len(_LETTERS) else str(number) for number, voice in enumerate(ordered)}


def measure_signs(count: int) -> tuple[float, float]:
    """Return the width and height of so many signs."""
    rows = -(-count // ROW)
    return min(count, ROW) * (SIZE + GAP), rows * (SIZE + GAP)


def draw_signs(
    holds: Sequence[Hold], corner: tuple[float, float], letters: Mapping[str, str], holders: Mapping[str, int], ids: str
) -> str:
    """Return the signs of one place, row by row from a corner on."""
    drawn = []
    for number, hold in enumerate(holds):
        x = corner[0] + (number % ROW) * (SIZE + GAP) + SIZE / 2 + 1
        y = corner[1] + (number // ROW) * (SIZE + GAP) + SIZE / 2 + 1
        drawn.append(draw_sign(hold, (round(x, 1), round(y, 1)), letters, holders, ids))
    return "".join(drawn)


def draw_sign(
    hold: Hold, middle: tuple[float, float], letters: Mapping[str, str], holders: Mapping[str, int], ids: str
) -> str:
    """Return one sign: hollow where it is denied, hatched where contested, dashed where taken for granted."""
    # Contested ground has no holder, so it takes the plain square.
    shape = SHAPES[holders.get(hold.holder, 1) - 1]
    kinds = ["sign", f"h{holders.get(hold.holder, 0)}"]
    kinds += [name for name, holds in _states(hold) if holds]
    words = f"{hold.voice}: {hold.says}{f', {say_period(hold.when)}' if hold.when else ''}"
    hatch = f'<path d="{shape}" fill="url(#contested{ids})"/>' if hold.is_contested else ""
    return (
        f'<g class="{" ".join(kinds)}" transform="translate({middle[0]} {middle[1]})"><title>{plain(words)}</title>'
        f'<path class="shape" d="{shape}"/>{hatch}<text y="4" text-anchor="middle">{letters[hold.voice]}</text></g>'
    )


def _states(hold: Hold) -> tuple[tuple[str, bool], ...]:
    return (("denied", hold.is_denied), (CONTESTED, hold.is_contested), ("presupposed", hold.is_presupposed))

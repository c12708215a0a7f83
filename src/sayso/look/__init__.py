"""How do pages of sayso look? The stylesheet and the fonts that the web view and the pages to send share."""

import base64
from functools import cache
from importlib import resources

FONTS = ("newsreader.woff2", "public-sans.woff2")
FILES = ("sayso.css", "marked.css", *FONTS)


@cache
def read_look(name: str) -> bytes:
    """Return a file of the look.

    Raises:
        FileNotFoundError: when there is none of this name.
    """
    return resources.files("sayso.look").joinpath(name).read_bytes()


@cache
def inline_look() -> str:
    """Return the stylesheet with the fonts in it, for a page that loads nothing."""
    css = read_look("sayso.css").decode("utf-8")
    for font in FONTS:
        held = base64.b64encode(read_look(font)).decode("ascii")
        css = css.replace(f'url("{font}")', f'url("data:font/woff2;base64,{held}")')
    return css

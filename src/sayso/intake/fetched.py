"""What is stored of a page that was fetched?"""

from collections.abc import Iterator
from dataclasses import replace

from sayso.intake.archives import PAGES, PLAIN
from sayso.intake.captures import make_capture
from sayso.intake.folders import problem
from sayso.intake.items import Item
from sayso.model.documents import Capture, Problem
from sayso.model.fetches import Fetched

_BROKE_OFF = "the connection broke off; what had come by then was taken in"


def read_fetched(page: Fetched) -> Iterator[tuple[Capture, bytes] | Problem]:
    """Yield the capture of a page with the bytes to keep, and a problem for what of it could not be read.

    It goes by the address that was asked for, and its own is that which answered.
    """
    if page.media_type not in {*PAGES, PLAIN}:
        yield problem(page.url, f"is {page.media_type} and no page of text")
        return
    item = Item(
        name=page.url,
        raw=page.body,
        is_html=page.media_type in PAGES,
        charset=page.charset,
        address=page.final_url,
    )
    for found in make_capture(item, ()):
        if isinstance(found, Problem) or page.is_whole:
            yield found
            continue
        yield replace(found[0], completeness="partial"), found[1]
        yield problem(page.url, _BROKE_OFF)

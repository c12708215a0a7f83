"""What did a form send? Its fields and files, within bounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.requests import Request

from sayso.web.gates import LARGEST_BODY

_MOST_FIELDS, _MOST_FILES = 2_000, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The last value of each name, all values of each name, and the files with their names."""

    values: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]
    files: Sequence[tuple[str, bytes]]


async def read_form(request: Request) -> Sent:
    """Return what a form sent; line ends are those of the text, not those of the browser."""
    lists: dict[str, list[str]] = {}
    files = []
    limits = {"max_files": _MOST_FILES, "max_fields": _MOST_FIELDS, "max_part_size": LARGEST_BODY}
    async with request.form(**limits) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files.append((value.filename or "", await value.read()))
            else:
                lists.setdefault(name, []).append(value.replace("\r\n", "\n"))
    values = {name: given[-1].strip() if name != "quote" else given[-1] for name, given in lists.items()}
    return Sent(values=values, lists=lists, files=files)

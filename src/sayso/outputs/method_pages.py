"""How is the method of a record written down: as Markdown, or as one page?"""

from collections.abc import Iterator, Sequence
from html import escape

from sayso.outputs.methodology import Section


def write_method(sections: Sequence[Section], title: str | None, form: str) -> str:
    """Return the page of a method as Markdown (`md`) or as one HTML page that needs nothing else (`html`)."""
    heading = f"How this record was made{f': {title}' if title else ''}"
    return "\n".join((_html if form == "html" else _markdown)(sections, heading)) + "\n"


def _markdown(sections: Sequence[Section], heading: str) -> Iterator[str]:
    yield f"# {heading}"
    for section in sections:
        yield f"\n## {section.title}"
        yield from (f"\n{sentence}" for sentence in section.says)
        yield from ("", *(f"- {name}: {number:,}" for name, number in section.counts)) if section.counts else ()


def _html(sections: Sequence[Section], heading: str) -> Iterator[str]:
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(heading)}</title><style>{_STYLE}</style></head><body><h1>{escape(heading)}</h1>"
    for section in sections:
        yield f"<h2>{escape(section.title)}</h2>"
        yield from (f"<p>{escape(sentence)}</p>" for sentence in section.says)
        rows = "".join(f"<tr><td>{escape(name)}</td><td>{number:,}</td></tr>" for name, number in section.counts)
        yield f"<table>{rows}</table>" if rows else ""
    yield "</body></html>"


_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
    "h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}"
    "td{border-top:1px solid #ddd;padding:.2rem .5rem .2rem 0;vertical-align:top}td+td{text-align:right}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}td{border-color:#444}}@media print{body{margin:0}}"
)

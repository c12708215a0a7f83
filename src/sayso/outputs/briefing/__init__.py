"""What can a reader be told of a case, in sentences that each show who says it? A briefing, in three forms."""

from collections.abc import Callable, Mapping

from sayso.outputs.briefing.contents import Briefing
from sayso.outputs.briefing.drafts import Brief, draft_briefing
from sayso.outputs.briefing.lints import BriefingError, check_briefing, find_faults
from sayso.outputs.briefing.markdown import write_markdown
from sayso.outputs.briefing.pages import write_html
from sayso.outputs.briefing.word_files import write_docx

FORMS: Mapping[str, Callable[[Briefing], bytes]] = {
    "html": lambda briefing: write_html(briefing).encode("utf-8"),
    "md": lambda briefing: write_markdown(briefing).encode("utf-8"),
    "docx": write_docx,
}


def write_briefing(brief: Brief, form: str) -> bytes:
    """Return a briefing in a form (html, md, docx), after every sentence of it was checked.

    Raises:
        BriefingError: when a sentence says more than it may.
        InputError: when docx is asked for and python-docx is not installed.
    """
    briefing = draft_briefing(brief)
    check_briefing(briefing)
    return FORMS[form](briefing)


__all__ = [
    "FORMS",
    "Brief",
    "Briefing",
    "BriefingError",
    "check_briefing",
    "draft_briefing",
    "find_faults",
    "write_briefing",
]

"""How is a case used from Python, and by the command line?"""

from sayso.case.builds import Build
from sayso.case.cases import Case, create_case, open_case
from sayso.case.leaving import Leave
from sayso.case.options import Options, Step
from sayso.case.rows import Row, Rows
from sayso.case.sending import FORMATS
from sayso.case.trails import Trail, find_trail
from sayso.case.wishes import Wishes

__all__ = [
    "FORMATS",
    "Build",
    "Case",
    "Leave",
    "Options",
    "Row",
    "Rows",
    "Step",
    "Trail",
    "Wishes",
    "create_case",
    "find_trail",
    "open_case",
]

"""What stands after all of them?"""

from sayso.record.inputs import Joined
from sayso.record.leaving import find_mixed_origins, lower_counts
from sayso.record.records import build_record, find_opposed
from sayso.record.recounting import join_origins
from sayso.record.selecting import leave_out, select_record
from sayso.record.selections import Selection

__all__ = [
    "Joined",
    "Selection",
    "build_record",
    "find_mixed_origins",
    "find_opposed",
    "join_origins",
    "leave_out",
    "lower_counts",
    "select_record",
]

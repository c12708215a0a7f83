"""What stands after all of them?"""

from sayso.record.inputs import Joined
from sayso.record.records import build_record
from sayso.record.selecting import select_record
from sayso.record.selections import Selection

__all__ = ["Joined", "Selection", "build_record", "select_record"]

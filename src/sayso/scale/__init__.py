"""How are many documents read on many processors, and how is a part of them found again?"""

from sayso.scale.engines import open_engine
from sayso.scale.manifests import Manifest, read_manifest
from sayso.scale.runs import Outcome, Run, read_many
from sayso.scale.selections import Part, Selected, count_undated, open_readings, select_documents

__all__ = [
    "Manifest",
    "Outcome",
    "Part",
    "Run",
    "Selected",
    "count_undated",
    "open_engine",
    "open_readings",
    "read_manifest",
    "read_many",
    "select_documents",
]

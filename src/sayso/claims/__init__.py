"""What is said? Claims of every kind."""

from sayso.claims.assembly import find_claims
from sayso.claims.count_rows import name_rows
from sayso.claims.coverage import measure_coverage
from sayso.claims.speaking import find_speaking_spans

__all__ = ["find_claims", "find_speaking_spans", "measure_coverage", "name_rows"]

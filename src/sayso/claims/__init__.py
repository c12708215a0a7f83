"""What is said? Claims of every kind."""

from sayso.claims.assembly import find_claims
from sayso.claims.count_rows import name_rows
from sayso.claims.coverage import measure_coverage

__all__ = ["find_claims", "measure_coverage", "name_rows"]

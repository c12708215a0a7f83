"""Which rows would a coder of conflict events review? Sheets in the columns of ACLED and of UCDP GED."""

from sayso.outputs.sheets.files import write_acled, write_ucdp

__all__ = ["write_acled", "write_ucdp"]

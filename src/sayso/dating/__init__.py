"""When was each document published?"""

from sayso.dating.documents import date_documents
from sayso.dating.problems import find_date_problems

__all__ = ["date_documents", "find_date_problems"]

"""When was each document published?"""

from sayso.dating.documents import date_documents

__all__ = ["date_documents"]

"""How do pages come from the web? The only part of sayso that uses a network, and only when it is called."""

from sayso.capture.lanes import fetch_pages
from sayso.capture.listings import Listing, read_feed, read_list, read_sitemap
from sayso.capture.terms import Terms
from sayso.capture.turns import Turns

__all__ = ["Listing", "Terms", "Turns", "fetch_pages", "read_feed", "read_list", "read_sitemap"]

"""How is a case seen and corrected in a browser on this machine?"""

from sayso.web.apps import make_app
from sayso.web.desks import Desk
from sayso.web.gates import Gate
from sayso.web.idling import wait_until_idle
from sayso.web.servers import Listening, listen

__all__ = ["Desk", "Gate", "Listening", "listen", "make_app", "wait_until_idle"]

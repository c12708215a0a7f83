"""When is the syntax model loaded? Never while somebody leafs through pages."""

from itertools import count
from pathlib import Path

from web.conftest import open_browser

from sayso.web import Desk
from sayso.web.idling import wait_until_idle


def test_what_waits_for_a_quiet_moment_waits_on_while_pages_are_looked_at():
    idle, slept = iter([0.0, 0.5, 1.75, 2.0]), []
    wait_until_idle(lambda: next(idle), 2.0, slept.append)
    assert slept == [2.0, 1.5, 0.25]
    assert list(idle) == []


def test_a_page_ends_the_quiet(folder: Path):
    ticks = count()
    desk = Desk(folder, tick=lambda: float(next(ticks)))
    assert [desk.tell_idle(), desk.tell_idle()] == [1.0, 2.0]
    open_browser(desk).page("/claims")
    assert desk.tell_idle() == 1.0

"""How a test drives a browser: where it is, what it presses, and where the focus is."""

import re
import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
IN_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine: apt-get install chromium"),
]
WIDE, MIDDLE, NARROW = {"width": 1440, "height": 900}, {"width": 820, "height": 1100}, {"width": 390, "height": 844}
# Every rule of axe for WCAG 2.0 to 2.2, levels A and AA, and those of good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What can be used but has no name to call it by.
FIND_NAMELESS = """
() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a[href], summary")]
  .filter((one) => one.checkVisibility())
  .filter((one) => !(one.labels?.length || one.ariaLabel || one.textContent.trim() || one.value))
  .map((one) => one.outerHTML.slice(0, 90))
"""


def base(view) -> str:
    return re.match(r"http://[^/]+", view.url)[0]


def expect_said(view, words: str) -> None:
    """Wait until the page says what was decided."""
    view.get_by_role("status").filter(has_text=words).wait_for()


def press(view, *keys: str):
    """Press keys; the last one leads to another page."""
    for key in keys[:-1]:
        view.keyboard.press(key)
    with view.expect_navigation():
        view.keyboard.press(keys[-1])


def focused(view) -> str:
    return view.evaluate("document.activeElement.dataset.claim")


def tab_to(view, wanted) -> None:
    """Press the tab key until what is wanted has the focus: whoever has no mouse must get there."""
    for _ in range(400):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        view.keyboard.press("Tab")
    raise AssertionError(f"the tab key does not lead to {wanted}")


def complain(page, rules: list[str]) -> list[str]:
    """Return what axe has against a page, by rules that it knows by these tags."""
    asking = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = asking.Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]

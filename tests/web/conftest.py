"""A case that lies open, and a window to look at it: what a browser sends, without a browser."""

import asyncio
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

import sayso
from sayso.case import Options
from sayso.web import Desk, Gate, make_app

TOKEN = "a-token-of-the-tests"
HOST = "127.0.0.1:8140"
ARTICLES = {
    "army.txt": "National Herald\n\nArmy captures Harwick\n\n4 May 2021\n\n"
    "The army said on Monday that it had captured the whole village of Harwick after two weeks of fighting.\n\n"
    "At least 12 people were killed on Sunday, five of them children, a hospital doctor told reporters.\n",
    "activists.txt": "Valley Voice\n\nRebels still hold Harwick, activists say\n\n5 May 2021\n\n"
    "Activists denied that the army had captured Harwick.\n\n"
    "Rebels hold most of the village of Harwick, the activists said on Tuesday. The mayor spoke of 30 dead.\n",
    "undated.txt": "Shells fell on the town of Dunmore on Saturday, residents said. Two women were killed.\n",
}
# An article that tries to be a page: tags, addresses that are scripts, quotes that end attributes, marks that turn text round.
HOSTILE = {
    "<img src=x onerror=alert(1)>.txt": '"><script>alert(1)</script>\n\n4 May 2021\n\n'
    'The army said on Monday that it had captured <script>alert("1")</script> the village of Harwick.\n\n'
    "\u202eThe army\u2066 denied it.\n\njavascript:alert(1) 12 people were killed in Harwick, <b onclick=x>doctors</b> said.\n",
    "rows.jsonl": '{"title": "<script>alert(2)</script>", "outlet": "\\"><svg onload=alert(3)>", "url": "javascript:alert(4)",'
    ' "text": "Rebels captured Harwick on 3 May 2021, activists said. {{ 7*7 }} {% raw %}"}\n',
    "arabic.txt": "قال الجيش\n\n4 May 2021\n\nThe army (الجيش) said it had captured Harwick on Monday.\n",
}
SETTINGS = """\
title = "The valley"
country = "Norland"
[[places]]
name = "Harwick"
kind = "village"
country = "Norland"
[[places]]
name = "Dunmore"
kind = "town"
country = "Norland"
[[voices]]
name = "National army"
aliases = ["the army"]
kind = "military"
institution = "government"
[[institutions]]
name = "government"
side = "government"
[[sides]]
name = "government"
opposed = ["rebels"]
[[sides]]
name = "rebels"
"""


def build(folder: Path, articles: dict[str, str], settings: str = SETTINGS) -> Path:
    """Build a case of these articles; return its folder."""
    for name, text in articles.items():
        path = folder / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    sayso.create(folder / "case", settings.encode()).build(folder / "articles", options=Options(by="Ana"))
    return folder / "case"


class Links(HTMLParser):
    """Collects the tags of a page with their attributes, and what its forms would send."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def read_tags(page: str) -> list[tuple[str, dict[str, str]]]:
    parser = Links()
    parser.feed(page)
    return parser.tags


@dataclass
class Browser:
    """One browser window: it keeps its cookies, and sends what a browser sends with a form."""

    app: Callable
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, address: str, **more) -> httpx.Response:
        async def send():
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url=f"http://{HOST}", cookies=self.cookies
            ) as client:
                answer = await client.request(method, address, **more)
                self.cookies |= dict(answer.cookies)
                return answer

        return asyncio.run(send())

    def get(self, address: str, **more) -> httpx.Response:
        return self.ask("GET", address, **more)

    def page(self, address: str) -> str:
        answer = self.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.text

    def token(self) -> str:
        return re.search(r'name="csrf" value="(\w+)"', self.page("/help"))[1]

    def post(self, address: str, *, origin: str = f"http://{HOST}", files=None, **fields) -> httpx.Response:
        data = {"csrf": self.token(), "back": "/claims", **fields}
        return self.ask("POST", address, data=data, files=files, headers={"Origin": origin})

    def judge(self, action: str, **fields) -> httpx.Response:
        answer = self.post("/judge", action=action, **fields)
        assert answer.status_code == 303, answer.text
        return answer


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """A case with three reports, built once; tests that change it work on copies."""
    return build(tmp_path_factory.mktemp("web"), ARTICLES)


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "case"))


def open_browser(desk: Desk) -> Browser:
    gate = Gate(token=TOKEN, hosts=frozenset({HOST}))
    return Browser(make_app(desk, gate, "Ana"), {gate.cookie: TOKEN})


@pytest.fixture(scope="session")
def browser(built: Path) -> Browser:
    """A window on the case; only for looking."""
    return open_browser(Desk(built))


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(folder, Options(by="Ana"))


@pytest.fixture
def window(desk: Desk) -> Browser:
    """A window on a copy of the case, for judging."""
    return open_browser(desk)

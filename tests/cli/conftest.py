import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sayso.cli import main

ARTICLES = {
    "army.txt": "National Herald\n\nArmy captures Harwick\n\n4 May 2021\n\n"
    "The army said on Monday that it had captured the whole village of Harwick after two weeks of fighting.\n\n"
    "At least 12 people were killed on Sunday, a hospital doctor told reporters.\n",
    "activists.txt": "Valley Voice\n\nRebels still hold Harwick, activists say\n\n5 May 2021\n\n"
    "Activists denied that the army had captured Harwick.\n\n"
    "Rebels hold most of the village of Harwick, the activists said on Tuesday.\n",
    "undated.txt": "Shells fell on the town of Dunmore on Saturday, residents said. Two women were killed.\n",
}
SETTINGS = """\
title = "Harwick"
country = "Norland"
[[places]]
name = "Harwick"
kind = "village"
country = "Norland"
[[places]]
name = "Dunmore"
kind = "town"
country = "Norland"
"""


class Done(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch) -> Callable[..., Done]:
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("SAYSO_AUTHOR", raising=False)

    def run_command(*arguments: str | Path) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        code = ended.value.code
        return Done(code if isinstance(code, int) else int(code is not None), *capsys.readouterr())

    return run_command


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """A case with three reports, built once; tests work on copies."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text)
    (folder / "case").mkdir()
    (folder / "case" / "sayso.toml").write_text(SETTINGS)
    with pytest.raises(SystemExit) as ended:
        main(["build", str(folder / "articles"), "--case", str(folder / "case"), "-q"])
    assert ended.value.code in {0, None}
    return folder / "case"


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "case"))

"""Do the documents say what the program does?"""

import re
from pathlib import Path

import pytest
import typer

from sayso.cli.app import make_app
from sayso.model import settings as records
from sayso.model.kinds import PlaceKind, VoiceKind
from sayso.outputs import COLUMNS

ROOT = Path(__file__).parent.parent
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text("utf-8")
EXPORTS = (ROOT / "docs" / "exports.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
NOTICE = (ROOT / "NOTICE").read_text("utf-8")


def walk(command, path=()):
    """Yield every command with its path, groups too."""
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from walk(child, (*path, name))


TREE = dict(walk(typer.main.get_command(make_app())))
OPTIONS = sorted(
    {o for c in TREE.values() for p in c.params for o in (*p.opts, *p.secondary_opts) if o.startswith("--")}
)
DOCUMENTED = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*[a-z]", COMMANDS))


@pytest.mark.parametrize("path", [path for path in TREE if path], ids=" ".join)
def test_every_command_is_documented(path):
    words = {"judge": "judge CASE", "places": "places"}.get(path[0], "") if len(path) > 1 else ""
    assert re.search(rf"`sayso {words} ?{path[-1]}\b".replace("  ", " "), COMMANDS)


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_documented(option):
    assert option in DOCUMENTED


@pytest.mark.parametrize("option", sorted(DOCUMENTED))
def test_no_option_is_documented_that_is_not_there(option):
    assert option in {*OPTIONS, "--help", "--show-completion", "--install-completion"}


@pytest.mark.parametrize("record", [records.Settings, records.PlaceEntry, records.ActorEntry, records.VoiceEntry,
                                    records.InstitutionEntry, records.SideEntry, records.OutletEntry, records.CaptureEntry])  # fmt: skip
def test_every_setting_is_documented(record):
    for name in record.__dataclass_fields__:
        assert re.search(rf"^(\[{{1,2}})?{name}\b", SETTINGS, re.MULTILINE), name


@pytest.mark.parametrize("kind", [*PlaceKind, *VoiceKind])
def test_every_kind_a_user_may_write_is_documented(kind):
    assert re.search(rf"\b{kind.value}\b", SETTINGS)


@pytest.mark.parametrize("table", list(COLUMNS))
def test_every_exported_table_is_documented(table):
    assert f"| `{table}` |" in EXPORTS


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_every_link_of_the_readme_leads_somewhere(target):
    assert (ROOT / target).exists()


@pytest.mark.parametrize("path", re.findall(r"\b(?:src|training)/[\w./-]*\w", NOTICE))
def test_everything_that_others_have_a_part_in_is_where_the_notice_says(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize(
    "words",
    [
        "WordNet Release 3.0", "WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.",
        "Permission to use, copy, modify and distribute this software and database", "and LICENSEE agrees to preserve same.",
        "Copyright (c) 2019 ExplosionAI GmbH", "CC BY-SA 4.0", "UD English EWT", "UD English GUM", "spacy-lookups-data",
    ],
)  # fmt: skip
def test_the_notice_holds_what_the_licences_ask_for(words):
    assert words in " ".join(NOTICE.split())

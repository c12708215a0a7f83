import subprocess
import sys

import pytest
from typer.main import get_command

from sayso.cli.app import make_app

SHELLS = ["bash", "zsh", "fish"]


def test_the_version_is_printed(run):
    done = run("--version")
    assert done.code == 0
    assert done.out.startswith("sayso ")


def test_python_runs_it_as_a_module():
    done = subprocess.run([sys.executable, "-m", "sayso", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("sayso ")


def test_help_names_every_command(run):
    out = run("--help").out
    for command in ("demo", "build", "remove", "claims", "disputes", "control", "figures", "origins", "voices"):
        assert command in out
    for command in ("documents", "problems", "show", "judge", "export", "verify"):
        assert command in out


@pytest.mark.parametrize("shell", SHELLS)
def test_shells_can_complete_commands(run, monkeypatch, shell: str):
    monkeypatch.setenv("_SAYSO_COMPLETE", f"source_{shell}")
    assert "_SAYSO_COMPLETE" in run().out


def test_help_does_not_wait_for_the_stages():
    code = (
        "import sys\nfrom sayso.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'trafilatura', 'edtf', 'msgspec', 'sayso.pipeline', 'sayso.case'}\n"
        "print(', '.join(heavy & set(sys.modules)), file=sys.stderr, end='')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_every_option_has_a_help_text():
    waiting, found = [get_command(make_app())], 0
    while waiting:
        command = waiting.pop()
        waiting.extend(getattr(command, "commands", {}).values())
        assert command.help, command.name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{command.name} {parameter.name}"
            found += 1
    assert found > 100

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.case import Options, open_case
from sayso.errors import CaseBusyError
from sayso.store import hold, open_folder

README = Path(__file__).parents[2] / "README.md"

# Python ignores SIGXFSZ, so a file-size limit makes every further write fail as a full disk does.
FULL_DISK = """
import resource, sys
from sayso.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
main(sys.argv[2:])
"""


def test_a_build_says_what_was_taken_in_found_and_not_read(run, articles: Path, tmp_path: Path):
    done = run("build", articles, "--case", tmp_path / "new")
    assert done.code == 0
    assert "3, 3 added, 3 read anew" in done.out
    for word in ("dates", "sentences", "claims", "disputes", "judgements", "problems"):
        assert word in done.out
    assert f"sayso build --case {tmp_path / 'new'} --date undated.txt=DAY" in " ".join(done.out.split())


def test_a_second_build_reads_nothing_again(run, case: Path):
    assert "3, 0 read anew" in run("build", "--case", case).out


def test_a_quiet_build_says_nothing(run, articles: Path, tmp_path: Path):
    done = run("build", articles, "--case", tmp_path / "new", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_verbose_build_says_every_step(run, articles: Path, tmp_path: Path):
    lines = run("build", articles, "--case", tmp_path / "new", "-v").err.splitlines()
    assert lines[0] == "taken in 1 activists.txt"
    assert lines[3].startswith("read 1/3 ")
    assert lines[-1] == "written 3/3"


def test_exports_do_not_depend_on_how_and_in_which_order_reports_came(run, articles: Path, tmp_path: Path):
    names = sorted(path.name for path in articles.iterdir())
    run("build", articles, "--case", tmp_path / "at-once")
    run("build", articles, "--case", tmp_path / "again")
    run("build", *(articles / name for name in reversed(names)), "--case", tmp_path / "reversed")
    for name in names[1:] + names[:1]:
        run("build", articles / name, "--case", tmp_path / "one-by-one")
    found = []
    for case in ("at-once", "again", "reversed", "one-by-one"):
        (tmp_path / case / "sayso.toml").write_text('title = "same"\n')
        run("build", "--case", tmp_path / case)
        run("export", tmp_path / case, "--to", tmp_path / "out" / case)
        found.append({path.name: path.read_bytes() for path in (tmp_path / "out" / case).iterdir()})
    assert found[0] == found[1] == found[2] == found[3]
    assert len(found[0]["claims.jsonl"].splitlines()) >= 3


def test_a_day_given_for_a_file_dates_it(run, case: Path):
    assert run("build", "--case", case, "--date", "undated.txt=2021-05-03").code == 0
    rows = {row["file"]: row for row in json.loads(run("documents", case, "--format", "json").out)}
    assert (rows["undated.txt"]["published"], rows["undated.txt"]["published_basis"]) == ("2021-05-03", "user")


DATE_MISTAKES = [
    ("undated.txt", "write it like --date"),
    ("undated.txt=monday", "is no day"),
    ("undated.txt=2999-01-01", "lies ahead"),
    ("other.txt=2021-05-03", "no document of this case"),
]


@pytest.mark.parametrize(("given", "message"), DATE_MISTAKES)
def test_a_day_that_cannot_be_is_refused_in_one_line(run, case: Path, given: str, message: str):
    done = run("build", "--case", case, "--date", given)
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1


def test_one_file_under_two_names_is_one_document(run, articles: Path, case: Path):
    (articles / "copy.txt").write_bytes((articles / "army.txt").read_bytes())
    assert "3, 1 changed, 2 known" in run("build", articles, "--case", case).out


def test_broken_and_empty_inputs_are_problems_and_the_rest_goes_on(run, articles: Path, case: Path):
    (articles / "empty.txt").write_text("")
    (articles / "rows.jsonl").write_text('{"text": "Soldiers left the town of Dunmore on Monday."}\n{"text": \n')
    done = run("build", articles, "--case", case)
    assert done.code == 0
    problems = json.loads(run("problems", case, "--format", "json").out)
    assert [row["file"] for row in problems] == ["empty.txt", "rows.jsonl:2"]
    assert "4, 1 added" in done.out
    assert json.loads(run("problems", case, "--format", "json").out) == problems


def test_standard_input_is_taken_in(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", "from sayso.cli import main; main()", "build", "-", "--case", str(tmp_path / "new")],
        input="Soldiers left the town of Dunmore on Monday.",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "1, 1 added" in done.stdout


def test_what_is_taken_out_stays_out_until_it_is_asked_for(run, articles: Path, case: Path):
    rows = {row["file"]: row["id"] for row in json.loads(run("documents", case, "--format", "json").out)}
    removed = rows["undated.txt"]
    assert run("remove", case, removed[:8], "--reason", "names a witness").code == 0
    assert run("show", case, removed).code == 2
    tombstone = json.loads((case / "documents" / removed / "removed.json").read_text())
    assert (tombstone["reason"], tombstone["id"]) == ("names a witness", removed)
    assert "2, 2 known, 1 taken out before" in run("build", articles, "--case", case).out
    assert "3, 1 added" in run("build", articles, "--case", case, "--again").out
    assert run("verify", case).code == 0


def test_a_second_build_at_once_says_who_is_at_work(case: Path):
    with hold(open_folder(case)), pytest.raises(CaseBusyError, match="wait until it ends"):
        open_case(case).build(options=Options(by="Ana", wait=0))


@pytest.mark.parametrize("limit", [0, 200, 3000])
def test_a_full_disk_loses_nothing_and_says_what_to_do(run, case: Path, articles: Path, limit: int):
    (articles / "long.txt").write_text("Soldiers left the town of Dunmore on Monday. " * 100)
    before = json.loads(run("claims", case, "--format", "json").out)
    command = [sys.executable, "-c", FULL_DISK, str(limit), "build", str(articles), "--case", str(case)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stdout
    assert "make room" in done.stderr
    assert done.stderr.count("\n") == 1
    assert json.loads(run("claims", case, "--format", "json").out) == before
    assert run("build", articles, "--case", case).code == 0
    assert run("verify", case).code == 0


MISTAKES = [
    (("build",), "Missing option"),
    (("build", "--case", "{tmp}/none"), "no case in"),
    (("build", "{tmp}/articles", "--case", "{tmp}/articles/army.txt"), "cannot write"),
    (("claims", "{tmp}/none"), "no case in"),
    (("claims", "{case}", "--on", "someday"), "is no day"),
    (("claims", "{case}", "--kind", "war"), "no kind is called"),
    (("claims", "{case}", "--format", "xml"), "xml"),
    (("claims", "{case}", "--min-origins", "many"), "valid integer"),
    (("show", "{case}", "zzzz"), "begins with 'zzzz'"),
    (("remove", "{case}", "zzzz", "--reason", "r"), "begins with 'zzzz'"),
    (("export", "{case}", "--to", "{tmp}/articles/army.txt/out"), "cannot write"),
    (("judge", "{case}", "accept", "zzzz", "--author", "Ana", "--reason", "r"), "begins with 'zzzz'"),
    (("build", "{tmp}/absent.txt", "--case", "{case}"), "no file or folder"),
    (("nonsense",), "nonsense"),
]


@pytest.mark.parametrize(("arguments", "message"), MISTAKES)
def test_a_mistake_ends_with_code_2_and_says_what_it_was(run, case: Path, articles: Path, arguments, message: str):
    done = run(*(argument.format(tmp=articles.parent, case=case) for argument in arguments))
    assert done.code == 2
    assert message in done.err
    assert done.out == ""


def test_a_case_of_a_newer_version_is_left_alone(run, case: Path):
    (case / "sayso.toml").write_text("case_format = 99\n")
    done = run("build", "--case", case)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "newer sayso" in done.err


def test_wrong_settings_name_the_key(run, case: Path):
    (case / "sayso.toml").write_text('[[places]]\nname = "Ford"\nlatitud = 3\n')
    done = run("build", "--case", case)
    assert done.code == 2
    assert "did you mean 'latitude'?" in done.err


@pytest.mark.slow
def test_the_demo_prints_its_records_and_how_to_open_them(run, tmp_path: Path):
    done = run("demo", "--to", tmp_path / "demo")
    assert done.code == 0
    for name in ("velmora", "rimayo"):
        assert (tmp_path / "demo" / name / "case.sqlite").is_file()
        assert f"sayso open {tmp_path / 'demo' / name}" in " ".join(done.out.split())
    printed, readme = set(map(str.strip, done.out.splitlines())), README.read_text("utf-8")
    shown = [line.strip() for line in readme.split("```\n")[1].splitlines() if "..." not in line]
    assert [line for line in shown if line not in printed] == []
    assert len(shown) > 10
    (claim,) = re.findall(r"sayso show sayso-demo/velmora (\w+)", readme)
    assert run("show", tmp_path / "demo" / "velmora", claim).code == 0

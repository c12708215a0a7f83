import subprocess
import sys

from sayso.store import create_folder, read_settings


def run(*words):
    return subprocess.run([sys.executable, "-m", "sayso", *words], capture_output=True, text=True, check=False)


def test_places_of_a_file_are_added_and_broken_rows_are_named(tmp_path):
    folder = create_folder(tmp_path / "case")
    (tmp_path / "p.csv").write_text("name,latitude,longitude\nTorvik,44.5,26.1\nOrle,north,26.1\n")
    done = run("places", "import", str(tmp_path / "case"), str(tmp_path / "p.csv"))
    assert done.returncode == 1
    assert "row 3: latitude 'north' is no number" in done.stderr
    assert "1 place added" in done.stderr
    assert [place.name for place in read_settings(folder).places] == ["Torvik"]


def test_a_missing_file_is_one_line(tmp_path):
    create_folder(tmp_path / "case")
    done = run("places", "import", str(tmp_path / "case"), str(tmp_path / "none.csv"))
    assert done.returncode == 2
    assert done.stderr.startswith("sayso: ")
    assert done.stderr.count("\n") == 1

import pytest

from sayso.scale import Outcome, Run, open_engine, read_many

for _library in ("pyarrow", "fsspec", "datasketch"):
    pytest.importorskip(_library, reason="work on many documents needs the extra: pip install 'sayso[scale]'")

DAYS = ("3 May 2021", "4 May 2021", "9 June 2021")
REPORTS = {
    "army.txt": f"National Herald\n\nArmy captures Harwick\n\n{DAYS[0]}\n\n"
    "The army said on Monday that it had captured the whole village of Harwick after two weeks of fighting.\n\n"
    "At least 12 people were killed on Sunday, a hospital doctor told reporters.\n",
    "activists.txt": f"Valley Voice\n\nRebels still hold Harwick\n\n{DAYS[1]}\n\n"
    "Activists denied that the army had captured Harwick.\n\n"
    "Rebels hold most of the village of Harwick, the activists said on Tuesday.\n",
    "june.txt": f"Valley Voice\n\nShells fall on Dunmore\n\n{DAYS[2]}\n\n"
    "Shells fell on the town of Dunmore on Tuesday, residents said. Two women were killed.\n",
    "undated.txt": "Gunmen stopped a bus near Selba and took six passengers away, the driver said.\n",
    "bread.txt": "The baker of Harwick has won the prize for the best bread of the valley for the third time in a row.\n",
    "broken.html": "<html><body></body></html>",
}


@pytest.fixture
def reports(tmp_path):
    """A folder with four reports on a conflict, one page on bread, one that cannot be read, and two copies of the first."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "near.txt").write_text(f"Other Herald\n\n{REPORTS['army.txt']}\n\nRead more\n", "utf-8")
    (folder / "same.txt").write_text(REPORTS["army.txt"], "utf-8")
    return folder


def read(inputs, to, workers=1, **options) -> Outcome:
    with open_engine("local", workers) as engine:
        return read_many(Run(inputs=tuple(map(str, inputs)), to=str(to), **options), engine)


def contents(readings):
    return {path.relative_to(readings).as_posix(): path.read_bytes() for path in readings.rglob("*") if path.is_file()}

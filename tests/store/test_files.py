import subprocess
import sys
from pathlib import Path

import pytest

from sayso.errors import CaseError
from sayso.store.files import append_file, sweep, write_file, write_folder

# Python ignores SIGXFSZ, so a file-size limit makes every further write fail as a full disk does.
FULL_DISK = """
import resource, sys
from pathlib import Path
from sayso.errors import CaseError
from sayso.store.files import append_file, write_file, write_folder
path, limit = Path(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
for write in (
    lambda: write_file(path / "whole", b"n" * 5000),
    lambda: append_file(path / "lines", b"n" * 5000 + b"\\n"),
    lambda: write_folder(path / "new", {"a": b"n" * 100, "b": b"n" * 5000}),
):
    try:
        write()
    except CaseError as error:
        print(error)
"""


def test_a_file_is_replaced_as_a_whole(tmp_path: Path):
    write_file(tmp_path / "a", b"old")
    write_file(tmp_path / "a", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"new"}


def test_a_folder_appears_with_all_its_files(tmp_path: Path):
    write_folder(tmp_path / "deep" / "new", {"a": b"1", "b": b"2"})
    assert sorted(path.name for path in (tmp_path / "deep" / "new").iterdir()) == ["a", "b"]


@pytest.mark.parametrize("limit", [0, 10, 1000, 4999])
def test_a_full_disk_leaves_the_old_files_and_says_what_to_do(tmp_path: Path, limit: int):
    (tmp_path / "whole").write_bytes(b"old")
    (tmp_path / "lines").write_bytes(b"first\n")
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path), str(limit)], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all("make room" in line for line in lines)
    assert (tmp_path / "whole").read_bytes() == b"old"
    assert (tmp_path / "lines").read_bytes() == b"first\n"
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lines", "whole"]


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path):
    (tmp_path / "file").write_text("")
    for write in (
        lambda: write_file(tmp_path / "file" / "a", b""),
        lambda: append_file(tmp_path / "file" / "a", b""),
        lambda: write_folder(tmp_path / "file" / "a", {}),
    ):
        with pytest.raises(CaseError, match="cannot write") as caught:
            write()
        assert "\n" not in str(caught.value)

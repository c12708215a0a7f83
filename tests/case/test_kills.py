import json
import subprocess
import sys
from pathlib import Path

import pytest

OPERATIONS = [("build", 35), ("judge", 20), ("remove", 20)]
# Every sixth call that touches a file; 1 takes a minute and finds the same.
EVERY = 6


@pytest.mark.slow
@pytest.mark.parametrize(("operation", "at_least"), OPERATIONS)
def test_killed_at_any_moment_nothing_taken_in_or_judged_is_lost(tmp_path: Path, operation: str, at_least: int):
    script = Path(__file__).with_name("killing.py")
    command = [sys.executable, str(script), operation, str(tmp_path / "work"), str(EVERY)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["lost"] == []
    assert found["killed"] >= at_least

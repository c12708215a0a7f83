import subprocess
import sys

import pytest

from sayso.errors import CaseBusyError
from sayso.store import CaseFolder, hold

HOLDER = """
import sys
from sayso.store import hold, open_folder
with hold(open_folder(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_build_says_who_holds_the_case(folder: CaseFolder):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(CaseBusyError, match=rf"process {holder.pid}.*wait until it ends"), hold(folder, wait=0.15):
            pass
        holder.stdin.close()
    with hold(folder, wait=0):
        pass


def test_a_killed_holder_frees_the_case(folder: CaseFolder):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    with hold(folder, wait=0):
        assert folder.lock.read_text().isdigit()

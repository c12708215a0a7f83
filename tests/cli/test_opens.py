import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

import sayso
from sayso.store import open_folder, read_judgements
from sayso.web.servers import listen

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\?token=[\w-]{20,}\n")


@contextmanager
def opened(case: Path, *flags: str):
    """Start `sayso open` and give its process and the address it prints."""
    command = [sys.executable, "-m", "sayso", "open", str(case), "--no-browser", *flags]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ}
    ) as process:
        try:
            yield process, process.stdout.readline()
        finally:
            process.kill()


def test_the_address_is_printed_at_once_and_answers(case: Path):
    with opened(case) as (_, line):
        assert ADDRESS.fullmatch(line)
        with httpx.Client(follow_redirects=True) as client:
            page = client.get(line.strip())
            assert page.status_code == 200
            assert "Harwick" in page.text
            assert "token=" not in str(page.url)
        assert httpx.get(line.partition("?")[0]).status_code == 403


def test_the_port_that_is_asked_for_is_used_and_one_that_is_taken_is_told(case: Path, run):
    taken = listen()
    port = taken.socket.getsockname()[1]
    try:
        done = run("open", case, "--no-browser", "--port", str(port))
        assert done.code == 2
        assert f"port {port} cannot be used" in done.err
    finally:
        taken.socket.close()


def test_a_folder_that_is_no_case_is_told(tmp_path: Path, run):
    assert run("open", tmp_path / "none", "--no-browser").code == 2


@pytest.mark.slow
def test_a_judgement_that_a_page_reported_outlives_the_kill_of_the_server(case: Path):
    with opened(case) as (process, line), httpx.Client(follow_redirects=True) as client:
        page = client.get(line.strip()).text
        base = line.partition("/?")[0]
        claim = re.search(r"/claim/(\w+)", client.get(f"{base}/claims").text)[1]
        csrf = re.search(r'name="csrf" value="(\w+)"', page)[1]
        fields = {"csrf": csrf, "back": "/claims", "action": "accept", "claim": claim, "author": "Bea"}
        answer = client.post(f"{base}/judge", data=fields, headers={"Origin": base})
        assert answer.status_code == 200
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert [(one.author, one.claim) for one in read_judgements(open_folder(case))] == [("Bea", claim)]
    built = sayso.open(case).build().record
    assert [(one.reviewed, one.reviewed_by) for one in built.claims if one.claim.id == claim] == [("accepted", "Bea")]


@pytest.mark.slow
def test_two_programs_that_have_a_case_open_lose_no_judgement_of_each_other(case: Path, run):
    with opened(case) as (_, one), opened(case) as (_, other), httpx.Client(follow_redirects=True) as client:
        keys = {}
        for line in (one, other):
            page, base = client.get(line.strip()).text, line.partition("/?")[0]
            keys[base] = re.search(r'name="csrf" value="(\w+)"', page)[1]
        claims = list(dict.fromkeys(re.findall(r"/claim/(\w+)", client.get(f"{base}/claims").text)))[:4]

        def accept(number: int) -> int:
            base, csrf = list(keys.items())[number % 2]
            fields = {"csrf": csrf, "back": "/claims", "action": "accept", "claim": claims[number], "author": "Bea"}
            return client.post(f"{base}/judge", data=fields, headers={"Origin": base}, timeout=60).status_code

        with ThreadPoolExecutor(len(claims)) as pool:
            list(pool.map(accept, range(len(claims))))
    assert {one.claim for one in read_judgements(open_folder(case))} == set(claims)
    sayso.open(case).build()
    assert run("verify", case).code == 0


def test_it_listens_on_this_machine_only():
    listening = listen()
    assert listening.socket.getsockname()[0] == "127.0.0.1"
    assert listening.gate.token in listening.address
    listening.socket.close()

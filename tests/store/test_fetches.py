import pytest

from sayso.model.fetches import Wanted
from sayso.store import Came, CaseFolder, Fetch, append_fetch, read_known

AT = "2024-05-01T08:00:00+00:00"
PAGE, OTHER = "https://herald.test/a", "https://herald.test/b"


def note(folder, *fetches):
    for fetch in fetches:
        append_fetch(folder, fetch)


def line(url=PAGE, came=Came.TAKEN, run="r1", **more):
    return Fetch(run=run, at=AT, url=url, came=came, **more)


END = Fetch(run="r1", at=AT)


def test_a_case_that_fetched_nothing_knows_nothing(folder: CaseFolder):
    known = read_known(folder, "r1")
    assert (dict(known.last), known.done) == ({}, None)
    assert known.want(PAGE) == Wanted(url=PAGE)


def test_a_page_is_asked_for_with_what_its_server_said_of_the_last_version(folder: CaseFolder):
    note(folder, line(etag='"1"'), line(etag='"2"', modified="Mon"), line(came=Came.REFUSED), END)
    assert read_known(folder, "r1").want(PAGE) == Wanted(url=PAGE, etag='"2"', modified="Mon")


def test_a_run_that_ended_is_begun_anew(folder: CaseFolder):
    note(folder, line(), END)
    assert not read_known(folder, "r1").is_done(PAGE)


def test_a_broken_run_is_gone_on_with(folder: CaseFolder):
    note(folder, line(), END, line(OTHER), line("https://herald.test/feed", Came.LISTING))
    known = read_known(folder, "r1")
    assert known.done == {OTHER}
    assert not read_known(folder, "r2").is_done(OTHER)


def test_what_a_broken_run_could_not_reach_for_now_is_asked_for_again(folder: CaseFolder):
    note(folder, line(came=Came.REFUSED, is_passing=True), line(OTHER, Came.REFUSED))
    assert read_known(folder, "r1").done == {OTHER}


@pytest.mark.parametrize("torn", [b'{"run":"r1","at":"20', b"\x00\x00\x00", b'{"run":"r1"}'])
def test_a_line_cut_off_by_a_power_cut_is_passed_over(folder: CaseFolder, torn: bytes):
    note(folder, line())
    with folder.fetches.open("ab") as file:
        file.write(torn)
    note(folder, line(OTHER))
    assert read_known(folder, "r1").done == {PAGE, OTHER}

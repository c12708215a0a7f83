"""`sayso capture` and `sayso watch`, on a small web of our own."""

import pytest
from small_web import article

WAR = "The army said on Monday that it had captured the village of Harwick."


@pytest.fixture
def settings(tmp_path, web):
    """A case whose settings allow the small web: its sites are on this machine."""
    folder = tmp_path / "valley"
    folder.mkdir()
    (folder / "sayso.toml").write_text(
        f'[capture]\ndelay = 0\nallow_hosts = ["localhost"]\nfeeds = ["http://localhost:{web.port}/feed"]\n'
    )
    return folder


def put(web, path, page):
    return web.put(f"http://localhost/{path}", page)


def test_pages_are_fetched_and_the_record_is_made(run, web, settings):
    url = put(web, "a", article("Army takes Harwick", WAR))
    done = run("capture", settings, url, "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert "captured" in run("claims", settings).out


def test_what_came_is_said(run, web, settings):
    urls = [put(web, "a", article("Army takes Harwick", WAR)), f"http://localhost:{web.port}/missing"]
    done = run("capture", settings, *urls, "--no-build")
    assert "1 not taken in, 1 taken in" in done.out
    assert f"{urls[1]}: the server answers 404 Not Found" in done.out
    assert not (settings / "case.sqlite").exists()


def test_addresses_may_stand_in_a_file(run, web, settings, tmp_path):
    url = put(web, "a", article("Army takes Harwick", WAR))
    (tmp_path / "urls.txt").write_text(f"# mine\n{url}\n")
    assert "1 taken in" in run("capture", settings, "--list", tmp_path / "urls.txt", "--no-build").out


@pytest.mark.parametrize("content", [None, "", "# none\n"])
def test_a_list_without_addresses_is_a_mistake(run, settings, tmp_path, content):
    path = tmp_path / "urls.txt"
    if content is not None:
        path.write_text(content)
    done = run("capture", settings, "--list", path)
    assert done.code == 2
    assert "one a" in done.err or "one address a line" in done.err


def test_the_own_network_is_out_of_reach(run, web, tmp_path):
    put(web, "a", article("Army takes Harwick", WAR))
    done = run("capture", tmp_path / "new", f"http://127.0.0.1:{web.port}/a", "--no-build")
    assert "not public" in done.out
    assert not web.asked


def test_one_round_over_the_feeds(run, web, settings):
    url = put(web, "a", article("Army takes Harwick", WAR))
    body = f'<rss version="2.0"><channel><title>x</title><item><link>{url}</link></item></channel></rss>'
    put(web, "feed", article("x").__class__(body=body.encode()))
    assert "1 read for addresses, 1 taken in" in run("watch", settings, "--once").out
    assert "captured" in run("claims", settings).out

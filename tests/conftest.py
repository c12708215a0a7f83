"""What do all tests share? The syntax model, loaded once, and a small web."""

import os
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest
from hypothesis import settings
from small_web import HOME, Web, make_answer

from sayso.intake import describe_document
from sayso.model.documents import Capture, PageFacts
from sayso.model.settings import Settings
from sayso.pipeline import Held, join, read_document
from sayso.syntax import load_syntax

# The same examples at every run, so that what passes here passes there; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def syntax():
    return load_syntax()


@pytest.fixture
def read_report(syntax):
    """Return a function that reads the text of one report, of 4 March 2019 where no other day is given."""

    def make(text, name="d0", published="2019-03-04"):
        page = PageFacts(outlet="Hill Tribune", published=published)
        capture = Capture(id=name, sha256=name, file=name, media_type="text/plain", text=text, page=page)
        return read_document(describe_document(capture, Settings()), syntax)

    return make


@pytest.fixture
def link_report(read_report):
    """Return a function that makes the record of one report."""

    def make(text, published="2019-03-04"):
        reading = read_report(text, published=published)
        held = Held(obtained={reading.document.id: "2030-01-01T00:00:00"})
        return join([reading], Settings(), (), held)

    return make


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web()
    server = ThreadingHTTPServer((HOME, 0), make_answer(web))
    server.daemon_threads = True
    web.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield web
    server.shutdown()
    server.server_close()
    thread.join()

import pytest
from web.conftest import HOST, TOKEN, Browser

from sayso.web.gates import HEADERS, LARGEST_BODY, LONGEST_ADDRESS

OURS = f"http://{HOST}"


@pytest.fixture
def stranger(browser: Browser) -> Browser:
    return Browser(browser.app)


@pytest.mark.parametrize("address", ["/", "/claims", "/?token=", "/?token=wrong", f"/?token={TOKEN}x", "/nothing"])
def test_nobody_without_the_token_comes_in(stranger: Browser, address: str):
    answer = stranger.get(address)
    assert answer.status_code == 403
    assert "The valley" not in answer.text


@pytest.mark.parametrize(
    ("asked", "given"),
    [("/", "/"), ("/claims?place=Harwick", "/claims?place=Harwick"), ("//evil.example/", "/evil.example/")],
)
def test_the_token_becomes_a_cookie_and_leaves_the_address(stranger: Browser, asked: str, given: str):
    answer = stranger.get(f"{OURS}{asked}{'&' if '?' in asked else '?'}token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, given)
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert stranger.get("/").status_code == 200


def test_two_open_cases_keep_their_cookies_apart(browser: Browser):
    names = {name for name in browser.cookies if name != "sayso_author"}
    assert all(len(name) == len("sayso_") + 8 for name in names)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8140", "127.0.0.1", "127.0.0.1:80", "", "127.0.0.1:8140.evil.example"]
)
def test_another_host_name_is_refused(browser: Browser, host: str):
    assert browser.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8141"},
        {"Origin": OURS, "Sec-Fetch-Site": "cross-site"},
        {"Origin": OURS, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_page_sends_is_refused(browser: Browser, headers: dict[str, str]):
    data = {"csrf": browser.token(), "action": "undo", "judgement": "last"}
    assert browser.ask("POST", "/judge", data=data, headers=headers).status_code == 403


@pytest.mark.parametrize("token", ["", "wrong", TOKEN])
@pytest.mark.parametrize("address", ["/judge", "/documents", "/rebuild", "/sign"])
def test_a_form_without_its_token_is_refused(browser: Browser, address: str, token: str):
    answer = browser.ask("POST", address, data={"csrf": token}, headers={"Origin": OURS})
    assert answer.status_code == 403


@pytest.mark.parametrize("length", [str(LARGEST_BODY + 1), "many", "-1"])
def test_a_form_that_is_too_large_is_refused_before_it_is_read(browser: Browser, length: str):
    answer = browser.ask("POST", "/judge", content=b"", headers={"Origin": OURS, "Content-Length": length})
    assert answer.status_code == 413


def test_an_address_that_is_too_long_is_refused(browser: Browser):
    assert browser.get(f"/claims?place={'x' * LONGEST_ADDRESS}").status_code == 414


@pytest.mark.parametrize("address", ["/", "/claims", "/nothing", "/static/x/sayso.css", "/claims?on=never"])
def test_every_answer_carries_the_headers(browser: Browser, address: str):
    headers = browser.get(address).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_the_policy_allows_no_inline_script_and_nothing_from_elsewhere():
    policy = dict(part.strip().split(" ", 1) for part in HEADERS["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert {value for name, value in policy.items() if name != "default-src"} == {"'self'", "'none'"}


def test_pages_are_kept_by_no_cache_and_files_of_ours_for_long(browser: Browser):
    assert browser.get("/").headers["cache-control"] == "no-store"
    assert "immutable" in browser.get("/static/x/sayso.css").headers["cache-control"]


@pytest.mark.parametrize(
    "address",
    ["/static/x/..%2f..%2fapps.py", "/static/x/../apps.py", "/static/x/%2e%2e%2fapps.py", "/static/x/apps.py", "/static/../case.sqlite",
     "/document/..%2f..%2fsayso.toml", "/document/../../etc/passwd", "/claim/%2e%2e", "/voice/../../etc/passwd"],
)  # fmt: skip
def test_no_path_leads_out(browser: Browser, address: str):
    assert browser.get(address).status_code in {403, 404}


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_a_form_leads_back_to_no_other_place(window: Browser, back: str):
    assert window.post("/sign", author="Ana", back=back).headers["location"] == "/"

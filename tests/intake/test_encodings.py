import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.encodings import decode, find_binary

TEXT = "The mayor said “nobody” was hurt.\r\nسقطت 🙂"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_survives_the_usual_encodings(encoding):
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_utf_16_is_known_without_a_mark():
    text = "The mayor said that nobody was hurt."
    assert decode(text.encode("utf-16-le")).text == decode(text.encode("utf-16-be")).text == text


OLD = [
    ("Le préfet a déclaré que la ville était prise, et que la rivière avait débordé près du marché. ", "latin-1"),
    ("Город был взят армией в понедельник, и большинство жителей ушли из него. ", "cp1251"),
    ("قال رئيس البلدية إن الجيش دخل المدينة في يوم الاثنين بعد أن خرج منها معظم السكان. ", "cp1256"),
]


@pytest.mark.parametrize(("text", "encoding"), OLD)
def test_old_encodings_are_guessed(text, encoding):
    assert decode((text * 3).encode(encoding)).text == text * 3


def test_a_page_may_declare_its_encoding():
    page = '<html><head><meta charset="windows-1251"></head><body>Город взят</body></html>'
    assert "Город взят" in decode(page.encode("cp1251")).text


def test_a_few_damaged_bytes_are_replaced_and_counted():
    raw = "“Wir bleiben”, sagte die Bürgermeisterin über die Brücke.".encode() + b"\xff\xfe"
    found = decode(raw)
    assert (found.encoding, found.replaced, found.text.endswith("\ufffd\ufffd")) == ("utf-8", 2, True)


def test_nul_characters_are_replaced_one_for_one():
    found = decode(b"Water\0came")
    assert (found.text, found.replaced) == ("Water\ufffdcame", 1)


@pytest.mark.parametrize(
    ("raw", "what"), [(b"%PDF-1.7", "a PDF"), (bytes(range(256)), "a binary file"), (b"Water came", None), (b"", None)]
)
def test_binary_files_are_told_from_text(raw, what):
    assert find_binary(raw) == what


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\ufffe")))
def test_every_utf_8_text_is_read_back(text):
    assert decode(text.encode()).text == text or decode(text.encode()).encoding.startswith("utf-16")


@given(st.binary(max_size=400))
def test_no_bytes_raise(raw):
    found = decode(raw)
    assert found is None or "\0" not in found.text

import pytest

from sayso.intake.languages import find_language

CASES = [
    ("The town was taken by the army on Monday, and most of the people have left it, the mayor said.", None, "en"),
    ("La ville a été prise lundi par l'armée, et la plupart des habitants l'ont quittée, selon le maire.", None, "fr"),
    (
        "La ciudad fue tomada el lunes por el ejército y la mayoría de los vecinos se han ido, según el alcalde.",
        "en",
        "es",
    ),
    (
        "Şehir pazartesi günü ordu tarafından alındı ve çok sayıda kişi için büyük bir çadır kenti kuruldu, dedi.",
        None,
        "tr",
    ),
    ("Город был взят армией в понедельник, и большинство жителей ушли из него, как сказал мэр.", None, "ru"),
    ("قال رئيس البلدية إن الجيش دخل المدينة في يوم الاثنين بعد أن خرج منها معظم السكان إلى القرى", None, "ar"),
    ("市長は月曜日に軍が町に入ったと述べた。多くの住民はすでに町を離れている。", None, "ja"),
    ("Dam breaks", "en-GB", "en"),
    ("Dam breaks", None, None),
    ("", "klingon", None),
]


@pytest.mark.parametrize(("text", "given", "language"), CASES)
def test_the_text_tells_its_language_and_the_page_where_it_cannot(text, given, language):
    assert find_language(text, given) == language


def test_an_english_text_with_a_foreign_quotation_is_english():
    text = "The mayor said “la ville est prise”, and the army of the north said that it was not in the town at all."
    assert find_language(text, "fr") == "en"


def test_words_that_english_shares_with_others_make_no_other_language():
    text = "A roadside bomb hit a UN convoy outside Belgor, wounding three peacekeepers and a driver."
    assert find_language(text, None) in {None, "en"}

from bench.linking import make_case


def test_the_same_seed_gives_the_same_case():
    assert make_case(40, 10) == make_case(40, 10)


def test_as_many_claims_as_asked_for_are_of_one_place_and_day():
    _, _, resolution = make_case(60, 25)
    assert len(resolution.claims) == 60
    there = [one for one in resolution.claims if (one.places, one.period.edtf) == (("place 0",), "2024-05-01")]
    assert 25 <= len(there) < 40


def test_every_claim_stands_in_its_document():
    readings, _, resolution = make_case(30, 0)
    texts = {reading.document.id: reading.document.text for reading in readings}
    assert all(one.claim.span.read(texts[one.claim.document]).endswith(".") for one in resolution.claims)

from sayso.claims import find_claims, measure_coverage


def test_a_sentence_with_a_figure_and_no_claim_is_silent(read):
    text = "Rebels seized the port. The orchard has 300 old trees. It rained."
    layers = read(text)
    coverage = measure_coverage(layers, find_claims(layers))
    assert (coverage.sentences, coverage.with_claim) == (3, 1)
    assert [span.read(text) for span in coverage.silent] == ["The orchard has 300 old trees."]

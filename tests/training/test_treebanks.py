import pytest

from training.treebanks import read_sentences

ROWS = """# sent_id = t-1
# text = {text}
{rows}

"""


def write(tmp_path, *words):
    """Write one sentence of (word, universal tag, head, relation, entity brackets), and return its file."""
    rows = "\n".join(
        f"{n}\t{word}\t{word}\t{upos}\t{'NNP' if upos == 'PROPN' else 'NN'}\t_\t{head}\t{relation}\t_\t{entity or '_'}"
        for n, (word, upos, head, relation, entity) in enumerate(words, 1)
    )
    path = tmp_path / "t.conllu"
    path.write_text(ROWS.format(text=" ".join(word for word, *_ in words), rows=rows), "utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ([("Rimayo", "PROPN", 0, "root", "Entity=(1-place-new-n-cf1-1-sgl)")], {(0, 1, "PLACE")}),
        (
            [
                ("Ana", "PROPN", 3, "nsubj", "Entity=(1-person-new-n-cf1-1,2-coref"),
                ("Quispe", "PROPN", 1, "flat", "Entity=1)"),
                ("left", "VERB", 0, "root", None),
                ("Rimayo", "PROPN", 3, "obj", "Entity=(2-place-new-n-cf1-1-sgl-Rimayo)"),
            ],
            {(0, 2, "PERSON"), (3, 4, "PLACE")},
        ),
        (
            [
                ("river", "NOUN", 0, "root", "Entity=(1-place-new-n-cf1-1-sgl"),
                ("of", "ADP", 3, "case", None),
                ("Rimayo", "PROPN", 1, "nmod", "Entity=(2-place-new-n-cf1-1-sgl)1)"),
            ],
            {(2, 3, "PLACE")},
        ),
        (
            [
                ("Ana", "PROPN", 0, "root", "Entity=(1-person-new-n-cf1-1-coref)"),
                ("wept", "VERB", 1, "dep", None),
                ("Ana", "PROPN", 2, "dep", "Entity=(1-person-giv-n-cf1-1-coref"),
                ("Quispe", "PROPN", 3, "flat", "Entity=1)"),
            ],
            {(0, 1, "PERSON"), (2, 4, "PERSON")},
        ),
        ([("Monday", "PROPN", 0, "root", "Entity=(1-time-new-n-cf1-1-sgl)")], set()),
        ([("farmers", "NOUN", 0, "root", "Entity=(1-person-new-n-cf1-1-sgl)")], set()),
    ],
    ids=["one word", "two words and one", "a name inside a phrase", "the same person twice", "a day", "no name"],
)
def test_names_are_the_entities_whose_head_is_a_proper_noun(tmp_path, words, names):
    sentence = next(read_sentences(write(tmp_path, *words), has_names=True))
    assert set(sentence.names) == names


def test_a_file_without_an_entity_layer_says_nothing_of_names(tmp_path):
    path = write(tmp_path, ("Rimayo", "PROPN", 0, "root", None))
    assert next(read_sentences(path, has_names=False)).names is None

from bench.articles import WORDS, write_articles


def test_the_same_seed_gives_the_same_articles(tmp_path):
    first = [path.read_text("utf-8") for path in write_articles(tmp_path / "a", 12)]
    second = [path.read_text("utf-8") for path in write_articles(tmp_path / "b", 12)]
    assert first == second
    assert len(set(first)) == 12


def test_articles_have_about_six_hundred_words(tmp_path):
    counts = [len(path.read_text("utf-8").split()) for path in write_articles(tmp_path, 20)]
    assert min(counts) >= WORDS
    assert max(counts) < WORDS + 150


def test_some_articles_are_copies_under_another_outlet(tmp_path):
    texts = [path.read_text("utf-8") for path in write_articles(tmp_path, 100)]
    copies = [text for text in texts if "\n\nCopyright " in text]
    assert 3 <= len(copies) <= 20
    assert all(any(copy.startswith(text) for text in texts if text != copy) for copy in copies)


def test_no_place_of_the_demo_stands_in_them(tmp_path):
    assert not any("Velmora" in path.read_text("utf-8") for path in write_articles(tmp_path, 8))

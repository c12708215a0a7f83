from tests.scale.conftest import read


def test_what_the_reader_of_pages_keeps_is_forgotten_after_a_piece(reports, tmp_path):
    from trafilatura.utils import trim  # noqa: PLC0415

    read([reports], tmp_path / "readings")
    assert trim.cache_info().currsize == 0

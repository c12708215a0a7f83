"""What a release gives back when somebody has touched its files."""

import json

import pytest

from sayso.errors import CaseError
from sayso.store import Release, check_releases, create_folder, read_release, write_release


@pytest.fixture
def frozen(tmp_path):
    """Return a case folder with one release."""
    folder = create_folder(tmp_path / "case")
    release = Release(
        name="first", made="2024-05-02", by=None, sayso="0", inputs="i", model="m", digest="d", settings="s",
        documents=1, claims=1, judgements=0, files={},
    )  # fmt: skip
    write_release(folder, release, {"claims.jsonl": b'{"id": "a"}\n'})
    return folder


def test_a_release_gives_back_what_was_frozen(frozen):
    assert read_release(frozen, "first")[1] == {"claims.jsonl": b'{"id": "a"}\n'}
    assert list(check_releases(frozen)) == []


def test_a_changed_file_is_told_and_not_given(frozen):
    (frozen.releases / "first" / "claims.jsonl").write_bytes(b'{"id": "b"}\n')
    assert list(check_releases(frozen)) == ["release first: claims.jsonl is not as it was frozen"]
    with pytest.raises(CaseError, match="not as it was frozen"):
        read_release(frozen, "first")


@pytest.mark.parametrize("change", [{"files": {"../../sayso.toml": "0"}}, {"name": "second"}])
def test_a_manifest_that_leads_elsewhere_is_refused(frozen, change):
    manifest = frozen.releases / "first" / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | change))
    with pytest.raises(CaseError, match="manifest"):
        read_release(frozen, "first")

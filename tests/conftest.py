"""What do all tests share? The syntax model, loaded once."""

import pytest

from sayso.syntax import load_syntax


@pytest.fixture(scope="session")
def syntax():
    return load_syntax()

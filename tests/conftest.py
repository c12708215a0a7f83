"""What do all tests share? The syntax model, loaded once."""

import os

import pytest
from hypothesis import settings

from sayso.syntax import load_syntax

# The same examples at every run, so that what passes here passes there; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def syntax():
    return load_syntax()

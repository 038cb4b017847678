"""What the tests share: one reader for all, since opening it is the only slow thing."""

import os
import tempfile

import pytest

from tacitus import Reader

os.environ["TACITUS_HOME"] = tempfile.mkdtemp(prefix="tacitus-home-")  # nobody's own tables


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()

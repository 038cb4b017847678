"""What the tests share: one reader for all, since opening it is the only slow thing."""

import pytest

from tacitus import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()

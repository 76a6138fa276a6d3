from collections.abc import Iterator

import pytest

from tests.search_index.engine import Engine


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()

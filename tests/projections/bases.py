"""Either database: marks for the tests that only one of them can suffer, and what lies on a shelf."""

from contextlib import closing

import pytest

from projections.storage.generation import GenerationStore

IN_FILES = pytest.mark.parametrize("base", ["sqlite"], indirect=True, scope="session")
IN_DATABASES = pytest.mark.parametrize("base", ["postgres"], indirect=True, scope="session")


def name_of(generations: GenerationStore) -> str | None:
    """The name of today's generation; None where there is none."""
    found = generations.today()
    if found is None:
        return None
    with closing(found):
        return found.name

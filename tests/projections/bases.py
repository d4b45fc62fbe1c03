"""Marks for the tests that only one of the two databases can suffer."""

import pytest

IN_FILES = pytest.mark.parametrize("base", ["sqlite"], indirect=True, scope="session")
IN_DATABASES = pytest.mark.parametrize("base", ["postgres"], indirect=True, scope="session")

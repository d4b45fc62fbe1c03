"""Roles of a shared ledger in which another region stands beside the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from domain.region import RegisterRegion
from ledger.admin import postgres_roles
from tests.postgres import address
from tests.postgres import role as new_role

Give = Callable[..., str]
"""Makes a role with a standing and bindings, and gives its address."""
OTHER_REGION = RegisterRegion.of(
    region="3304",
    code="33.04",
    name="Kabupaten Banjarnegara",
    kind="kabupaten",
    time_zone="Asia/Jakarta",
)


@contextmanager
def giving(postgres: str) -> Iterator[Give]:
    """Roles that last as long as the test."""
    with ExitStack() as stack:

        def made(standing: str, **bound: object) -> str:
            name, secret = stack.enter_context(new_role(postgres))
            postgres_roles.grant(postgres, standing, name, **bound)
            return address(postgres, user=name, password=secret)

        yield made

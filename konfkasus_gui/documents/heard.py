"""What papers say as they are drawn, for whoever looks their words through."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """The texts of a paper as they were drawn; those of sheets that name stand apart."""

    coded: list[str]
    named: list[str]


_HEARD: ContextVar[Heard | None] = ContextVar("heard", default=None)


@contextmanager
def overheard() -> Iterator[Heard]:
    """All texts that are drawn inside the block."""
    heard = Heard([], [])
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)


def tell(said: str, *, named: bool) -> None:
    """Let who listens know that ``said`` stands on a sheet, one that may name the client or not."""
    heard = _HEARD.get()
    if heard is not None:
        (heard.named if named else heard.coded).append(said)

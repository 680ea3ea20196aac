"""The base of every value that the archive keeps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A value with an identity: ``id`` is 0 until the archive has kept it."""

    id: int = 0

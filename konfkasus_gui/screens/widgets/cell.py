"""One cell of a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """``text`` as shown; ``sort`` orders it otherwise; ``badge`` and ``stage`` draw it otherwise.

    ``badge`` is a badge kind; ``stage`` counts the stages reached of four, the last one running.
    """

    text: str
    sort: object = None
    badge: str = ""
    stage: int | None = None
    muted: bool = False

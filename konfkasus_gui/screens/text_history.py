"""What stood in a field before, for as long as the archive is open."""

from dataclasses import dataclass, field

MOST = 200
"""Texts that are remembered of one field; the oldest are forgotten first."""

Place = tuple[type, int, str]
"""The kind of record, its number, and the name of the field."""


@dataclass(slots=True)
class _Texts:
    """The texts of one field in their order, and which of them stands there now."""

    texts: list[str] = field(default_factory=list)
    now: int = 0


class TextHistory:
    """The texts that were kept of each field, whether or not its form is still on the screen.

    Held in memory only, and forgotten when the archive locks.
    """

    def __init__(self) -> None:
        self._places: dict[Place, _Texts] = {}

    def note(self, place: Place, before: str, after: str) -> None:
        """A field held ``before`` and holds ``after`` now.

        Where that is the next text before or after the present one, the field has gone back or
        forth; anything else is new, and what had been undone is forgotten.
        """
        found = self._places.setdefault(place, _Texts([before]))
        if found.texts[found.now] != before:
            self._add(found, before)
        if after == found.texts[found.now]:
            return
        if found.now and found.texts[found.now - 1] == after:
            found.now -= 1
        elif found.now + 1 < len(found.texts) and found.texts[found.now + 1] == after:
            found.now += 1
        else:
            self._add(found, after)

    def earlier(self, place: Place) -> str | None:
        """The text before the present one, if there is any."""
        found = self._places.get(place)
        return found.texts[found.now - 1] if found is not None and found.now else None

    def later(self, place: Place) -> str | None:
        """The text that was undone last, if there is any."""
        found = self._places.get(place)
        if found is None or found.now + 1 >= len(found.texts):
            return None
        return found.texts[found.now + 1]

    def forget(self) -> None:
        """Forget every text."""
        self._places.clear()

    def _add(self, found: _Texts, text: str) -> None:
        del found.texts[found.now + 1 :]
        found.texts.append(text)
        del found.texts[: max(0, len(found.texts) - MOST)]
        found.now = len(found.texts) - 1

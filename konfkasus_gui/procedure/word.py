"""The base of the procedure's fixed words."""

from enum import Enum
from typing import Self

from konfkasus_gui.language import _


class Word(Enum):
    """A fixed word: kept as its code, read as its label.

    A member is written as a pair: ``DECIDES = "decides", N_("penentu")``. The code never changes,
    because archives hold it; the label may.
    """

    _label: str

    def __new__(cls, code: str, label: str) -> Self:
        """The member whose value is ``code``."""
        member = object.__new__(cls)
        member._value_ = code
        member._label = label
        return member

    @property
    def label(self) -> str:
        """The word inside a sentence: ``penentu``."""
        return _(self._label)

    @property
    def title(self) -> str:
        """The word at the start of a line: ``Penentu``."""
        return self.label[:1].upper() + self.label[1:]

"""What can be chosen from: words of the procedure, or any values with their own texts."""

from collections.abc import Iterable
from typing import Any

from konfkasus_gui.procedure.word import Word

Choices = type[Word] | Iterable[Word | tuple[Any, str]]


def pairs(choices: Choices) -> list[tuple[Any, str]]:
    """Each choice as its value and the text to show."""
    return [(choice, choice.title) if isinstance(choice, Word) else choice for choice in choices]

"""Words on a screen, by their rank. What people typed is never read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy


def title(text: str = "") -> QLabel:
    """The name of a screen."""
    return _label(text, "title")


def heading(text: str = "") -> QLabel:
    """The question a page asks."""
    return _label(text, "heading")


def subtitle(text: str = "") -> QLabel:
    """The name of a card or a part of a page."""
    return _label(text, "subtitle")


def strong(text: str = "") -> QLabel:
    """A word that leads a line."""
    return _label(text, "strong")


def body(text: str = "") -> QLabel:
    """Plain words."""
    return _label(text, "body")


def muted(text: str = "") -> QLabel:
    """Words that explain others."""
    return _label(text, "muted")


def small(text: str = "") -> QLabel:
    """Words that explain others, a size smaller."""
    return _label(text, "small")


def rule() -> QFrame:
    """A thin line between two things."""
    line = QFrame()
    line.setProperty("rule", "true")
    return line


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
    label.setSizePolicy(policy)
    return label

"""What can be done about a marked place: replace it, leave it here, or hear no more of its word."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.marks import Mark

WIDTH = 380
"""px at 100 %, of the words above the choices."""
MOST_LETTERS = 70


def mark_menu(
    mark: Mark,
    parent: QWidget,
    *,
    replace: Callable[[str], None],
    ignore: Callable[[], None],
    silence: Callable[[], None],
) -> QMenu:
    """A menu whose first choices are the ways to write it otherwise."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.setAccessibleName(f"{mark.title}. {mark.reason}")
    head = QLabel(f"{mark.title}\n{mark.reason}")
    head.setWordWrap(True)
    head.setFixedWidth(theme.scaled(WIDTH))
    head.setContentsMargins(12, 8, 12, 8)
    words = QWidgetAction(menu)
    words.setDefaultWidget(head)
    words.setEnabled(False)
    menu.addAction(words)
    menu.addSeparator()
    for way in mark.ways:
        shown = _("Ganti: {way}").format(way=way)
        action = menu.addAction(_shortened(shown).replace("&", "&&"), partial(replace, way))
        action.setToolTip(shown)
    menu.addAction(_("Abaikan di sini"), ignore)
    if mark.word:
        never = _("Jangan ingatkan lagi “{word}”").format(word=mark.word)
        menu.addAction(never.replace("&", "&&"), silence)
    first = next(action for action in menu.actions() if action.isEnabled() and action.text())
    menu.setActiveAction(first)
    return menu


def _shortened(words: str) -> str:
    return words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…"

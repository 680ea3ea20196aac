"""The Tab key goes through a page as it is read, also where lines were added later."""

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def stops(widget: QWidget) -> list[QWidget]:
    """What Tab stops at inside ``widget``, in the order in which it is laid out."""
    return list(_stops(widget))


def put_away(widget: QWidget, root: QWidget) -> bool:
    """Whether ``widget`` or what it stands in was hidden on purpose.

    What was just added to a page on the screen is shown a moment later; Qt calls it hidden too.
    """
    around: QWidget | None = widget
    while around is not None and around is not root:
        if around.isHidden() and around.testAttribute(
            Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        ):
            return True
        around = around.parentWidget()
    return False


def chain(fields: Sequence[QWidget]) -> None:
    """Let Tab go from each of ``fields`` to the next."""
    for first, second in itertools.pairwise(fields):
        QWidget.setTabOrder(first, second)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _stops(inner)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _laid_out(inner)

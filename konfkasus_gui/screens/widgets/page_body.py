"""Where things stand on a page of a wizard, by the room there is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.scroll import Scroll, ShortScroll

ASIDE = 300
"""px at 100 %: the column beside the form."""
LEAST_FORM = 480
"""px at 100 %: the column stands beside the form where this much is left for the form."""
LEAST_HEIGHT = 500
"""px at 100 %: on a lower page all but the question scrolls."""


class PageBody(QWidget):
    """The question above; a form below it with advice before and ``missing`` after it.

    On a roomy page the form scrolls alone. On a low one advice and ``missing`` scroll with it, and
    where there is no room beside the form its ``aside`` waits behind a button.
    """

    rearranged = Signal()
    """The page has become low, or roomy again."""

    def __init__(self, question: QLabel, advice: QLabel, missing: QWidget) -> None:
        super().__init__()
        self.low = False
        self._beside = False
        self._away = False
        self._advice = advice
        self._missing = missing
        self._aside: QWidget | None = None
        self.turn: Button = button("", icon="book-open", pressed=self._turn)
        self.turn.setCheckable(True)
        self.turn.hide()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(question, 1)
        head.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop)
        self._inside = Flowing()
        self._scrolling = QVBoxLayout(self._inside)
        self._scrolling.setContentsMargins(0, 0, 0, 0)
        self._scrolling.setSpacing(12)
        self._missing_scroll = ShortScroll(missing)
        self._form_side = QWidget()
        self._standing = QVBoxLayout(self._form_side)
        self._standing.setContentsMargins(0, 0, 0, 0)
        self._standing.setSpacing(12)
        self._standing.addWidget(advice)
        self._scroll = Scroll(self._inside)
        self._standing.addWidget(self._scroll, 1)
        self._standing.addWidget(self._missing_scroll)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(26, 22, 26, 16)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._column.addWidget(self._form_side, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(self._column, 1)

    def show_form(
        self, form: QWidget, aside: QWidget | None, aside_name: str, aside_keys: str
    ) -> None:
        """Put ``form`` in the middle, and ``aside`` beside it or behind a button with its name."""
        self._scrolling.insertWidget(1 if self.low else 0, form, 1)
        form.show()  # at once: the cursor may be wanted in it
        if aside is None:
            return
        self._aside = aside
        self.turn.setText(aside_name)
        self.turn.setShortcut(aside_keys)
        self.turn.setToolTip(
            _("Buka atau tutup {name} ({keys})").format(name=aside_name, keys=aside_keys)
        )
        self._column.addWidget(aside, 1)
        self._beside = False
        self._stand(self.size())
        self._show_sides()

    def put_aside_away(self, *, away: bool) -> None:
        """Keep the column behind its button, however much room there is; or let it out again."""
        self._away = away
        self._stand(self.size())
        self._show_sides()

    def fit(self, *, lacking: bool) -> None:
        """Give what is missing the height it needs, or none when nothing is ``lacking``."""
        self._missing_scroll.setVisible(lacking and not self.low)
        self._missing_scroll.fit()

    def show_form_side(self) -> None:
        """Turn from the column back to the form, where only one of them has room."""
        self.turn.setChecked(False)
        self._show_sides()

    def show_missing(self) -> None:
        """Bring what is missing into view, with the cursor in its first field."""
        self.show_form_side()
        self._scrolling.activate()
        self._scroll.ensureWidgetVisible(self._missing)
        field = _first_field(self._missing)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(event.size())
        self._stand(event.size())

    def _lay(self, size: QSize) -> None:
        low = size.height() < theme.scaled(LEAST_HEIGHT)
        if low is self.low:
            return
        self.low = low
        focus = QApplication.focusWidget()
        typing = focus is not None and self._missing.isAncestorOf(focus)
        lacking = not self._missing.isHidden()
        if low:
            self._missing_scroll.takeWidget()
            self._scrolling.insertWidget(0, self._advice)
            self._scrolling.addWidget(self._missing)
        else:
            self._standing.insertWidget(0, self._advice)
            self._missing_scroll.setWidget(self._missing)
        self._missing.setVisible(lacking)  # whoever gets another parent is hidden
        self.fit(lacking=lacking)
        if typing and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rearranged.emit()

    def _stand(self, size: QSize) -> None:
        if self._aside is None:
            return
        width = theme.scaled(ASIDE)
        beside = not self._away and size.width() >= width + theme.scaled(LEAST_FORM)
        if beside is self._beside:
            return
        self._beside = beside
        if beside:
            self._row.addWidget(self._aside)
            self._aside.setFixedWidth(width)
        else:
            self._column.addWidget(self._aside, 1)
            self._aside.setMinimumWidth(0)
            self._aside.setMaximumWidth(16777215)
        self._show_sides()

    def _turn(self) -> None:
        self._show_sides()

    def _show_sides(self) -> None:
        aside = self._aside
        if aside is None:
            return
        turned = self.turn.isChecked() and not self._beside
        self.turn.setVisible(not self._beside)
        aside.setVisible(self._beside or turned)
        self._form_side.setVisible(not turned)


def _first_field(widget: QWidget) -> QWidget | None:
    return next(
        (
            inner
            for inner in widget.findChildren(QWidget)
            if inner.focusPolicy() & Qt.FocusPolicy.TabFocus and inner.isVisible()
        ),
        None,
    )

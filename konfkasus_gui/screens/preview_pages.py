"""The pages of a PDF on the screen, from memory, with the controls to come closer."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.printing import PdfInMemory
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.label import muted, small

_STEP = 1.2
_LEAST, _MOST = 0.25, 4.0


class PreviewPages(QWidget):
    """All pages below one another; before the first ones come, or instead of them, a sentence."""

    page_changed = Signal(int)
    """The page in view, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: PdfInMemory | None = None
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(_("Halaman"))
        self.view.pageNavigator().currentPageChanged.connect(self._tell)
        self.view.zoomFactorChanged.connect(self._say_place)
        self.sentence = muted()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._either = QStackedLayout()
        self._either.addWidget(self.sentence)
        self._either.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._either, 1)
        column.addWidget(self._bar())
        theme.watch().changed.connect(self._tint)
        self._tint()
        self._say_place()

    def say(self, sentence: str) -> None:
        """Show ``sentence`` where the pages would be."""
        self.sentence.setText(sentence)
        self._either.setCurrentWidget(self.sentence)
        self._say_place()

    def show_pages(self, content: bytes) -> None:
        """Show another PDF at the page where the last one stood."""
        place = self.view.pageNavigator().currentPage()
        before, self.shown = self.shown, PdfInMemory(content, self)
        self.view.setDocument(self.shown.pdf)
        if before is not None:
            before.close()
        self._either.setCurrentWidget(self.view)
        self.go_to(min(place, self.count() - 1))
        self._say_place()

    def count(self) -> int:
        """How many pages there are."""
        return self.shown.pdf.pageCount() if self.shown is not None else 0

    def go_to(self, page: int) -> None:
        """Bring ``page``, from 0, into view."""
        if 0 <= page < self.count():
            self.view.pageNavigator().jump(page, QPointF(), self.view.zoomFactor())

    def first_page_with(self, words: str) -> int:
        """The first page on which ``words`` stand, -1 if they stand on none."""
        if self.shown is None or not words:
            return -1
        wanted = "".join(words.split())
        for page in range(self.count()):
            if wanted in "".join(self.shown.pdf.getAllText(page).text().split()):
                return page
        return -1

    def _bar(self) -> QWidget:
        bar = QFrame()
        theme.mark(bar, ground="surface")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place: QLabel = small()
        self.place.setWordWrap(False)
        self.closer = self._control("+", _("Perbesar"), self._come_closer, "Ctrl++")
        self.further = self._control("–", _("Perkecil"), self._step_back, "Ctrl+-")
        self.whole = self._control(_("Satu halaman"), _("Satu halaman"), self._fit_page, "Ctrl+0")
        self.wide = self._control(
            _("Selebar jendela"), _("Selebar jendela"), self._fit_width, "Ctrl+1"
        )
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(6)
        line.addWidget(self.place)
        line.addStretch()
        for control in (self.further, self.closer, self.whole, self.wide):
            line.addWidget(control)
        return bar

    def _control(self, words: str, name: str, deed: object, keys: str) -> Button:
        made = button(words, kind="link")
        made.clicked.connect(deed)
        made.setAccessibleName(name)
        made.setToolTip(f"{name} ({keys})")
        QShortcut(QKeySequence(keys), self).activated.connect(deed)
        return made

    def _come_closer(self) -> None:
        self._zoom(_STEP)

    def _step_back(self) -> None:
        self._zoom(1 / _STEP)

    def _zoom(self, by: float) -> None:
        factor = self._factor() * by
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(_LEAST, min(_MOST, factor)))

    def _factor(self) -> float:
        """How large the pages are drawn now; Qt tells it only for a size that was asked for."""
        mode = self.view.zoomMode()
        if mode is QPdfView.ZoomMode.Custom or self.shown is None or not self.count():
            return self.view.zoomFactor()
        size = self.shown.pdf.pagePointSize(max(0, self.view.pageNavigator().currentPage()))
        edges = self.view.documentMargins()
        room = self.view.viewport().size()
        dots = self.logicalDpiX() / 72
        wide = (room.width() - edges.left() - edges.right()) / (size.width() * dots)
        high = (room.height() - edges.top() - edges.bottom()) / (size.height() * dots)
        return wide if mode is QPdfView.ZoomMode.FitToWidth else min(wide, high)

    def _fit_page(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def _fit_width(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _tell(self, page: int) -> None:
        self._say_place()
        self.page_changed.emit(page)

    def _say_place(self) -> None:
        shown = self._either.currentWidget() is self.view
        for control in (self.closer, self.further, self.whole, self.wide):
            control.setEnabled(shown)
        page, total = self.view.pageNavigator().currentPage() + 1, self.count()
        words = {"n": page, "total": total}
        self.place.setText(_("{n} dari {total}").format(**words) if shown else "")
        self.place.setAccessibleName(_("Halaman {n} dari {total}").format(**words))

    def _tint(self) -> None:
        ground = self.view.palette()
        ground.setColor(QPalette.ColorRole.Dark, theme.colour("line"))
        self.view.setPalette(ground)

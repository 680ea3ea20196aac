"""A card that shows how something will be printed, drawn by the same hand as the papers."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.printing import PdfInMemory
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import small

Draw = Callable[[], bytes]


class PreviewCard(Card):
    """Draws beside the window, again after each change; the newest picture is shown."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(name)
        self.shown: object = None
        self.words = small(words)
        self._usual_words = words
        self._pdf: PdfInMemory | None = None
        self._task: Task | None = None
        self._next: tuple[object, Draw] | None = None

    @property
    def busy(self) -> bool:
        """Whether a newer picture is on its way."""
        return self._task is not None

    @property
    def pdf(self) -> QPdfDocument | None:
        """What is shown, once there is something."""
        return self._pdf.pdf if self._pdf is not None else None

    def paint(self, pdf: QPdfDocument) -> None:
        """Show the pages of ``pdf`` at the width that there is now."""
        raise NotImplementedError

    def show_drawing(self, of: object, draw: Draw) -> None:
        """Show what ``draw`` gives, unless that of an equal ``of`` is shown or on its way.

        ``draw`` runs in another thread: it holds plain values, no widget and no archive.
        """
        if of == (self.shown if self._next is None else self._next[0]):
            return
        self._next = (of, draw)
        if self._task is None:
            self._begin()

    def repaint_pages(self) -> None:
        """Paint anew, for another width."""
        if self._pdf is not None:
            self.paint(self._pdf.pdf)

    def _begin(self) -> None:
        if self._next is None:
            return
        (self.shown, draw), self._next = self._next, None

        def work(_report: Report) -> bytes:
            return draw()

        self._task = Task(self, work)
        self._task.finished.connect(self._take)
        self._task.failed.connect(self._refuse)
        self._task.start()

    def _take(self, content: bytes) -> None:
        before, self._pdf = self._pdf, PdfInMemory(content, self)
        if before is not None:
            before.close()
        self.words.setText(self._usual_words)
        self.paint(self._pdf.pdf)
        self._go_on()

    def _refuse(self, error: Exception) -> None:
        self._go_on()
        if not isinstance(error, KonfKasusError):
            raise error
        self.words.setText(str(error))

    def _go_on(self) -> None:
        self._task = None
        self._begin()


def page_image(pdf: QPdfDocument, page: int, shown: QRect, scale: float) -> QImage:
    """The part ``shown`` of a page that is drawn ``scale`` px to the point, on white."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize((pdf.pagePointSize(page) * scale).toSize())
    options.setScaledClipRect(shown)
    drawn = pdf.render(page, shown.size(), options)
    image = QImage(shown.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image

"""How the head of a letter will look, drawn by the same hand as the letters."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocumentRenderOptions
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import School
from konfkasus_gui.screens.background import Report, Task
from konfkasus_gui.screens.printing import PdfInMemory
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import small

LEAST = 260
MOST = 520
"""px of the picture."""
HIGHEST = 260
"""px; what a very long letterhead has below is not shown."""
_LEFT, _TOP, _RIGHT, _BOTTOM = 64, 40, 36, 52
"""Points at the edges of the page that are not shown: the margins, but for a little."""


class LetterheadPreview(Card):
    """Drawn beside the window, again after each change; the newest one is shown."""

    def __init__(self) -> None:
        super().__init__(_("Pratinjau kop surat"))
        self.shown: School | None = None
        self.image = QImage()
        self._pdf: PdfInMemory | None = None
        self._task: Task | None = None
        self._next: School | None = None
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setMinimumWidth(LEAST)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture.setAccessibleName(_("Pratinjau kop surat"))
        self.words = small(_("Begini kepala surat, notulen, dan formulir akan dicetak."))
        self.add(self.picture)
        self.add(self.words)

    @property
    def busy(self) -> bool:
        """Whether a newer picture is on its way."""
        return self._task is not None

    def show_school(self, school: School) -> None:
        """Draw the letterhead of ``school``, unless it is drawn already."""
        if school == self._next or (self._next is None and school == self.shown):
            return
        self._next = school
        if self._task is None:
            self._begin()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint()

    def _begin(self) -> None:
        school, self._next = self._next, None
        if school is None:
            return
        self.shown = school

        def work(_report: Report) -> bytes:
            from konfkasus_gui.documents.letterhead_sample import letterhead_sample

            return letterhead_sample(school)

        self._task = Task(self, work)
        self._task.finished.connect(self._take)
        self._task.failed.connect(self._refuse)
        self._task.start()

    def _take(self, content: bytes) -> None:
        if self._pdf is not None:
            self._pdf.close()
        self._pdf = PdfInMemory(content, self)
        self.words.setText(_("Begini kepala surat, notulen, dan formulir akan dicetak."))
        self._paint()
        self._go_on()

    def _refuse(self, error: Exception) -> None:
        self._go_on()
        if not isinstance(error, KonfKasusError):
            raise error
        self.words.setText(str(error))

    def _go_on(self) -> None:
        self._task = None
        self._begin()

    def _paint(self) -> None:
        if self._pdf is None:
            return
        page = self._pdf.pdf.pagePointSize(0)
        ratio = self.devicePixelRatioF()
        edges = self.column.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        wide = min(max(LEAST, room), MOST)
        scale = wide * ratio / (page.width() - _LEFT - _RIGHT)
        high = min(round((page.height() - _TOP - _BOTTOM) * scale), round(HIGHEST * ratio))
        shown = QRect(round(_LEFT * scale), round(_TOP * scale), round(wide * ratio), high)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize((page * scale).toSize())
        options.setScaledClipRect(shown)
        drawn = self._pdf.pdf.render(0, shown.size(), options)
        self.image = QImage(shown.size(), QImage.Format.Format_RGB32)
        self.image.fill(Qt.GlobalColor.white)
        painter = QPainter(self.image)
        painter.drawImage(0, 0, drawn)
        painter.end()
        self.image.setDevicePixelRatio(ratio)
        self.picture.setFixedHeight(round(high / ratio))
        self.picture.setPixmap(QPixmap.fromImage(self.image))

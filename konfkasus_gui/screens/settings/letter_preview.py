"""How a letter reads with the school's own wording."""

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter_texts import LetterText
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.settings.preview_card import PreviewCard, page_image
from konfkasus_gui.screens.widgets.scroll import Scroll

LEAST = 240
MOST = 640
"""px of a page."""
GAP = 10
_AROUND = 70
"""px kept in view above and below the beginning of the text that is being written."""
_FIELD = re.compile(r"[{\[][^}\]]*[}\]]|[{}\[\]]")
_ENOUGH = 3
"""Words by which a text is found again on its page."""


class LetterPreview(PreviewCard):
    """All pages below one another, scrolled to the text that is being written."""

    def __init__(self) -> None:
        super().__init__(_("Pratinjau surat"), _("Nama dan tanggal di sini hanya contoh."))
        self._sought = ""
        self._pages: list[QLabel] = []
        self._tops: list[float] = []
        self._scale = 1.0
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.frame = Scroll(inner)
        self.frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frame.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.frame.setMinimumWidth(LEAST)
        self.frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.frame.setAccessibleName(_("Pratinjau surat"))
        self.add(self.words)
        self.add(self.frame, 1)

    def seek(self, text: str) -> None:
        """Bring what is printed of ``text`` into view, now and when pages are drawn anew."""
        self._sought = text
        self._go()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.repaint_pages()

    @override
    def paint(self, pdf: QPdfDocument) -> None:
        ratio = self.devicePixelRatioF()
        wide = min(max(LEAST, self.frame.viewport().width()), MOST)
        self._scale = wide / pdf.pagePointSize(0).width()
        count = pdf.pageCount() - self._slips()
        while len(self._pages) > count:
            self._pages.pop().deleteLater()
        while len(self._pages) < count:
            label = QLabel()
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setAccessibleName(_("Halaman {number}").format(number=len(self._pages) + 1))
            self._column.addWidget(label)
            self._pages.append(label)
        self._tops = []
        top = 0.0
        for number, label in enumerate(self._pages):
            size = (pdf.pagePointSize(number) * self._scale * ratio).toSize()
            image = page_image(
                pdf, number, QRect(0, 0, size.width(), size.height()), self._scale * ratio
            )
            painter = QPainter(image)
            painter.setPen(theme.colour("line"))
            painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
            painter.end()
            image.setDevicePixelRatio(ratio)
            label.setPixmap(QPixmap.fromImage(image))
            label.setFixedHeight(round(size.height() / ratio))
            self._tops.append(top)
            top += label.height() + GAP
        self._column.activate()
        self._go()

    def _slips(self) -> int:
        """How many pages at the end have no text of the letter: the slip to be sent back."""
        asked = self.shown
        first = asked[0] if isinstance(asked, tuple) and asked else None
        return 1 if first is LetterText.INVITATION_FAMILY else 0

    def _go(self) -> None:
        pdf = self.pdf
        wanted = max(_FIELD.split(self._sought), key=len, default="").split()
        if pdf is None or len(wanted) < _ENOUGH:
            return
        words = re.compile(r"\s+".join(re.escape(word) for word in wanted[: 2 * _ENOUGH]))
        for number, top in enumerate(self._tops):
            found = words.search(pdf.getAllText(number).text())
            if found is None:
                continue
            place = pdf.getSelectionAtIndex(number, found.start(), 1).boundingRectangle()
            self.frame.ensureVisible(0, round(top + place.top() * self._scale), 0, _AROUND)
            return

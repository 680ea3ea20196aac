"""How the head of a letter will look."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import School
from konfkasus_gui.screens.settings.preview_card import PreviewCard, page_image

LEAST = 260
MOST = 520
"""px of the picture."""
HIGHEST = 260
"""px; what a very long letterhead has below is not shown."""
_EDGE = 0.75
"""How much of each margin is not shown."""
_POINTS = 72 / 25.4


class LetterheadPreview(PreviewCard):
    """The letterhead alone, at the width of the school's paper."""

    def __init__(self) -> None:
        super().__init__(
            _("Pratinjau kop surat"), _("Begini kepala surat, notulen, dan formulir akan dicetak.")
        )
        self.image = QImage()
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setMinimumWidth(LEAST)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture.setAccessibleName(_("Pratinjau kop surat"))
        self.add(self.picture)
        self.add(self.words)

    def show_school(self, school: School) -> None:
        """Draw the letterhead of ``school``, unless it is drawn already."""

        def draw() -> bytes:
            from konfkasus_gui.documents.letterhead_sample import letterhead_sample

            return letterhead_sample(school)

        self.show_drawing(school, draw)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.repaint_pages()

    @override
    def paint(self, pdf: QPdfDocument) -> None:
        school = self.shown
        if not isinstance(school, School):
            return
        page = pdf.pagePointSize(0)
        ratio = self.devicePixelRatioF()
        edges = self.column.contentsMargins()
        wide = min(max(LEAST, self.width() - edges.left() - edges.right()), MOST)
        left, right, top, bottom = (
            margin * _POINTS * _EDGE
            for margin in (
                school.margin_left,
                school.margin_right,
                school.margin_top,
                school.margin_bottom,
            )
        )
        scale = wide * ratio / (page.width() - left - right)
        high = min(round((page.height() - top - bottom) * scale), round(HIGHEST * ratio))
        shown = QRect(round(left * scale), round(top * scale), round(wide * ratio), high)
        self.image = page_image(pdf, 0, shown, scale)
        self.image.setDevicePixelRatio(ratio)
        self.picture.setFixedHeight(round(high / ratio))
        self.picture.setPixmap(QPixmap.fromImage(self.image))

"""Shows a kept scan from memory; nothing is written to the disk."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.kept import PaperAltered, require_genuine
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.scan import LARGEST_AREA
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import body
from konfkasus_gui.screens.widgets.scroll import Scroll

WIDEST = 580
"""px at 100 % font size of a picture."""


class ScanWindow(QDialog):
    """The pages of a PDF, or a picture as wide as the window; closes when the archive locks."""

    def __init__(self, session: Session, document: Document, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Pindaian"))
        self._content = QByteArray(document.content)
        self.sheet = self._pages() if document.content.startswith(b"%PDF-") else self._picture()
        close = button(_("Tutup"), kind="primary", pressed=self.accept)
        last = QHBoxLayout()
        last.addStretch()
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.sheet, 1)
        column.addLayout(last)
        self.resize(theme.scaled(640), 600)
        session.locked.connect(self.reject)

    def _pages(self) -> QWidget:
        self.pdf = QPdfDocument(self)
        self._device = QBuffer(self._content, self)
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pdf.load(self._device)
        if self.pdf.pageCount() < 1:
            return self._unreadable()
        view = QPdfView(self)
        view.setDocument(self.pdf)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setAccessibleName(_("Pindaian"))
        return view

    def _picture(self) -> QWidget:
        device = QBuffer(self._content)
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(device)
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isEmpty() or size.width() * size.height() > LARGEST_AREA:
            return self._unreadable()
        width = min(size.width(), theme.scaled(WIDEST))
        reader.setScaledSize(QSize(width, max(1, size.height() * width // size.width())))
        picture = reader.read()
        if picture.isNull():
            return self._unreadable()
        if picture.width() > width:  # the camera lay on its side
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        label = QLabel()
        label.setAccessibleName(_("Pindaian"))
        label.setPixmap(QPixmap.fromImage(picture))
        return Scroll(label)

    def _unreadable(self) -> QWidget:
        return body(
            _("Pindaian ini tersimpan, tetapi tidak dapat ditampilkan. Pindai ulang lalu ganti.")
        )


def show_scan(session: Session, scan_id: int, parent: QWidget | None) -> ScanWindow | None:
    """Open the scan that was kept under ``scan_id``; if it is not as it was kept, say so."""
    document = session.get(Document, scan_id)
    try:
        require_genuine(document)
    except PaperAltered as error:
        dialogs.tell(parent, str(error))
        return None
    window = ScanWindow(session, document, parent)
    window.open()
    return window

"""A picture for the letterhead: chosen, shown small, taken away."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.notice import Notice

SIDE = 72
WIDE = 288
"""px at 100 % font size of a picture that goes across the page."""


class LogoUnreadable(KonfKasusError):
    """The chosen file cannot be opened."""


class LogoField(QWidget):
    """PNG or JPEG bytes, or None. A picture that letters cannot bear is refused in words.

    ``wide`` is a picture that goes across the page.
    """

    changed = Signal()

    def __init__(self, name: str, *, wide: bool = False) -> None:
        super().__init__()
        self._content: bytes | None = None
        self._wide = WIDE if wide else SIDE
        self.setAccessibleName(name)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setProperty("card", "true")
        self.choose_button = button(_("Pilih gambar…"), pressed=self.choose)
        self.choose_button.setAccessibleName(_("Pilih gambar {name}").format(name=name.lower()))
        self.remove_button = link(_("Hapus"), pressed=self.remove)
        self.remove_button.setAccessibleName(_("Hapus {name}").format(name=name.lower()))
        self.refusal = Notice("", "danger")
        ways = QVBoxLayout()
        ways.setSpacing(6)
        ways.addWidget(self.choose_button)
        ways.addWidget(self.remove_button)
        ways.addStretch()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(ways)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.refusal)
        column.addStretch()
        self.refusal.say("")
        theme.watch().changed.connect(self._draw)
        self._draw()

    def value(self) -> bytes | None:
        """The picture."""
        return self._content

    def set_value(self, value: bytes | None) -> None:
        """Show another picture."""
        self._content = bytes(value) if value else None
        self._draw()

    def choose(self) -> None:
        """Ask for a file and take its picture."""
        path = dialogs.choose_open_file(
            self.window(), _("Pilih gambar"), _("Gambar PNG atau JPEG (*.png *.jpg *.jpeg)")
        )
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Take the picture in ``path``, or say why not."""
        from konfkasus_gui.documents.letterhead import check_logo  # loads ReportLab

        try:
            content = _content(path)
            check_logo(content)
        except KonfKasusError as error:
            self.refusal.say(str(error), "danger")
            return
        self.refusal.say("")
        self.set_value(content)
        self.changed.emit()

    def remove(self) -> None:
        """Take the picture away."""
        self.refusal.say("")
        self.set_value(None)
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _draw(self) -> None:
        wide, side = theme.scaled(self._wide), theme.scaled(SIDE)
        self.picture.setFixedSize(wide, side)
        self.remove_button.setVisible(self._content is not None)
        if self._content is None:
            self.picture.setPixmap(QPixmap())
            self.picture.setText("–")
            return
        device = QBuffer()
        device.setData(QByteArray(self._content))
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(device)
        reader.setAutoTransform(True)
        room = QSize(wide - 12, side - 12)
        reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        self.picture.setPixmap(QPixmap.fromImage(reader.read()))


def _content(path: Path) -> bytes:
    """What the file holds, and one byte more than any logo may have at most."""
    from konfkasus_gui.documents.letterhead import LARGEST_FILE

    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise LogoUnreadable(
            _("Berkas gambar tidak dapat dibaca. Kop surat tidak berubah. Pilih berkas yang lain.")
        ) from error

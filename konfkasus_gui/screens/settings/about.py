"""Tentang: the version, where the archive lies, and whose work the program rests on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from konfkasus_gui import __version__
from konfkasus_gui.language import N_, _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import body, muted, small, strong

WORKS = (
    (N_("Huruf Liberation"), N_("SIL Open Font License 1.1")),
    (N_("Ikon Lucide"), N_("ISC")),
    (N_("Qt, PySide6"), N_("LGPL-3.0")),
    (N_("SQLCipher, sqlcipher3"), N_("BSD-3-Clause, zlib")),
    (N_("peewee, openpyxl, et_xmlfile, zxcvbn"), N_("MIT")),
    (N_("cryptography"), N_("Apache-2.0, BSD-3-Clause")),
    (N_("cffi, pycparser"), N_("MIT, BSD-3-Clause")),
    (N_("ReportLab, charset-normalizer"), N_("BSD, MIT")),
    (N_("Pillow"), N_("MIT-CMU")),
    (N_("num2words, docopt"), N_("LGPL-2.1, MIT")),
    (N_("defusedxml, typing_extensions"), N_("PSF-2.0")),
)
"""What the program is made of, and the licence of each."""
OWN_TEXTS = (theme.RESOURCES / "fonts" / "LICENSE", theme.RESOURCES / "icons" / "LICENSE")
BUNDLED = theme.RESOURCES / "licences"
"""Where an installed program has the licences of all that it brings along."""


class AboutSection(QWidget):
    """Nothing here is changed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        program = Card(_("KonfKasus"))
        self.version = body(_("Versi {version}").format(version=__version__))
        program.add(self.version)
        program.add(muted(_("Bekerja tanpa internet. Tidak ada yang dikirim ke mana pun.")))
        archive = Card(_("Arsip"))
        archive.add(body(_("Semua isi arsip terenkripsi dan berada di folder ini:")))
        self.folder = QLineEdit(str(session.archive.path.parent))
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(_("Folder arsip"))
        archive.add(self.folder)
        archive.add(small(_("Salin seluruh folder ini bila pindah komputer. Jangan ubah isinya.")))
        works = Card(_("Karya yang dipakai"))
        for name, licence in WORKS:
            row = QHBoxLayout()
            row.addWidget(strong(_(name)), 1)
            row.addWidget(muted(_(licence)), 1)
            works.add_layout(row)
        self.licences = link(_("Baca lisensinya"), pressed=self._read_licences)
        works.column.addWidget(self.licences, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (program, archive, works):
            column.addWidget(card)
        column.addStretch()

    def _read_licences(self) -> None:
        window = LicenceWindow(self.window())
        window.finished.connect(window.deleteLater)
        window.open()


class LicenceWindow(QDialog):
    """The licences as they were given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Lisensi"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Lisensi"))
        self.text.setPlainText(
            "\n\n".join(
                path.read_text(encoding="utf-8", errors="replace")
                for path in (*OWN_TEXTS, *sorted(BUNDLED.glob("*.txt")))
            )
        )
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(_("Tutup"), kind="primary", pressed=self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.resize(680, 520)

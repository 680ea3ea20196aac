"""The keys of the meeting: one list, from which the shortcuts are made and which F1 shows."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from konfkasus_gui.language import N_, _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import body, heading
from konfkasus_gui.screens.widgets.scroll import Scroll


class Key(NamedTuple):
    """What is pressed, the first as it is told, and what it does."""

    sequences: tuple[str, ...]
    deed: str

    @property
    def shown(self) -> str:
        """The key as people read it."""
        return self.sequences[0]


NOTE = Key(("Ctrl+Enter", "Ctrl+Return"), N_("Catat, lalu giliran berikutnya"))
NEXT_SPEAKER = Key(("F4", "Ctrl+Down"), N_("Peserta berikutnya"))
PREVIOUS_SPEAKER = Key(("Shift+F4", "Ctrl+Up"), N_("Peserta sebelumnya"))
NOTHING = Key(("F5", "Ctrl+Shift+Return"), N_("Tidak ada tambahan, atau urungkan"))
NEXT_STEP = Key(("F6", "Alt+Right", "Ctrl+PgDown"), N_("Acara berikutnya"))
PREVIOUS_STEP = Key(("Shift+F6", "Alt+Left", "Ctrl+PgUp"), N_("Acara sebelumnya"))
PAUSE = Key(("F12", "Ctrl+J"), N_("Jeda atau lanjutkan"))
LARGE = Key(("F8",), N_("Teks besar, terbaca dari dua meter"))
COVER = Key(("F9",), N_("Tutup seluruh layar; sekali lagi membukanya"))
REMARKS = Key(("F10",), N_("Pendapat berbeda, suara konseli, pertanyaan"))
ATTENDANCE = Key(("F3",), N_("Kehadiran: tamu datang atau pulang; sekali lagi kembali"))
ASIDE = Key(("F2",), N_("Panduan dan data, bila tidak tampak"))
WORDS = Key(("F7",), N_("Kata bergaris berikutnya saat menulis"))
HELP = Key(("F1",), N_("Daftar tombol ini"))
READ_BACK = Key(("Ctrl+B",), N_("Bacakan kembali komitmen satu per satu"))
EVIDENCE = Key(("Ctrl+D",), N_("Pilih dasar kesimpulan"))
ORDER = Key(("Alt+↑ ↓",), N_("Naikkan atau turunkan keterangan yang dipilih"))
MOVE = Key(("M",), N_("Pindahkan keterangan yang dipilih ke peserta atau aspek lain"))

ALL = (
    NOTE,
    NEXT_SPEAKER,
    PREVIOUS_SPEAKER,
    NOTHING,
    NEXT_STEP,
    PREVIOUS_STEP,
    ATTENDANCE,
    REMARKS,
    EVIDENCE,
    READ_BACK,
    ORDER,
    MOVE,
    PAUSE,
    COVER,
    LARGE,
    ASIDE,
    WORDS,
    HELP,
)


def listen(
    widget: QWidget, key: Key, deed: Callable[[], object], *, first_only: bool = False
) -> None:
    """Do ``deed`` when ``key`` is pressed in the window of ``widget``, while it can be seen.

    ``first_only`` leaves the other sequences to a shortcut that has them already.
    """
    for sequence in key.sequences[:1] if first_only else key.sequences:
        QShortcut(QKeySequence(sequence), widget).activated.connect(deed)


class KeysWindow(QDialog):
    """All keys of the meeting; Esc closes it."""

    def __init__(self, parent: QWidget | None, keys: Sequence[Key] = ALL) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tombol konferensi"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        inside = Flowing()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for line, key in enumerate(keys):
            cap = QLabel(key.shown)
            cap.setProperty("role", "key")
            grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(body(_(key.deed)), line, 1)
        close = button(_("Tutup"), kind="primary", pressed=self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(14)
        column.addWidget(heading(_("Tombol konferensi")))
        column.addWidget(Scroll(inside), 1)
        column.addLayout(foot)
        room = self.screen().availableSize()
        self.resize(
            min(theme.scaled(560), room.width()), min(theme.scaled(640), room.height() - 40)
        )
        close.setFocus()

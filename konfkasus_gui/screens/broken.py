"""The archive cannot be opened for work: what that means, and the ways on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.archive.backup import Backup
from konfkasus_gui.archive.salvage import Salvaged
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import body, muted, title
from konfkasus_gui.screens.widgets.notice import Notice


class BrokenWindow(QWidget):
    """Says ``sentence`` and offers ``newest``, the newest backup that was proven, if there is one.

    With ``readable`` what can still be read may be saved first; with ``gone`` there is nothing
    left to read, and another archive may be begun.
    """

    restore_requested = Signal(object)
    """The path of the backup to restore, None to choose a file."""
    salvage_requested = Signal()
    beginning_requested = Signal()
    """A new archive is wanted instead; the backups stay."""

    def __init__(
        self, sentence: str, newest: Backup | None, *, readable: bool, gone: bool = False
    ) -> None:
        super().__init__()
        self._newest = newest
        self._saved: Path | None = None
        self.setWindowTitle(_("KonfKasus"))
        self.setMinimumSize(640, 480)
        self.notice = Notice()
        self.restore = button(
            _("Pulihkan cadangan terbaru…"), kind="primary", icon="undo-2", pressed=self._restore
        )
        self.other = button(_("Pulihkan dari berkas lain…"), pressed=self._restore_other)
        self.salvage = link(
            _("Selamatkan dahulu yang masih terbaca"), pressed=self.salvage_requested.emit
        )
        self.begin = link(_("Mulai arsip baru yang kosong"), pressed=self.beginning_requested.emit)
        self.leave = link(_("Tutup program"), pressed=self.close)
        card = QFrame()
        card.setProperty("card", "true")
        card.setFixedWidth(theme.scaled(520))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 24)
        inside.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel("triangle-alert", "danger", 28))
        head.addWidget(title(_("Arsip tidak ada") if gone else _("Arsip tidak dapat dibuka")), 1)
        inside.addLayout(head)
        inside.addWidget(body(sentence))
        inside.addWidget(muted(self._found()))
        inside.addWidget(self.notice)
        for way in (self.restore, self.other):
            inside.addWidget(way)
        for quiet in (self.salvage, self.begin, self.leave):
            inside.addWidget(quiet, 0, Qt.AlignmentFlag.AlignHCenter)
        self.restore.setVisible(newest is not None)
        self.salvage.setVisible(readable)
        self.begin.setVisible(gone)
        self.notice.say("")
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(middle)
        column.addStretch()
        (self.restore if newest else self.other).setFocus()

    def show_salvaged(self, path: Path, saved: Salvaged) -> None:
        """Say how much could be read, and offer to go on with it."""
        self._newest = None
        self.salvage.hide()
        self._saved = path
        self.notice.say(
            _("{kept} catatan terselamatkan dalam cadangan baru. {lost} tidak utuh lagi.").format(
                kept=saved.kept, lost=saved.orphans
            ),
            "good",
        )
        self.restore.setText(_("Pulihkan yang terselamatkan…"))
        self.restore.show()
        self.restore.setFocus()

    def _found(self) -> str:
        found = self._newest.manifest if self._newest else None
        if found is None:
            return _("Di komputer ini tidak ada cadangan. Mungkin ada di diska USB sekolah.")
        return _("Cadangan terbaru di komputer ini: {day} pukul {time}, {cases} kasus.").format(
            day=long_date(found.made_at.date()),
            time=clock_time(found.made_at.time()),
            cases=found.cases,
        )

    def _restore(self) -> None:
        path = self._newest.path if self._newest is not None else self._saved
        self.restore_requested.emit(path)

    def _restore_other(self) -> None:
        self.restore_requested.emit(None)

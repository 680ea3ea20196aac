"""From a backup back to an archive: which file, whose key, what is in it, and then the deed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.errors import ArchiveError
from konfkasus_gui.archive.key_file import KeyFile
from konfkasus_gui.archive.restore import Restored, keys_in, rehearse, restore
from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.background import Cancelled, Report, Task
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.label import heading, muted, small, strong
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.progress import run_with_progress


@dataclass(frozen=True, slots=True)
class _Looked:
    """The data key of a backup, what is in it, and whether this PC has another archive."""

    key: bytes = field(repr=False)
    inside: Restored
    other: bool


def _is_of_another(keys: KeyFile, vault: Vault) -> bool:
    """Whether the archive in ``vault`` is another one, as far as its key file tells."""
    try:
        return vault.state is State.READY and vault.keys().archive not in ("", keys.archive)
    except ArchiveError:  # a damaged one tells nothing, and is what one restores for
        return False


class RestoreWindow(QDialog):
    """Tries a backup out before it offers to restore it; nothing changes until then.

    Only while no archive of ``vault`` is open. ``path`` is the backup, None to choose one.
    """

    restored = Signal(object)
    """The archive is another now; brings ``Restored``."""

    def __init__(
        self, vault: Vault, clock: Callable[[], datetime], path: Path | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._vault = vault
        self._clock = clock
        self._path = path
        self._key = b""
        self._busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Pulihkan arsip"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setMinimumWidth(540)
        self.file = QLineEdit()
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(_("Berkas cadangan belum dipilih"))
        self.file.setAccessibleName(_("Berkas cadangan"))
        self.choose = button(_("Pilih…"), icon="folder-open", pressed=self._choose)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret_name = strong()
        self.secret_name.setBuddy(self.secret)
        self.turn = link("", pressed=self._turn)
        self.notice = Notice()
        self.look = button(_("Periksa cadangan"), kind="primary", pressed=self._look)
        self.restore = button(_("Pulihkan arsip"), kind="danger", pressed=self._restore)
        self.cancel = button(_("Batal"), pressed=self.reject)
        self.by_sheet = False
        self.secret.textChanged.connect(self._weigh)
        self._lay_out()
        self._show_file()
        self._name_secret()

    @override
    def reject(self) -> None:
        if not self._busy:
            super().reject()

    @override
    def done(self, result: int) -> None:
        self._key = b""
        self.secret.clear()
        super().done(result)

    def _choose(self) -> None:
        path = dialogs.choose_open_file(
            self,
            _("Pilih berkas cadangan"),
            _("Cadangan KonfKasus (*.kkbackup);;Semua berkas (*)"),
        )
        if path is not None:
            self._path = path
            self._key = b""
            self.notice.say("")
            self._show_file()

    def _turn(self) -> None:
        self.by_sheet = not self.by_sheet
        self.secret.clear()
        self._name_secret()
        self.secret.setFocus()

    def _look(self) -> None:
        """Open the backup and restore it for practice."""
        vault, path, typed, by_sheet = self._vault, self._path, self.secret.text(), self.by_sheet
        if path is None:
            return

        def work(report: Report) -> _Looked:
            keys = keys_in(vault, path)
            with vault.patiently():
                key = keys.unlock_with_recovery(typed) if by_sheet else keys.unlock(typed).key
            return _Looked(key, rehearse(vault, path, key, report), _is_of_another(keys, vault))

        self._begin(_("Memeriksa cadangan…"), work).finished.connect(self._looked)

    def _looked(self, found: _Looked) -> None:
        self._key, inside = found.key, found.inside
        self._set_busy(False)
        warning = _("Cadangan ini dari arsip lain, bukan arsip di komputer ini.")
        self.notice.say(
            (f"{warning} " if found.other else "")
            + _(
                "Cadangan {day} pukul {time} utuh: {cases} kasus dan {documents} dokumen. Arsip"
                " yang sekarang tetap tersimpan di folder arsip dengan nama lain."
            ).format(
                day=long_date(inside.made_at.date()),
                time=clock_time(inside.made_at.time()),
                cases=inside.cases,
                documents=inside.documents,
            ),
            "warning" if found.other else "good",
        )
        self.restore.setFocus()

    def _restore(self) -> None:
        vault, path, key, now = self._vault, self._path, self._key, self._clock()
        if path is None or not key:
            return

        def work(report: Report) -> Restored:
            return restore(vault, path, key, now, report)

        self._begin(_("Memulihkan arsip…"), work).finished.connect(self._done)

    def _done(self, restored: Restored) -> None:
        self._set_busy(False)
        self.accept()
        self.restored.emit(restored)

    def _begin(self, sentence: str, work: Callable[[Report], object]) -> Task:
        self.notice.say("")
        self._set_busy(True)
        task = run_with_progress(self, sentence, work)
        task.failed.connect(self._refuse)
        return task

    def _refuse(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, KonfKasusError):
            self._key = b""
            self._weigh()
            self.notice.say(str(error), "danger")
        elif not isinstance(error, Cancelled):
            raise error

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for part in (self.choose, self.secret, self.turn, self.cancel):
            part.setEnabled(not busy)
        self._weigh()

    def _weigh(self) -> None:
        ready = self._path is not None and bool(self.secret.text()) and not self._busy
        self.look.setEnabled(ready)
        self.look.setVisible(not self._key)
        self.restore.setVisible(bool(self._key))
        self.restore.setEnabled(not self._busy)

    def _show_file(self) -> None:
        self.file.setText(str(self._path) if self._path else "")
        self._weigh()
        (self.secret if self._path else self.choose).setFocus()

    def _name_secret(self) -> None:
        name = _("Kunci pemulihan") if self.by_sheet else _("Kata sandi")
        self.secret_name.setText(name)
        self.secret.setAccessibleName(name)
        mode = QLineEdit.EchoMode.Normal if self.by_sheet else QLineEdit.EchoMode.Password
        self.secret.setEchoMode(mode)
        self.turn.setText(
            _("Pakai kata sandi") if self.by_sheet else _("Pakai kunci pemulihan saja")
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(_("Pulihkan arsip dari cadangan")))
        column.addWidget(
            muted(
                _(
                    "Cadangan diperiksa dahulu dengan memulihkannya di tempat terpisah. Arsip baru"
                    " diganti setelah Anda setuju."
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.file, 1)
        row.addWidget(self.choose)
        column.addLayout(row)
        column.addSpacing(4)
        column.addWidget(self.secret_name)
        column.addWidget(self.secret)
        column.addWidget(small(_("Yang berlaku saat cadangan itu dibuat.")))
        column.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notice)
        column.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch()
        for way in (self.cancel, self.look, self.restore):
            foot.addWidget(way)
        column.addSpacing(8)
        column.addLayout(foot)
        self.notice.say("")
        self.look.setDefault(True)

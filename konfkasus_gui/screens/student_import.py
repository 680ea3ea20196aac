"""Impor siswa dari Dapodik: choose a file, see what it would change, then change it at once."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.dapodik import read_students
from konfkasus_gui.archive.exchange import Preview, apply, compare
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import AuditEvent, Deed
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.background import Cancelled, Report, Task
from konfkasus_gui.screens.backups import Made
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.student_import_pages import (
    BusyPage,
    ChoosePage,
    DonePage,
    PreviewPage,
)
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import heading


def open_student_import(session: Session, parent: QWidget) -> "StudentImport":
    """Open the import above the window of ``parent``."""
    window = StudentImport(session, parent.window())
    window.finished.connect(window.deleteLater)
    window.open()
    return window


class StudentImport(QDialog):
    """Nothing is kept before *Impor*, and then all of it or, when stopped, nothing.

    ``preview`` is what the chosen file would change, None before one was read. Locking stops the
    work and waits until it has left the archive.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.preview: Preview | None = None
        self.task: Task | None = None
        self._made: Made | None = None
        self._in_archive = Lock()
        self._closing = False
        self._locked = False
        self.setWindowTitle(_("Impor siswa dari Dapodik"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setAcceptDrops(True)
        self.heading = heading()
        self.choose_page = ChoosePage()
        self.busy_page = BusyPage()
        self.preview_page = PreviewPage()
        self.done_page = DonePage()
        self.stack = QStackedWidget()
        self.choose_page.choose.clicked.connect(self.choose_file)
        self.other_file = button(_("Pilih berkas lain…"), pressed=self.choose_file)
        self.stop = button(_("Batal"), pressed=self._stop_work)
        self.close_button = button(_("Tutup"), pressed=self.reject)
        self.import_button = button("", kind="primary", icon="download", pressed=self.apply)
        self.finish = button(_("Selesai"), kind="primary", pressed=self.accept)
        self._lay_out()
        self._turn(self.choose_page)
        session.locked.connect(self._lock)

    @property
    def busy(self) -> bool:
        """Whether a file is read or students are kept."""
        return self.task is not None

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = dialogs.choose_open_file(
            self, _("Pilih daftar peserta didik"), _("Berkas Excel (*.xlsx);;Semua berkas (*)")
        )
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read ``path`` beside the window and show what it would change."""
        archive, gate = self.session.archive, self._in_archive

        def work(report: Report) -> Preview:
            return _read(path, archive, gate, report)

        self.preview = None
        self.choose_page.refusal.say("")
        task = self._begin(work, _("Membaca berkas…"))
        task.finished.connect(self._show_preview)
        task.failed.connect(self._refuse_file)
        task.start()

    def apply(self) -> None:
        """Keep what the preview shows, beside the window, once the archive is backed up."""
        preview = self.preview
        if preview is None or self.busy:
            return
        archive, gate = self.session.archive, self._in_archive
        counts = _("{new} baru, {changed} diperbarui")
        line = self.session.history_line(
            Deed.IMPORTED, note=counts.format(new=len(preview.new), changed=len(preview.changed))
        )

        backups = self.session.backups
        back_up = backups.making() if backups is not None else None

        def work(report: Report) -> Preview:
            if back_up is not None:
                self._made = back_up(report)
            return _apply(preview, line, archive, gate, report)

        task = self._begin(work, _("Menyimpan siswa…"))
        task.finished.connect(self._show_done)
        task.failed.connect(self._refuse_import)
        task.start()

    @override
    def reject(self) -> None:
        if self.busy and not self._locked:
            self._closing = True
            self._stop_work()
            return
        super().reject()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.busy and len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        [url] = event.mimeData().urls()
        event.acceptProposedAction()
        self.read(Path(url.toLocalFile()))

    def _begin(self, work: Callable[[Report], Preview], sentence: str) -> Task:
        self.task = Task(self, work)
        self.task.progressed.connect(self.busy_page.advance)
        self.busy_page.begin(sentence)
        self._turn(self.busy_page)
        return self.task

    def _ended(self) -> bool:
        """Whether the window still shows what came of the work."""
        self.task = None
        if self._closing and not self._locked:
            super().reject()
        return not (self._closing or self._locked)

    def _show_preview(self, preview: Preview) -> None:
        if not self._ended():
            return
        self.preview = preview
        self.preview_page.show_preview(preview)
        count = len(preview.new) + len(preview.changed)
        self.import_button.setText(_("Impor {n} siswa").format(n=count))
        self._turn(self.preview_page)

    def _refuse_file(self, error: Exception) -> None:
        if not self._ended():
            return
        self._turn(self.choose_page)
        if isinstance(error, KonfKasusError):
            self.choose_page.refusal.say(str(error), "danger")
        elif not isinstance(error, Cancelled):
            raise error

    def _show_done(self, preview: Preview) -> None:
        if not self._locked:
            if self.session.backups is not None and self._made is not None:
                self.session.backups.made(self._made)
            self.session.refresh()
        if self._ended():
            self.done_page.show_counts(preview)
            self._turn(self.done_page)

    def _refuse_import(self, error: Exception) -> None:
        if not self._ended():
            return
        self._turn(self.preview_page)
        if isinstance(error, KonfKasusError):
            self.preview_page.notice.say(str(error), "danger")
        elif isinstance(error, Cancelled):
            self.preview_page.notice.say(_("Impor dihentikan. Daftar siswa tidak berubah."))
        else:
            raise error

    def _stop_work(self) -> None:
        if self.task is not None:
            self.stop.setEnabled(False)
            self.busy_page.sentence.setText(_("Menghentikan…"))
            self.task.cancel()

    def _lock(self) -> None:
        self._locked = True
        if self.task is not None:
            self.task.cancel()
            with self._in_archive:  # the worker has left the archive, and will not enter again
                pass
        super().reject()

    def _turn(self, page: QWidget) -> None:
        names = {
            self.choose_page: _("Pilih daftar siswa dari Dapodik"),
            self.busy_page: _("Tunggu sebentar"),
            self.preview_page: _("Periksa dahulu, lalu impor"),
            self.done_page: _("Impor selesai"),
        }
        self.heading.setText(names[page])
        self.stack.setCurrentWidget(page)
        preview = self.preview
        changes = preview is not None and bool(preview.new or preview.changed)
        self.stop.setEnabled(True)
        self.stop.setVisible(page is self.busy_page)
        self.other_file.setVisible(page is self.preview_page)
        self.close_button.setVisible(page in (self.choose_page, self.preview_page))
        self.import_button.setVisible(page is self.preview_page and changes)
        self.finish.setVisible(page is self.done_page)
        first = {
            self.choose_page: self.choose_page.choose,
            self.busy_page: self.stop,
            self.preview_page: self.import_button if changes else self.close_button,
            self.done_page: self.finish,
        }[page]
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        for page in (self.choose_page, self.busy_page, self.preview_page, self.done_page):
            self.stack.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.other_file)
        row.addStretch()
        for way in (self.stop, self.close_button, self.import_button, self.finish):
            row.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(14)
        column.addWidget(self.heading)
        column.addWidget(self.stack, 1)
        column.addLayout(row)
        self.setMinimumSize(640, 440)
        self.resize(min(1000, theme.scaled(880)), 560)


def _read(path: Path, archive: Archive, in_archive: Lock, report: Report) -> Preview:
    sheet = read_students(path, report)
    with in_archive:
        report(len(sheet.rows), len(sheet.rows))
        with archive.elsewhere():
            known = archive.lists.all_students()
    return compare(sheet, known)


def _apply(
    preview: Preview, line: AuditEvent, archive: Archive, in_archive: Lock, report: Report
) -> Preview:
    with in_archive:
        report(0, 1)
        with archive.elsewhere(), archive.together():
            apply(preview, archive, report)
            archive.save(line)
    return preview

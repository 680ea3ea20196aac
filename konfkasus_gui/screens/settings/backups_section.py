"""Cadangan: when the archive was last backed up, where else, and what comes back of it."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from konfkasus_gui.archive.health import Verdict
from konfkasus_gui.archive.restore import Restored
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.account import coordinates
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.standing import near_date
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.background import Cancelled
from konfkasus_gui.screens.backups import Backups, Made
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import Button, button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import body, muted, small
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.progress import run_with_progress
from konfkasus_gui.screens.widgets.table import Table

MOST_NAMED = 5
"""Altered papers that are named."""


class BackupsSection(Flowing):
    """Makes, copies, rehearses and checks; restoring is asked of whoever owns the archive."""

    restore_requested = Signal(object)
    """The path of the backup to restore, None to choose a file."""

    def __init__(self, session: Session, backups: Backups) -> None:
        super().__init__()
        self._session = session
        self._backups = backups
        self._failed_before = False
        self.state = body()
        self.notice = Notice()
        self.make = button(_("Buat cadangan sekarang"), icon="download", pressed=self._make)
        self.place = QLineEdit()
        self.place.setReadOnly(True)
        self.place.setPlaceholderText(_("Belum dipilih"))
        self.place.setAccessibleName(_("Tempat kedua"))
        self.copied = small()
        self.choose = button(_("Pilih tempat dan salin…"), icon="folder", pressed=self._choose)
        self.copy = button(_("Salin sekarang"), pressed=self._copy)
        self.table = Table(
            (_("Dibuat"), _("Kasus"), _("Dokumen"), _("Keadaan")),
            stretch=0,
            sortable=False,
            name=_("Cadangan di komputer ini"),
        )
        self.table.setMinimumHeight(theme.scaled(170))
        self.table.chosen_row.connect(self._weigh)
        self.none = muted(_("Belum ada cadangan. Yang pertama dibuat sendiri saat arsip dibuka."))
        self.rehearse = button(_("Uji pemulihan"), pressed=self._rehearse)
        self.restore = button(_("Pulihkan…"), kind="danger", pressed=self._restore)
        self.other = link(_("Pulihkan dari berkas lain…"), pressed=self._restore_other)
        self.check = button(_("Periksa arsip sekarang"), pressed=self._check)
        self.verdict = Notice()
        self._lay_out()
        backups.changed.connect(self.refresh)
        session.locked.connect(self._rest)

    def refresh(self) -> None:
        """Show the backups as they are now."""
        today = self._session.today()
        latest, failure = self._backups.latest, self._backups.failure
        self.state.setText(
            _("Cadangan terakhir: {day}.").format(day=moment(latest, today))
            if latest
            else _("Belum ada cadangan.")
        )
        if failure is not None or self._failed_before:
            self.notice.say(str(failure) if failure else "", "danger")
        self._failed_before = failure is not None
        place = self._backups.second_place
        self.place.setText(str(place) if place else "")
        self.place.setCursorPosition(0)
        self.copied.setText(copied_words(self._session.school.copied_on, today))
        self.copy.setEnabled(place is not None)
        rows = []
        for one in self._backups.here:
            found = one.manifest
            sound = Cell(_("diperiksa"), badge="good")
            if found is None:
                odd = _("dari versi lebih baru") if one.too_new else _("rusak")
                rows.append((one.path, (one.path.stem, "", "", Cell(odd, badge="danger"))))
            else:
                words = (moment(found.made_at, today), str(found.cases), str(found.documents))
                rows.append((one.path, (*words, sound)))
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._weigh(self.table.current_key())

    def _weigh(self, path: object) -> None:
        self.rehearse.setEnabled(path is not None)
        may = coordinates(self._session.account)
        self.restore.setEnabled(path is not None and may)
        self.restore.setToolTip("" if may else _("Hanya koordinator BK yang dapat memulihkan."))
        self.other.setVisible(may)

    def _make(self) -> None:
        task = run_with_progress(self, _("Membuat dan memeriksa cadangan…"), self._backups.making())
        task.finished.connect(self._made)
        task.failed.connect(self._failed)

    def _copy(self) -> None:
        place = self._backups.second_place
        if place is not None:
            work = self._backups.making(place)
            task = run_with_progress(self, _("Membuat cadangan dan menyalinnya…"), work)
            task.finished.connect(self._made)
            task.failed.connect(self._failed)

    def _choose(self) -> None:
        place = dialogs.choose_folder(self, _("Pilih tempat kedua untuk cadangan"))
        if place is None:
            return
        if place.resolve() == self._backups.vault.backup_folder.resolve():
            self.notice.say(
                _("Itu folder cadangan di komputer ini. Pilih diska USB atau komputer lain."),
                "warning",
            )
            return
        work = self._backups.making(place)
        task = run_with_progress(self, _("Membuat cadangan dan menyalinnya…"), work)
        task.finished.connect(self._made)
        task.failed.connect(self._failed)

    def _made(self, made: Made) -> None:
        if self._resting:
            return
        self._backups.made(made)
        if made.refusal is None:
            said = _("Cadangan sudah dibuat dan diperiksa dengan membacanya kembali.")
            if made.copy is not None:
                said = _("Cadangan sudah dibuat, disalin, dan keduanya diperiksa.")
            self.notice.say(said, "good")

    def _failed(self, error: Exception) -> None:
        if self._resting or isinstance(error, Cancelled):
            return
        if not isinstance(error, KonfKasusError):
            raise error
        self._backups.fail(error)

    def _rehearse(self) -> None:
        path = self.table.current_key()
        if path is None:
            return
        work = self._backups.rehearsing(path)
        task = run_with_progress(self, _("Menguji pemulihan…"), work)
        task.finished.connect(self._rehearsed)
        task.failed.connect(self._not_rehearsed)

    def _rehearsed(self, restored: Restored) -> None:
        if self._resting:
            return
        self._session.note(Deed.REHEARSED)
        self.tried.say(
            _(
                "Cadangan {day} dapat dipulihkan: {cases} kasus dan {documents} dokumen kembali"
                " utuh. Arsip Anda tidak diubah."
            ).format(
                day=moment(restored.made_at, self._session.today()),
                cases=restored.cases,
                documents=restored.documents,
            ),
            "good",
        )

    def _not_rehearsed(self, error: Exception) -> None:
        if self._resting or isinstance(error, Cancelled):
            return
        if not isinstance(error, KonfKasusError):
            raise error
        self.tried.say(str(error), "danger")

    def _restore(self) -> None:
        path = self.table.current_key()
        if path is not None:
            self._ask_to_restore(path)

    def _restore_other(self) -> None:
        self._ask_to_restore(None)

    def _ask_to_restore(self, path: object) -> None:
        if dialogs.confirm(
            self,
            _("Pulihkan arsip dari cadangan?"),
            action=_("Kunci dan lanjutkan"),
            detail=_(
                "Arsip sekarang dicadangkan lebih dahulu lalu dikunci. Setelah pulih, yang ditulis"
                " sesudah cadangan itu tidak ada di arsip, tetapi arsip lama tetap tersimpan."
            ),
            danger=True,
        ):
            self.restore_requested.emit(path)

    def _check(self) -> None:
        work = self._backups.checking()
        task = run_with_progress(self, _("Memeriksa seluruh arsip…"), work)
        task.finished.connect(self._checked)
        task.failed.connect(self._failed)

    def _checked(self, verdict: Verdict) -> None:
        if self._resting:
            return
        if not verdict.writable:  # not even a line in the history
            self._backups.damage_found.emit(verdict)
            return
        self._session.note(Deed.CHECKED, note=_("utuh") if verdict.sound else _("rusak"))
        if verdict.sound:
            self.verdict.say(_("Arsip utuh. Semua isi dan dokumen dapat dibaca."), "good")
            return
        found = " ".join(damage.title for damage in verdict.damage)
        self.verdict.say(
            _(
                "{found} Yang berubah: {papers}. Yang lain utuh dan arsip tetap dapat dipakai; buka"
                " dokumen itu dari cadangan."
            ).format(found=found, papers=self._named(verdict.documents)),
            "danger",
        )

    def _named(self, documents: Sequence[int]) -> str:
        """The first of the papers with these ids by title and case, and how many more."""
        named = []
        for number in documents[:MOST_NAMED]:
            paper = self._session.get(Document, number)
            code = self._session.get(Case, paper.case_id).code if paper.case_id else ""
            named.append(" ".join(filter(None, (paper.title, code))))
        if len(documents) > MOST_NAMED:
            named.append(_("dan {n} lainnya").format(n=len(documents) - MOST_NAMED))
        return ", ".join(named)

    def _rest(self) -> None:
        self._resting = True

    def _lay_out(self) -> None:
        self._resting = False
        self.tried = Notice()
        here = Card(_("Cadangan"))
        here.add(self.state)
        here.add(
            muted(
                _(
                    "Dibuat otomatis setiap hari arsip dibuka dan lagi setelah tiga jam kerja,"
                    " terenkripsi seperti arsip, dan diperiksa dengan membacanya kembali."
                )
            )
        )
        here.add(self.notice)
        here.add_layout(_line(self.make))
        there = Card(_("Tempat kedua"))
        there.add(
            body(
                _(
                    "Komputer dapat rusak atau hilang. Simpan salinan di diska USB atau komputer"
                    " lain, dan ulangi setiap minggu."
                )
            )
        )
        there.add(self.place)
        there.add(self.copied)
        there.add_layout(_line(self.copy, self.choose))
        kept = Card(_("Cadangan di komputer ini"))
        kept.add(self.table)
        kept.add(self.none)
        kept.add(self.tried)
        kept.add_layout(_line(self.rehearse, self.restore))
        kept.column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        whole = Card(_("Kesehatan arsip"))
        whole.add(body(_("Setiap kali dibuka arsip diperiksa sekilas. Di sini seluruhnya dibaca.")))
        whole.add(self.verdict)
        whole.add_layout(_line(self.check))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (here, there, kept, whole):
            column.addWidget(card)
        column.addStretch()
        for notice in (self.notice, self.tried, self.verdict):
            notice.say("")


def moment(at: datetime, today: date) -> str:
    """``hari ini pukul 08.15``."""
    day = _("hari ini") if at.date() == today else near_date(at.date(), today)
    return _("{day} pukul {time}").format(day=day, time=clock_time(at.time()))


def copied_words(copied_on: date | None, today: date) -> str:
    """When the copy in the second place was last proven."""
    if copied_on is None:
        return _("Belum ada salinan di tempat kedua.")
    return _("Salinan terakhir: {day}.").format(
        day=near_date(copied_on, today) if copied_on <= today else long_date(copied_on)
    )


def _line(*ways: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for way in ways:
        row.addWidget(way)
    row.addStretch()
    return row

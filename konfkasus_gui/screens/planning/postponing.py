"""Another day for a meeting that has not begun: its letters are replaced, their numbers stay."""

from datetime import time, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.planning import INVITING, RETIRED
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.case_page.notices import offer_numbers
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit, TimeEdit
from konfkasus_gui.screens.widgets.label import muted, strong, subtitle
from konfkasus_gui.screens.widgets.notice import Notice

WEEK = timedelta(days=7)
_MORNING = time(9)


class PostponeWindow(QDialog):
    """The new day and its hours, or none yet; and whether the letters are written now."""

    postponed = Signal()

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._conference_id = conference_id
        plan = session.plan(conference_id)
        conference = plan.conference
        numbered = sum(
            letter.kind in INVITING and letter.state not in RETIRED for letter in plan.letters
        )
        self.setWindowTitle(_("Tunda pertemuan"))
        self.setMinimumWidth(460)
        self.day = OptionalDateEdit(
            max(conference.held_on or session.today(), session.today()) + WEEK,
            fill=_("Tentukan hari baru"),
        )
        self.day.setAccessibleName(_("Hari baru"))
        self.starts = TimeEdit(conference.starts_at or _MORNING)
        self.starts.setAccessibleName(_("Mulai"))
        self.ends = TimeEdit(conference.ends_at or time((self.starts.value().hour + 1) % 24))
        self.ends.setAccessibleName(_("Selesai"))
        self.letters = QCheckBox("")
        self.letters.setChecked(bool(numbered))
        self.letters.setVisible(bool(numbered))
        self.refusal = Notice()
        self.action = button(_("Tunda pertemuan"), kind="primary", pressed=self._postpone)
        self.back = button(_("Kembali"), pressed=self.reject)
        self._hours = QWidget()
        told = (
            _(
                "{n} undangan ditandai diganti; nomor lamanya tetap tercatat dalam register."
                " Setiap peserta mendapat surat baru dengan nomor baru."
            ).format(n=numbered)
            if numbered
            else _("Belum ada undangan bernomor. Daftar peserta dan himpunan data tetap.")
        )
        self._lay_out(told)
        self.day.changed.connect(self._show_state)
        session.locked.connect(self.reject)
        self._show_state()

    def _show_state(self) -> None:
        known = self.day.value() is not None
        self._hours.setVisible(known)
        self.letters.setText(
            _("Buat undangan ulang sekarang") if known else _("Buat surat penundaan sekarang")
        )
        self.adjustSize()

    def _refuse(self, sentence: str) -> None:
        self.refusal.say(sentence, "warning")
        self.adjustSize()

    def _postpone(self) -> None:
        day = self.day.value()
        if day is not None and day < self._session.today():
            self._refuse(_("Hari itu sudah lewat. Pilih hari yang akan datang."))
            return
        starts, ends = (self.starts.value(), self.ends.value()) if day is not None else (None, None)
        if starts is not None and ends is not None and ends <= starts:
            self._refuse(_("Jam selesai harus sesudah jam mulai."))
            return
        session, conference_id = self._session, self._conference_id
        try:
            deeds.postpone_conference(session, session.plan(conference_id), day, starts, ends)
        except KonfKasusError as error:
            self._refuse(str(error))
            return
        letters = not self.letters.isHidden() and self.letters.isChecked()
        around = self.parentWidget()
        self.accept()
        self.postponed.emit()
        if letters and around is not None:
            kind = DocumentKind.SECOND_INVITATION if day else DocumentKind.POSTPONEMENT
            from konfkasus_gui.screens.preview import open_preview  # a paper is seldom wanted

            show = partial(open_preview, session, conference_id, kind, around)
            offer_numbers(session, conference_id, kind, around, show)

    def _lay_out(self, told: str) -> None:
        hours = QHBoxLayout(self._hours)
        hours.setContentsMargins(0, 0, 0, 0)
        hours.setSpacing(10)
        for name, field in ((_("Mulai"), self.starts), (_("Selesai"), self.ends)):
            word = strong(name)
            word.setWordWrap(False)
            word.setBuddy(field)
            hours.addWidget(word)
            hours.addWidget(field)
        hours.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.action)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(subtitle(_("Kapan pertemuan ini diadakan?")))
        column.addWidget(muted(told))
        column.addWidget(self.day)
        column.addWidget(self._hours)
        column.addWidget(self.letters)
        column.addWidget(self.refusal)
        column.addSpacing(6)
        column.addLayout(buttons)
        self.refusal.hide()
        self.action.setDefault(True)


def open_postponement(session: Session, conference_id: int, parent: QWidget) -> PostponeWindow:
    """Ask for the new day of a meeting."""
    window = PostponeWindow(session, conference_id, parent)
    window.open()
    return window

"""The two menus of a case: papers to print, and what is seldom done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.follow_up import FollowUp
from konfkasus_gui.procedure.paper_state import PaperLine
from konfkasus_gui.procedure.standing import CaseLine
from konfkasus_gui.procedure.vocabulary import CaseState, DocumentKind
from konfkasus_gui.screens import deeds, dialogs, doors
from konfkasus_gui.screens.follow_up.closing import ask_to_give_up
from konfkasus_gui.screens.planning.postponing import open_postponement
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, icon_button


class CaseMenus(QWidget):
    """*Cetak dokumen* and *Lainnya*; each entry is there only when it can be done."""

    paper_requested = Signal(object)
    """A ``DocumentKind``."""
    conference_requested = Signal(int)
    """A conference that was just made."""
    removed_requested = Signal()
    """What was removed is looked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._line: CaseLine | None = None
        self._followed: FollowUp | None = None
        self.papers = QMenu(self)
        self.papers.setToolTipsVisible(True)
        self.print = button(_("Cetak dokumen"), icon="printer")
        self.print.setProperty("menu", "true")
        self.print.setMenu(self.papers)
        self.deeds = QMenu(self)
        self.close_case = self._entry(_("Tutup kasus…"), self._close)
        self.reopen_case = self._entry(_("Buka kembali kasus"), self._reopen)
        self.follow_on = self._entry(_("Pertemuan lanjutan"), self._follow_on)
        self.postpone = self._entry(_("Tunda pertemuan…"), self._postpone)
        self.removed = self._entry(_("Yang terhapus…"), self.removed_requested.emit)
        self.export = self._entry(_("Ekspor ke komputer lain…"), self._export)
        self.more = icon_button("ellipsis", _("Lainnya"), pressed=self._show_more)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.print)
        row.addWidget(self.more)

    def show_case(
        self, line: CaseLine, followed: FollowUp | None, papers: Sequence[PaperLine]
    ) -> None:
        """Offer what can be done with the case now."""
        self._line, self._followed = line, followed
        self.papers.clear()
        for paper in papers:
            action = self.papers.addAction(paper.title)
            action.setEnabled(paper.openable)
            if not paper.openable:
                action.setText(f"{paper.title} ({paper.words})")
            action.triggered.connect(partial(self._print, paper.kind))
        self.print.setVisible(bool(papers))
        running = line.state is CaseState.OPEN and followed is not None
        began = line.opened_at is not None
        frozen = line.state is CaseState.FROZEN and followed is not None
        self.close_case.setVisible(running or frozen)
        self.reopen_case.setVisible(line.state is CaseState.CLOSED)
        meetings = self.session.lists.conferences(line.case_id)
        latest = bool(meetings) and meetings[-1].id == line.conference_id
        self.follow_on.setVisible(running and latest and line.minutes_final_at is not None)
        self.postpone.setVisible(running and not began and line.held_on is not None)
        self.removed.setVisible(self.session.archive.bin.waits(line.case_id))
        self.more.setVisible(any(action.isVisible() for action in self.deeds.actions()))

    def _entry(self, words: str, act: object) -> QAction:
        action = self.deeds.addAction(words)
        action.triggered.connect(act)
        return action

    def _show_more(self) -> None:
        below = self.more.mapToGlobal(self.more.rect().bottomRight())
        below.setX(below.x() - self.deeds.sizeHint().width())
        self.deeds.popup(below)

    def _print(self, kind: DocumentKind) -> None:
        self.paper_requested.emit(kind)

    def _export(self) -> None:
        if self._line is not None:
            doors.open_export(self.session, self, (self._line.case_id,))

    def _close(self) -> None:
        """Close the case; a closing note is asked for when none was written."""
        followed = self._followed
        if followed is None:
            return
        try:
            reason = ask_to_give_up(self.window(), followed)
            if reason is None:
                return
            note = ""
            if not followed.case.closing_note.strip():
                written = dialogs.ask_reason(
                    self.window(),
                    _("Mengapa kasus ini ditutup?"),
                    action=_("Tutup kasus"),
                    detail=_("Kasus yang ditutup dapat dibuka kembali kapan saja."),
                )
                if written is None:
                    return
                note = written
            deeds.close_case(self.session, followed, reason, note)
        except KonfKasusError as error:
            dialogs.tell(self.window(), str(error))

    def _reopen(self) -> None:
        if self._line is not None:
            deeds.reopen_case(self.session, self.session.get(Case, self._line.case_id))

    def _follow_on(self) -> None:
        if self._followed is None:
            return
        sure = dialogs.confirm(
            self.window(),
            _("Buat pertemuan lanjutan untuk kasus ini?"),
            action=_("Buat pertemuan"),
            detail=_(
                "Peserta, pertanyaan yang masih terbuka, dan komitmen yang belum ditepati dibawa"
                " serta. Jadwal dan undangannya baru."
            ),
        )
        if sure:
            plan = self._followed.appraisal.meeting.plan
            self.conference_requested.emit(deeds.follow_on(self.session, plan).id)

    def _postpone(self) -> None:
        if self._followed is not None:
            open_postponement(self.session, self._followed.conference.id, self.window())

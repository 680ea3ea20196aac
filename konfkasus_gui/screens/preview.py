"""Papers before they are printed: the real pages, drawn and printed from memory."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.files import replace_file
from konfkasus_gui.documents.naming import TO_PARTICIPANTS
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent, ConsentMissing
from konfkasus_gui.procedure.paper_state import require_printable
from konfkasus_gui.procedure.planning import Participant, Plan, Step
from konfkasus_gui.procedure.register import issued
from konfkasus_gui.procedure.vocabulary import CaseState, Deed, DocumentKind, Paper, Stage
from konfkasus_gui.screens import deeds, dialogs, printing, theme
from konfkasus_gui.screens.background import Cancelled, Task
from konfkasus_gui.screens.preview_pages import PreviewPages
from konfkasus_gui.screens.preview_papers import Drawing, Leaf, kept_minutes, materials
from konfkasus_gui.screens.preview_side import PreviewSide
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.progress import run_with_progress
from konfkasus_gui.screens.wizard import StageWizard

NARROW = 860
"""px at 100 % font size, below which the sheet is named at the left alone."""


class PreviewWindow(QDialog):
    """One paper, or the invitations of all participants; closes when the archive locks."""

    def __init__(
        self, session: Session, conference_id: int, kind: DocumentKind, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.conference_id = conference_id
        self.kind = kind
        self.content = b""
        self._building: Task | None = None
        self._starts: dict[int, int] = {}
        self._running = 0
        self._left = False
        self._locked = False
        self._printing: Task | None = None
        self._sent: Leaf | None = None
        self.setWindowTitle(_("Pratinjau · {kind}").format(kind=kind.title))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.side = PreviewSide(self.plan, kind, session.school.paper)
        self.pages = PreviewPages()
        self.notice = Notice()
        self.refusal = Notice("", "danger", action=_("Catat persetujuan"))
        self._arrange()
        self.side.changed.connect(self._build)
        self.side.letter_chosen.connect(self._show_letter)
        self.pages.page_changed.connect(self._follow_page)
        self.refusal.action_requested.connect(self._record_consent)
        self.finished.connect(self._leave)
        session.changed.connect(self._take)
        session.locked.connect(self._lock)
        self._build()

    @property
    def plan(self) -> Plan:
        """Stage 1 as it is now."""
        return self.session.plan(self.conference_id)

    @property
    def busy(self) -> bool:
        """Whether pages are still being drawn, saved or printed."""
        return self._running > 0

    def _arrange(self) -> None:
        self.badge = Badge()
        self.save = button(_("Simpan PDF…"), icon="download", pressed=self._save)
        self.print = button(_("Cetak…"), kind="primary", icon="printer", pressed=self._print)
        head = QFrame()
        theme.mark(head, ground="surface")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(head)
        line.setContentsMargins(20, 10, 20, 10)
        line.setSpacing(12)
        name = title(f"{self.kind.title} · {self.plan.case.code}")
        line.addWidget(name, 1)
        line.addWidget(self.badge)
        line.addSpacing(12)
        line.addWidget(self.save)
        line.addWidget(self.print)
        notices = QVBoxLayout()
        notices.setContentsMargins(16, 10, 16, 10)
        notices.addWidget(self.refusal)
        notices.addWidget(self.notice)
        self._notices = QWidget()
        self._notices.setLayout(notices)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._notices)
        middle.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.side)
        below.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(below, 1)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(1180, room.width()), min(720, room.height()))
        self.print.setDefault(True)
        self._say("", "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.badge.setVisible(event.size().width() >= theme.scaled(NARROW))

    def _build(self) -> None:
        """Draw the pages anew; what was being drawn is forgotten."""
        self.content = b""
        self._say("", "")
        self._show_state()
        guests = self.side.guests()
        if self.kind in TO_PARTICIPANTS and not guests and self.plan.participants:
            self._building = None
            self.pages.say(_("Centang sedikitnya satu penerima."))
            return
        if not self._printable():
            self._building = None
            self.pages.say("")
            return
        kept = kept_minutes(self.session, self.conference_id, self.kind)
        if kept is not None:
            self.side.fix_paper(kept.paper)
            self._show(kept.content)
            return
        self.pages.say(_("Menyusun halaman…"))
        self._building = Task(self, self._drawing())
        self._building.finished.connect(self._built)
        self._listen(self._building)
        self._building.start()

    def _drawing(self) -> Drawing:
        guests = self.side.guests() if self.kind in TO_PARTICIPANTS else None
        paper = self.side.paper.value()
        return Drawing(
            self.kind, materials(self.session, self.conference_id, self.kind, paper, guests)
        )

    def _listen(self, task: Task) -> None:
        self._running += 1
        task.failed.connect(self._failed)
        task.finished.connect(self._ended)
        task.failed.connect(self._ended)

    def _built(self, content: bytes) -> None:
        if self.sender() is self._building and not self._left:
            self._building = None
            self._show(content)

    def _show(self, content: bytes) -> None:
        self.content = content
        self.pages.show_pages(content)
        self._starts = {guest.id: self._start_of(guest) for guest in self.side.guests()}
        self._show_state()
        if not self.isVisible() or self.focusWidget() in (None, self.side.every):
            self.print.setFocus()
        self._follow_page(self.pages.view.pageNavigator().currentPage())

    def _failed(self, error: Exception) -> None:
        """Say in words why there are no pages, or why they were not printed."""
        drawing = self.sender() is self._building
        if isinstance(error, Cancelled):
            self._say(_("Pencetakan dihentikan. Halaman yang sudah keluar tetap rahasia."), "info")
        elif isinstance(error, KonfKasusError):
            if drawing:
                self._building = None
                self.pages.say("")
            self._refuse(error)
        else:
            raise error

    def _refuse(self, error: KonfKasusError) -> None:
        frozen = self.plan.case.state is CaseState.FROZEN
        self.refusal.action.setVisible(isinstance(error, ConsentMissing) or frozen)
        self.refusal.say(str(error), "danger")
        self._notices.show()

    def _say(self, sentence: str, kind: str) -> None:
        self.refusal.say("", "danger")
        self.notice.say(sentence, kind or "info")
        self._notices.setVisible(bool(sentence))

    def _ended(self) -> None:
        self._running -= 1
        if self._left and not self._running:
            self.deleteLater()

    def _leave(self) -> None:
        self._left = True
        self.content = b""
        if not self._running:
            self.deleteLater()

    def _take(self, record: object) -> None:
        if isinstance(record, Consent | Case) and not self._left:
            self._build()

    def _show_state(self) -> None:
        paper = self.side.paper.value()
        self.badge.setText(paper.label if isinstance(paper, Paper) else "")
        if self.kind in TO_PARTICIPANTS:
            self.print.setText(_("Cetak {n} surat").format(n=len(self.side.guests())))
        for way in (self.save, self.print):
            way.setEnabled(bool(self.content))

    def _show_letter(self, guest_id: int) -> None:
        self.pages.go_to(self._starts.get(guest_id, -1))

    def _follow_page(self, page: int) -> None:
        """Mark the recipient of the letter in view: the last one that begins up to ``page``."""
        begun = [guest_id for guest_id, start in self._starts.items() if 0 <= start <= page]
        self.side.show_current(begun[-1] if begun else 0)

    def _start_of(self, guest: Participant) -> int:
        letter = issued(self.plan, self.kind, guest)
        return self.pages.first_page_with((letter.number if letter else "") or guest.name)

    def _record_consent(self) -> None:
        """Go to the page where the consent is written down."""
        from konfkasus_gui.screens.planning.wizard import open_wizard

        above = self.parentWidget()
        window = above.window() if above is not None else None
        self.reject()
        if isinstance(window, StageWizard) and window.stage is Stage.PLANNING:
            window.go_to(Step.CONSENT)
        else:
            open_wizard(self.session, self.conference_id, window).go_to(Step.CONSENT)

    def _save(self) -> None:
        if not self._may_leave() or not self._warned():
            return
        path = dialogs.choose_save_file(
            self, _("Simpan PDF"), self.suggested_name(), _("Dokumen PDF (*.pdf)")
        )
        if path is None:
            return
        if not path.parent.is_dir():
            self._say(_("Folder itu tidak ada lagi. Pilih folder lain."), "danger")
            return
        try:
            replace_file(path, self.content)
        except KonfKasusError as error:
            self._refuse(error)
            return
        self._keep(Deed.SAVED, self._leaf())
        self._say(_("PDF tersimpan di luar arsip. Hapus bila sudah tidak diperlukan."), "good")

    def _warned(self) -> bool:
        """Whether it was said that a PDF leaves the protection; asked once per kind of paper."""
        account = self.session.account
        for event in self.session.archive.every(AuditEvent):
            own = event.account_id == (account.id if account else None)
            if own and event.deed is Deed.SAVED and event.note == self.kind.label:
                return True
        return dialogs.confirm(
            self,
            _("Simpan di luar arsip?"),
            action=_("Simpan PDF"),
            detail=_(
                "Berkas PDF tidak terkunci: siapa pun yang membuka folder itu dapat membacanya."
                " Penyimpanan ini dicatat dalam riwayat."
            ),
        )

    def suggested_name(self) -> str:
        """A file name that says nothing of a person: ``surat-undangan-KK-2026-014.pdf``."""
        kind = re.sub(r"\W+", "-", self.kind.label).strip("-")
        return f"{kind}-{self.plan.case.code}.pdf"

    def _print(self) -> None:
        if not self._may_leave():
            return
        sheet = self.session.school.sheet(self.side.paper.value())
        printer = printing.printer_for(sheet, f"KonfKasus {self.plan.case.code}")
        try:
            if not printing.ask_printer(printer, self):
                return
        except printing.NotPrinted as error:
            self._refuse(error)
            return
        self._sent = self._leaf()
        self._printing = task = run_with_progress(
            self, _("Mencetak…"), printing.printing(self.content, printer)
        )
        task.finished.connect(self._printed)
        task.finished.connect(self._show_state)
        task.failed.connect(self._show_state)
        self._listen(task)
        for way in (self.save, self.print):
            way.setEnabled(False)

    def _printed(self) -> None:
        if self._locked or self._sent is None:
            return
        self._keep(Deed.PRINTED, self._sent)
        self._sent = None
        self._say(_("Halaman sudah dikirim ke printer."), "good")

    def _lock(self) -> None:
        """Stop printing: what comes out after the archive has locked could not be registered."""
        self._locked = True
        if self._printing is not None and self.busy:
            self._printing.cancel()
        self.reject()

    def _may_leave(self) -> bool:
        """Whether the pages may go out now: a consent may have been taken back."""
        self._say("", "")
        return self._printable() and bool(self.content)

    def _printable(self) -> bool:
        try:
            require_printable(self.plan, self.kind)
        except KonfKasusError as error:
            self._refuse(error)
            return False
        return True

    def _leaf(self) -> Leaf:
        return Leaf(self.content, self.side.guests(), self.side.paper.value())

    def _keep(self, deed: Deed, leaf: Leaf) -> None:
        deeds.keep_document(
            self.session,
            self.plan,
            self.kind,
            leaf.content,
            deed,
            paper=leaf.paper,
            guests=leaf.guests,
        )


def open_preview(
    session: Session, conference_id: int, kind: DocumentKind, parent: QWidget | None = None
) -> PreviewWindow:
    """Show a paper of a conference as it would be printed."""
    window = PreviewWindow(session, conference_id, kind, parent)
    window.open()
    return window

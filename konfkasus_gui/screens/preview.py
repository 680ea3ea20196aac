"""Papers before they are printed: the real pages, drawn and printed from memory."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.checked import CheckedPaper
from konfkasus_gui.documents.naming import COPIES, TO_PARTICIPANTS
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent, ConsentMissing
from konfkasus_gui.procedure.identity import Finding
from konfkasus_gui.procedure.kept import PaperAltered
from konfkasus_gui.procedure.paper_state import require_printable
from konfkasus_gui.procedure.planning import Participant, Plan, Step
from konfkasus_gui.procedure.register import issued
from konfkasus_gui.procedure.vocabulary import CaseState, DocumentKind, Paper, Stage
from konfkasus_gui.screens import deeds, identity_window
from konfkasus_gui.screens.background import Task
from konfkasus_gui.screens.materials import materials as everything
from konfkasus_gui.screens.paper_window import PaperWindow
from konfkasus_gui.screens.preview_kept import open_kept
from konfkasus_gui.screens.preview_papers import Drawing, Leaf, drawing, kept_minutes, kept_of
from konfkasus_gui.screens.preview_side import PreviewSide
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.wizard import StageWizard


class PreviewWindow(PaperWindow):
    """One paper, or those of the participants that are ticked, as they would be printed."""

    def __init__(
        self, session: Session, conference_id: int, kind: DocumentKind, parent: QWidget | None
    ) -> None:
        plan = session.plan(conference_id)
        self.side = PreviewSide(plan, kind, session.school.paper)
        super().__init__(
            session, kind.title, kind.label, code=plan.case.code, side=self.side, parent=parent
        )
        self.kind = kind
        self.conference_id = conference_id
        self.findings: tuple[Finding, ...] = ()
        self._let_stand: tuple[Finding, ...] = ()
        self._reason = ""
        self._building: Task | None = None
        self._starts: dict[int, int] = {}
        self.side.changed.connect(self._build)
        self.side.letter_chosen.connect(self._show_letter)
        self.side.kept_chosen.connect(self._open_kept)
        self.pages.page_changed.connect(self._follow_page)
        self.refusal.action_requested.connect(self._record_consent)
        session.changed.connect(self._take)
        self._build()

    @property
    def plan(self) -> Plan:
        """Stage 1 as it is now."""
        return self.session.plan(self.conference_id)

    @override
    def paper(self) -> Paper:
        paper: Paper = self.side.paper.value()
        return paper

    @override
    def copies(self) -> int:
        return self.side.copies.value()

    @override
    def guests(self) -> tuple[Participant, ...]:
        return self.side.guests()

    @override
    def may_leave(self, action: str) -> bool:
        """Whether the pages may go out now: a consent may have been taken back meanwhile.

        What the identity check has found is shown; to let it stand takes a reason.
        """
        self.say("")
        if not self._printable() or not self.content:
            return False
        if self.findings == self._let_stand:
            return True
        reason = identity_window.ask_identity(self, self.findings, action)
        if reason is None:
            return False
        self._let_stand, self._reason = self.findings, reason
        return True

    @override
    def keep(self, deed: Deed, leaf: Leaf) -> None:
        with self.session.together():
            if self._reason:
                mask = papers.mask_of(everything(self.session, self.conference_id))
                note = f"{self.kind.label}: {mask(self._reason)}"
                self.session.note(Deed.IDENTITY_LEFT, self.plan.case.id, note)
                self._reason = ""
            deeds.keep_document(
                self.session,
                self.plan,
                self.kind,
                leaf.content,
                deed,
                paper=leaf.paper,
                guests=leaf.guests,
            )

    @override
    def show_state(self) -> None:
        super().show_state()
        if not self._locked:
            self.side.show_kept(kept_of(self.session, self.conference_id, self.kind))
        if self.kind in TO_PARTICIPANTS:
            self.print.setText(_("Cetak {n} surat").format(n=len(self.side.guests())))

    @override
    def refuse(self, error: KonfKasusError, *, action: bool = False) -> None:
        frozen = self.plan.case.state is CaseState.FROZEN
        super().refuse(error, action=action or isinstance(error, ConsentMissing) or frozen)

    @override
    def failed(self, error: Exception) -> None:
        """Say in words why there are no pages, or why they were not printed."""
        if self.sender() is self._building and isinstance(error, KonfKasusError):
            self._building = None
            self.pages.say("")
        super().failed(error)

    def _build(self) -> None:
        """Draw the pages anew; what was being drawn is forgotten."""
        self.content = b""
        self.say("")
        self.show_state()
        self._building = None
        if self.side.rows and not self.side.guests():
            self.pages.say(_("Centang sedikitnya satu penerima."))
            return
        self.pages.say("")
        if not self._printable():
            return
        try:
            kept = kept_minutes(self.session, self.conference_id, self.kind)
        except PaperAltered as error:
            self.refuse(error)
            return
        if kept is not None:
            self.side.fix_paper(kept.paper)
            self._show(CheckedPaper(kept.content))
            return
        self.pages.say(_("Menyusun halaman…"))
        self._building = Task(self, self._drawing())
        self._building.finished.connect(self._built)
        self.listen(self._building)
        self._building.start()

    def _drawing(self) -> Drawing:
        """Copies are drawn as one chooses; while all are wanted, for whoever gets one."""
        rows, guests = self.side.rows, self.side.guests()
        every = not rows or (self.kind in COPIES and len(guests) == len(rows))
        wanted = None if every else guests
        return drawing(self.session, self.conference_id, self.kind, self.paper(), wanted)

    def _built(self, checked: CheckedPaper) -> None:
        if self.sender() is self._building and not self._left:
            self._building = None
            self._show(checked)

    def _show(self, checked: CheckedPaper) -> None:
        self.findings = checked.findings
        self.show_content(checked.content)
        self._starts = {guest.id: self._start_of(guest) for guest in self.side.guests()}
        if not self.isVisible() or self.focusWidget() in (None, self.side.every):
            self.print.setFocus()
        self._follow_page(self.pages.view.pageNavigator().currentPage())

    def _take(self, record: object) -> None:
        if isinstance(record, Consent | Case) and not self._left:
            self._build()

    def _show_letter(self, guest_id: int) -> None:
        self.pages.go_to(self._starts.get(guest_id, -1))

    def _follow_page(self, page: int) -> None:
        """Mark the recipient of the letter in view: the last one that begins up to ``page``."""
        begun = [guest_id for guest_id, start in self._starts.items() if 0 <= start <= page]
        self.side.show_current(begun[-1] if begun else 0)

    def _start_of(self, guest: Participant) -> int:
        letter = issued(self.plan, self.kind, guest)
        return self.pages.first_page_with((letter.number if letter else "") or guest.name)

    def _open_kept(self, document_id: int) -> None:
        open_kept(self.session, document_id, self)

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

    def _printable(self) -> bool:
        try:
            require_printable(self.plan, self.kind)
        except KonfKasusError as error:
            self.refuse(error)
            return False
        return True


def open_preview(
    session: Session, conference_id: int, kind: DocumentKind, parent: QWidget | None = None
) -> PreviewWindow:
    """Show a paper of a conference as it would be printed."""
    window = PreviewWindow(session, conference_id, kind, parent)
    window.open()
    return window

"""In whose name the invitations go out, their numbers, and the papers."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import register
from konfkasus_gui.procedure.planning import Participant, Step
from konfkasus_gui.procedure.register import NumberUnusable
from konfkasus_gui.procedure.seats import misaddressed
from konfkasus_gui.procedure.vocabulary import DocumentKind, Inviter, LetterState, Numbering
from konfkasus_gui.screens import letter_deeds, theme
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning.numbers import NumbersWindow
from konfkasus_gui.screens.planning.page import PlanningPage
from konfkasus_gui.screens.planning.papers import show_paper
from konfkasus_gui.screens.planning.replacing import offer_replacement
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import small, strong
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.table import Table

PAPERS = (
    DocumentKind.INVITATION,
    DocumentKind.CLIENT_CONSENT,
    DocumentKind.GUARDIAN_CONSENT,
    DocumentKind.ATTENDANCE_LIST,
    DocumentKind.PLEDGE,
)
BADGES = {
    LetterState.ISSUED: "accent",
    LetterState.PRINTED: "good",
    LetterState.DELIVERED: "good",
    LetterState.RECEIVED: "good",
}


class InvitationsPage(PlanningPage):
    """A number for each participant, then the pages to print."""

    step = Step.INVITATIONS
    heading = N_("Siapa yang mengundang?")
    guidance = N_(
        "Satu surat untuk setiap peserta. Nomor yang sudah diberikan tidak dipakai ulang."
    )

    @override
    def form(self) -> QWidget:
        inviter = Form(self.session, self.conference)
        self.inviter = inviter.bind(ChoiceChips(Inviter, optional=False), "inviter")
        inviter.add(_("Atas nama"), self.inviter)
        self.table = Table(
            (_("Nama"), _("Sebagai"), _("Nomor surat"), _("Keadaan")),
            stretch=1,
            sortable=False,
            name=_("Undangan"),
        )
        self.table.setMinimumHeight(theme.scaled(150))
        self.renamed = Notice(action=_("Ganti surat…"))
        self.renamed.action_requested.connect(self._replace_renamed)
        self.refusal = Notice()
        self.number = button(
            _("Beri nomor dan pratinjau"), kind="primary", icon="file-text", pressed=self._number
        )
        self.papers = QMenu(self)
        for kind in PAPERS:
            self.papers.addAction(kind.title).setData(kind)
        self.papers.triggered.connect(self._print)
        self.print_button = button(_("Cetak dokumen"), icon="printer")
        theme.mark(self.print_button, menu="true")
        self.print_button.setMenu(self.papers)
        self.counted = small()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(inviter)
        column.addWidget(self.renamed)
        column.addWidget(strong(_("Surat undangan")))
        column.addWidget(self.table, 1)
        column.addWidget(self.refusal)
        last = QHBoxLayout()
        last.setSpacing(10)
        last.addWidget(self.number)
        last.addWidget(self.print_button)
        last.addWidget(self.counted, 1)
        column.addLayout(last)
        self.refusal.hide()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        plan = self.plan
        self.table.show_rows((guest.id, self._cells(guest)) for guest in plan.participants)
        waiting = sum(plan.letter_of(guest) is None for guest in plan.participants)
        self.counted.setText(
            _("{n} belum bernomor").format(n=waiting) if waiting else _("Semua sudah bernomor")
        )
        renamed = misaddressed(plan)
        self.renamed.say(
            _(
                "Nama berubah sesudah suratnya bernomor: {names}. Suratnya tetap memuat nama lama."
            ).format(names=", ".join(guest.name.strip() for guest in renamed))
            if renamed
            else "",
            "warning",
        )
        self.counted.setVisible(bool(plan.participants))
        self.number.setEnabled(bool(plan.participants))
        self.number.setText(_("Beri nomor dan pratinjau") if waiting else _("Pratinjau undangan"))

    def _cells(self, guest: Participant) -> tuple[str | Cell, ...]:
        letter = self.plan.letter_of(guest)
        name = guest.name or _("(belum bernama)")
        if letter is None:
            return name, guest.capacity, Cell(_("belum bernomor"), muted=True), ""
        state = Cell(letter.state.label, badge=BADGES.get(letter.state, "neutral"))
        number = letter.number or Cell(_("ditulis tangan"), muted=True)
        return name, guest.capacity, number, state

    def _number(self) -> None:
        self.flush()
        self.refusal.say("")
        waiting = register.waiting(self.plan)
        if waiting and self.session.school.numbering is Numbering.TYPED:
            self.numbers = NumbersWindow(waiting, self, shared=self.session.school.shared_number)
            self.numbers.typed.connect(self._take_numbers)
            self.numbers.open()
            return
        self._issue(())

    def _take_numbers(self, typed: tuple[str, ...]) -> None:
        try:
            self._issue(typed)
        except NumberUnusable as error:
            self.numbers.refuse(str(error))
            return
        self.numbers.accept()

    def _issue(self, typed: tuple[str, ...]) -> None:
        try:
            letter_deeds.number_invitations(
                self.session, self.conference_id, self.session.today(), typed
            )
        except NumberUnusable:
            raise
        except KonfKasusError as error:
            self.refusal.say(str(error), "danger")
            return
        show_paper(self.session, self.conference_id, DocumentKind.INVITATION, self)

    def _replace_renamed(self) -> None:
        self.flush()
        plan = self.plan
        letters = [plan.letter_of(guest) for guest in misaddressed(plan)]
        offer_replacement(
            self.session, self.conference_id, [letter for letter in letters if letter], self
        )

    def _print(self, action: QAction) -> None:
        self.flush()
        kind = action.data()
        if isinstance(kind, DocumentKind):
            show_paper(self.session, self.conference_id, kind, self)

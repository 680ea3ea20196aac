"""The end of a case: what is still open, the closing note, and the way back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import follow_up
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.closing import ActionsOpen, require_closable
from konfkasus_gui.procedure.follow_up import ENDED, FollowUp, Step
from konfkasus_gui.procedure.standing import due_in_words
from konfkasus_gui.procedure.vocabulary import CaseState
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.follow_up.page import FollowUpPage
from konfkasus_gui.screens.follow_up.progress import ProgressPage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea


class ClosingPage(FollowUpPage):
    """A case closes when every action has ended, with a closing note; it can be reopened."""

    step = Step.CLOSING
    heading = N_("Apakah kasus dapat ditutup?")
    guidance = N_("Kasus yang ditutup tetap tersimpan dan dapat dibuka kembali.")
    stays_open = True

    @override
    def form(self) -> QWidget:
        self.state = Notice()
        self.open_rows = RowColumn()
        self.open_card = Card(_("Tindakan yang belum berakhir"))
        self.open_card.add(self.open_rows)
        self.note_form = Form(self.session, self.case)
        self.note = self.note_form.bind(
            TextArea(_("Apa yang tercapai dan siapa yang tetap memperhatikan"), lines=(3, 10)),
            "closing_note",
        )
        self.note_form.add(_("Catatan penutup"), self.note)
        self.refusal = Notice()
        self.close_button = button(_("Tutup kasus"), kind="primary", pressed=self._close_case)
        self.reopen_button = button(_("Buka kembali"), pressed=self._reopen_case)
        last = QHBoxLayout()
        last.addWidget(self.close_button)
        last.addWidget(self.reopen_button)
        last.addStretch()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.state, self.open_card, self.note_form, self.refusal):
            column.addWidget(part)
        column.addLayout(last)
        column.addStretch()
        self.refusal.hide()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        case, today = self.case(), self.session.today()
        left = [
            action
            for action in follow_up.by_urgency(self.followed.chosen(), today)
            if action.state not in ENDED
        ]
        rows = []
        for action in left:
            row = LineRow(
                action.id,
                self.followed.deed(action),
                note=due_in_words(action.due_on, today) if action.due_on else "",
                action=_("Buka"),
            )
            row.activated.connect(self._show_action)
            rows.append(row)
        self.open_rows.show_rows(rows)
        self.open_card.show_count(len(left))
        self.open_card.setVisible(bool(left))
        closed = case.state is CaseState.CLOSED
        self.state.say(self._state_in_words(), "good" if closed else "warning")
        self.note_form.setEnabled(not closed)
        self.close_button.setVisible(not closed)
        self.reopen_button.setVisible(closed)
        if not left and case.closing_note.strip():
            self.refusal.say("")

    def _state_in_words(self) -> str:
        case = self.case()
        if case.state is CaseState.CLOSED:
            day = long_date(case.closed_on) if case.closed_on else ""
            return _("Kasus ini ditutup {date}.").format(date=day)
        if case.state is CaseState.FROZEN:
            return _(
                "Kasus dibekukan karena persetujuan ditarik kembali. Tindakannya tidak diteruskan;"
                " kasus dapat ditutup dengan catatan."
            )
        return ""

    def _close_case(self) -> None:
        self.flush()
        try:
            if not self.case().closing_note.strip():
                deeds.close_case(self.session, self.followed)  # says that the note is missing
            reason = ask_to_give_up(self, self.followed)
            if reason is not None:
                deeds.close_case(self.session, self.followed, reason)
        except KonfKasusError as error:
            self.refusal.say(str(error), "warning")

    def _reopen_case(self) -> None:
        deeds.reopen_case(self.session, self.case())

    def _show_action(self, action_id: object) -> None:
        self.stage.go_to(Step.PROGRESS)
        page = self.stage.page_now
        if isinstance(page, ProgressPage) and isinstance(action_id, int):
            page.choose(action_id)


def ask_to_give_up(parent: QWidget, followed: FollowUp) -> str | None:
    """Why open actions are given up as the case closes: ``""`` if none is open, None for *no*.

    Raises:
        CaseUnfinished: see ``closing.require_closable``.
    """
    try:
        require_closable(followed)
    except ActionsOpen as error:
        return dialogs.ask_reason(
            parent,
            _("Batalkan {n} tindakan yang belum berakhir?").format(n=followed.left()),
            action=_("Batalkan dan tutup kasus"),
            detail=_("{sentence} Alasan ini dicatat pada setiap tindakan.").format(sentence=error),
        )
    return ""

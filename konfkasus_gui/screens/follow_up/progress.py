"""How the actions are coming along; the overdue ones stand first."""

from collections.abc import Callable
from textwrap import shorten

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import checking, follow_up
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.follow_up import ENDED, Action, Progress, Step
from konfkasus_gui.procedure.standing import due_in_words, near_date
from konfkasus_gui.procedure.vocabulary import ActionState, Trend
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.follow_up.actions import LONGEST
from konfkasus_gui.screens.follow_up.page import FollowUpPage
from konfkasus_gui.screens.follow_up.progress_form import KeptForm, ProgressForm, StateForm
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import body, small, strong
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.record_list import RecordList
from konfkasus_gui.screens.widgets.scroll import reveal

STATES = {
    ActionState.NOT_STARTED: "neutral",
    ActionState.RUNNING: "accent",
    ActionState.DONE: "good",
    ActionState.DROPPED: "neutral",
}
TRENDS = {
    Trend.WORSE: "danger",
    Trend.SAME: "neutral",
    Trend.BETTER: "good",
    Trend.SOLVED: "good",
}


class ActionPanel(Card):
    """The chosen action: what was agreed, its state, and the looks at it."""

    def __init__(self, page: "ProgressPage", action: Action) -> None:
        super().__init__()
        self._page = page
        self._latest = action
        self.action_id = action.id
        self.state_form = StateForm(page.session, self._action)
        self.kept_form = KeptForm(page.session, self._action)
        self.add_button = button(_("Tambah catatan"), icon="plus", pressed=self._add_look)
        empty = EmptyState("pencil", _("Catatan kemajuan akan tampil di sini."))
        self.looks = RecordList[Progress](
            (_("Tanggal"), _("Catatan"), _("Arah")),
            self._looks,
            _look_cells,
            self._form_of,
            empty,
            stretch=1,
            name=_("Catatan kemajuan"),
        )
        self.looks.remove_requested.connect(self._remove)
        head = QHBoxLayout()
        head.addWidget(strong(_("Catatan kemajuan")), 1)
        head.addWidget(self.add_button)
        self.add(body(page.followed.deed(action) or _("(belum diisi)")))
        self.add(self.state_form)
        self.add(self.kept_form)
        self.add_rule()
        self.add_layout(head)
        self.add(self.looks)

    def refresh(self) -> None:
        """Show the looks as they are now."""
        self.looks.refresh()

    def _action(self) -> Action:
        for action in self._page.followed.actions:
            if action.id == self.action_id:
                self._latest = action
        return self._latest

    def _looks(self) -> tuple[Progress, ...]:
        return self._page.followed.progress_of(self._latest)[::-1]

    def _form_of(self, look: Callable[[], Progress]) -> ProgressForm:
        return ProgressForm(self._page.session, look)

    def _add_look(self) -> None:
        self._page.flush()
        self._keep(Progress(action_id=self.action_id, noted_on=self._page.session.today()))

    def _keep(self, look: Progress) -> None:
        kept = self._page.session.save(look)
        self.looks.choose(kept.id)
        if isinstance(self.looks.form, ProgressForm):
            self.looks.form.text.setFocus()
            reveal(self.looks.form)

    def _remove(self, look_id: int) -> None:
        self.looks.let_go()
        look = next((one for one in self._looks() if one.id == look_id), None)
        if look is not None:
            self._page.session.remove(look)


class ProgressPage(FollowUpPage):
    """The actions that were chosen, each with its state and what was seen of it."""

    step = Step.PROGRESS
    heading = N_("Bagaimana kemajuannya?")
    guidance = N_("Pilih satu tindakan, lalu catat keadaan dan kemajuannya.")

    @override
    def form(self) -> QWidget:
        self.panel: ActionPanel | None = None
        self.table = PagedTable(
            (_("Apa"), _("Siapa"), _("Tenggat"), _("Keadaan")),
            stretch=0,
            seldom={1: 520},
            name=_("Tindakan"),
        )
        self.table.setMinimumHeight(theme.scaled(170))
        self.table.chosen_row.connect(self._choose)
        self.frame = Card()
        self.frame.column.setContentsMargins(8, 4, 8, 4)
        self.frame.add(self.table)
        self.empty = EmptyState(
            "list-checks",
            _("Tindakan yang dilakukan akan tampil di sini beserta kemajuannya."),
            _("Susun tindakan"),
        )
        self.empty.action_requested.connect(self._plan_actions)
        self.kept_words = small()
        page = QWidget()
        self._parts = QVBoxLayout(page)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(12)
        self._parts.addWidget(self.frame)
        self._parts.addWidget(self.kept_words)
        self._parts.addWidget(self.empty)
        self._parts.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        today = self.session.today()
        actions = follow_up.by_urgency(self.followed.chosen(), today)
        self.table.show_rows((action.id, self._cells(action)) for action in actions)
        self.frame.setVisible(bool(actions))
        self.empty.setVisible(not actions)
        asked = [action for action in actions if follow_up.asks_kept(action, today)]
        words = checking.kept_in_words(asked)
        self.kept_words.setText(_("Janji yang jatuh tempo: {words}").format(words=words))
        self.kept_words.setVisible(bool(asked))
        known = {action.id for action in actions}
        if self.panel is not None and self.panel.action_id not in known:
            self._let_go()
        if self.panel is None and actions:
            self.choose(actions[0].id)
        elif self.panel is not None:
            self.panel.refresh()

    def choose(self, action_id: int) -> None:
        """Show one action and its looks."""
        self.table.choose(action_id)
        self._choose(action_id)

    def _choose(self, action_id: object) -> None:
        if self.panel is not None and self.panel.action_id == action_id:
            return
        action = next((one for one in self.followed.chosen() if one.id == action_id), None)
        if action is None:
            return
        self._let_go()
        self.panel = ActionPanel(self, action)
        self._parts.insertWidget(3, self.panel)
        self.panel.show()  # at once: what is chosen in it is told below it
        self.panel.refresh()

    def _let_go(self) -> None:
        if self.panel is not None:
            for form in (self.panel.state_form, self.panel.kept_form):
                form.flush()
            self.panel.looks.let_go()
            self._parts.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def _cells(self, action: Action) -> tuple[str | Cell, ...]:
        today = self.session.today()
        due: str | Cell = Cell(_("belum ditentukan"), muted=True)
        if action.due_on is not None and action.state in ENDED:
            due = near_date(action.due_on, today)
        elif action.due_on is not None:
            words = due_in_words(action.due_on, today)
            late = follow_up.overdue(action, today)
            due = Cell(words, badge="danger") if late else words
        state = Cell(action.state.label, badge=STATES[action.state])
        who = shorten(action.who, LONGEST, placeholder="…")
        return self.followed.deed(action), who, due, state

    def _plan_actions(self) -> None:
        self.stage.go_to(Step.ACTIONS)


def _look_cells(look: Progress) -> tuple[str | Cell, ...]:
    trend: str | Cell = ""
    if look.trend is not None:
        trend = Cell(look.trend.label, badge=TRENDS[look.trend])
    return long_date(look.noted_on), look.text or _("(belum diisi)"), trend

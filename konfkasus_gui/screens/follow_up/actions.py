"""Which commitments and other wishes become actions, and which were only weighed."""

from collections.abc import Callable
from textwrap import shorten

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.follow_up import Action, FollowUp, Step
from konfkasus_gui.procedure.proceedings import Commitment
from konfkasus_gui.procedure.standing import near_date
from konfkasus_gui.screens.follow_up import deeds
from konfkasus_gui.screens.follow_up.action_form import ActionForm
from konfkasus_gui.screens.follow_up.page import FollowUpPage
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.record_list import RecordList
from konfkasus_gui.screens.widgets.row_column import RowColumn

LONGEST = 24
"""Letters of a name in a line; the form shows all of them."""


class ActionsPage(FollowUpPage):
    """Who does what, when, where and how (paper, D.4)."""

    step = Step.ACTIONS
    heading = N_("Apa yang akan dilakukan?")
    guidance = N_("Setiap tindakan menyebut siapa, apa, kapan, di mana, dan bila perlu tekniknya.")

    @override
    def form(self) -> QWidget:
        self.offered = RowColumn()
        self.offer = Card(_("Komitmen yang menunggu"), action=_("Jadikan semua tindakan"))
        self.offer.action_requested.connect(self._keep_all)
        self.offer.add(self.offered)
        self.add_button = button(_("Tambah tindakan lain"), icon="plus", pressed=self._add_own)
        self.counted = small()
        empty = EmptyState(
            "list-checks",
            _("Tindakan akan tampil di sini. Mulai dari komitmen peserta, atau tulis sendiri."),
            _("Tambah tindakan"),
        )
        empty.action_requested.connect(self._add_own)
        self.list = RecordList[Action](
            (_("Apa"), _("Siapa"), _("Kapan"), ""),
            self._actions,
            self._cells,
            self._form_of,
            empty,
            stretch=0,
            name=_("Rencana tindakan"),
        )
        self.list.remove_requested.connect(self._remove)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.add_button)
        above.addWidget(self.counted, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.offer)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        followed = self.followed
        waiting = followed.waiting()
        self.offered.show_rows(self._offered_row(promise) for promise in waiting)
        self.offer.show_count(len(waiting))
        self.offer.setVisible(bool(waiting))
        self.list.refresh()
        chosen = len(followed.chosen())
        weighed = sum(not action.chosen for action in followed.actions)
        self.counted.setText(
            _("{n} dilakukan, {m} ditimbang saja").format(n=chosen, m=weighed)
            if followed.actions
            else ""
        )

    def _offered_row(self, promise: Commitment) -> LineRow:
        name = self.followed.promiser(promise)
        text = promise.text.strip()
        row = LineRow(
            promise.id,
            _("{name}: {text}").format(name=name, text=text) if name else text,
            action=_("Jadikan tindakan"),
        )
        row.activated.connect(self._keep_one)
        return row

    def _actions(self) -> tuple[Action, ...]:
        return self.followed.actions

    def _cells(self, action: Action) -> tuple[str | Cell, ...]:
        today = self.session.today()
        due = near_date(action.due_on, today) if action.due_on else ""
        weighed = "" if action.chosen else Cell(_("ditimbang"), badge="neutral")
        what = self.followed.deed(action) or _("(belum diisi)")
        return what, shorten(action.who, LONGEST, placeholder="…"), due, weighed

    def _form_of(self, action: Callable[[], Action]) -> ActionForm:
        return ActionForm(self.session, self._followed, action, self.names())

    def _followed(self) -> FollowUp:
        return self.followed

    def _keep_one(self, promise_id: object) -> None:
        self.flush()
        self._keep([one for one in self.followed.waiting() if one.id == promise_id])

    def _keep_all(self) -> None:
        self.flush()
        self._keep(list(self.followed.waiting()))

    def _keep(self, promises: list[Commitment]) -> None:
        kept = deeds.keep_commitments(self.session, self.followed, promises)
        if kept:
            self.list.choose(kept[0].id)

    def _add_own(self) -> None:
        self.flush()
        kept = self.session.save(Action(conference_id=self.conference_id))
        self.list.choose(kept.id)
        if isinstance(self.list.form, ActionForm):
            self.list.form.what.setFocus()

    def _remove(self, action_id: int) -> None:
        self.list.let_go()
        action = next((one for one in self._actions() if one.id == action_id), None)
        if action is not None:
            self.session.remove(action)

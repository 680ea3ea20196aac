"""The forms of a running action: its state, and one look at it."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure import checking, follow_up
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.follow_up import Action, Progress
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import ActionState, CheckManner, Kept, Trend
from konfkasus_gui.screens.follow_up import deeds
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import DateEdit, OptionalDateEdit
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.text_area import TextArea


class StateForm(Form):
    """How far the action has come; why, when it was dropped."""

    def __init__(self, session: Session, action: Callable[[], Action]) -> None:
        super().__init__(session, action)
        self._action = action
        self.rows.setSpacing(8)
        self.state = self.bind(ChoiceChips(ActionState, optional=False, name=_("Keadaan")), "state")
        self.ended = small()
        self.reason = self.bind(QLineEdit(), "state_reason")
        self.reason.setPlaceholderText(_("Mengapa tindakan ini dibatalkan"))
        self.add(_("Keadaan"), self.state)
        self.add_widget(self.ended)
        self.reason_row = self.add(_("Alasan"), self.reason)
        self.refreshed()

    @override
    def keep(self, edited: Record) -> None:
        action = cast(Action, edited)
        before = self.session.get(Action, action.id)
        self.session.save(follow_up.moved(before, action, self.session.today()))
        if action.state is ActionState.DROPPED and before.state is not action.state:
            self.reason.setFocus()

    @override
    def refreshed(self) -> None:
        action = self._action()
        self.reason_row.setVisible(action.state is ActionState.DROPPED)
        self.ended.setVisible(action.ended_on is not None)
        if action.ended_on is not None:
            self.ended.setText(_("Berakhir {date}").format(date=long_date(action.ended_on)))


class KeptForm(Form):
    """Whether what was promised was done, asked once it is time."""

    def __init__(self, session: Session, action: Callable[[], Action], keys: str = "") -> None:
        """``keys`` are three letters that stand beside the answers."""
        super().__init__(session, action)
        self._action = action
        self.rows.setSpacing(8)
        words = [f"{kept.title} ({key})" for kept, key in zip(Kept, keys, strict=False)]
        offered = tuple(zip(Kept, words, strict=True)) if keys else Kept
        self.answer = self.bind(ChoiceChips(offered, name=_("Ditepati?")), "kept")
        self.add(_("Apakah yang dijanjikan ditepati?"), self.answer)
        self.refreshed()

    @override
    def keep(self, edited: Record) -> None:
        action = cast(Action, edited)
        self.session.save(checking.judged(action, action.kept, self.session.today()))

    @override
    def refreshed(self) -> None:
        action = self._action()
        asked = follow_up.asks_kept(action, self.session.today())
        self.setVisible(asked or action.kept is not None)


class ProgressForm(Form):
    """One look: when, how, what was found, where it moves, when to look again."""

    def __init__(self, session: Session, look: Callable[[], Progress]) -> None:
        super().__init__(session, look)
        self.rows.setSpacing(8)
        self.text = self.bind(TextArea(_("Apa yang terlihat"), lines=(2, 6)), "text")
        self.noted_on = self.bind(DateEdit(session.today()), "noted_on")
        self.next_check = self.bind(OptionalDateEdit(session.today()), "next_check")
        self.manner = self.bind(ChoiceChips(CheckManner), "manner")
        self.trend = self.bind(ChoiceChips(Trend), "trend")
        self.add(_("Catatan"), self.text)
        self.add_widget(
            Beside(
                self.add(_("Tanggal"), self.noted_on),
                self.add(_("Periksa lagi"), self.next_check),
                narrow=480,
            )
        )
        self.add_widget(
            Beside(
                self.add(_("Cara"), self.manner),
                self.add(_("Arah"), self.trend),
                narrow=480,
            )
        )

    @override
    def keep(self, edited: Record) -> None:
        deeds.keep_look(self.session, cast(Progress, edited))

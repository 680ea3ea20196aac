"""Cek cepat: a look at an action in a few key presses, from the list of all cases."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.follow_up import Action, Assessment, Progress
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.procedure.standing import DueLine
from konfkasus_gui.procedure.vocabulary import CheckManner, Kept, Trend
from konfkasus_gui.screens import doors
from konfkasus_gui.screens.follow_up import deeds
from konfkasus_gui.screens.follow_up.assessments import AssessmentForm
from konfkasus_gui.screens.follow_up.progress_form import KeptForm
from konfkasus_gui.screens.meeting.drafts import DraftForm
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.button import button, icon_button, link
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import DateEdit, OptionalDateEdit
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import body, small, subtitle
from konfkasus_gui.screens.widgets.scroll import Scroll
from konfkasus_gui.screens.widgets.text_area import TextArea

MANNER_KEYS = "BTAL"
TREND_KEYS = "1234"
KEPT_KEYS = "DSX"
DONE_KEY = "D"
NOTE_KEY = Qt.Key.Key_N
DONE_KEYS = "Ctrl+Return"
AFTER_TREND = 2
"""Where the question stands whether the promise was kept."""


class LookForm(DraftForm[Progress]):
    """One new look: how, where things move, what was found, when to look again."""

    def __init__(self, session: Session, conference_id: int, action_id: int) -> None:
        self._conference_id = conference_id
        self._action_id = action_id
        super().__init__(session, self._looks, self._blank)
        self.rows.setSpacing(8)
        self.manner = self.bind(
            ChoiceChips(_with_keys(CheckManner, MANNER_KEYS), name=_("Cara")), "manner"
        )
        self.trend = self.bind(
            ChoiceChips(_with_keys(Trend, TREND_KEYS), name=_("Kemajuan")), "trend"
        )
        self.text = self.bind(TextArea(_("Apa yang terlihat"), lines=(1, 5)), "text")
        self.noted_on = self.bind(DateEdit(session.today()), "noted_on")
        self.next_check = self.bind(OptionalDateEdit(session.today()), "next_check")
        self.add(_("Cara"), self.manner)
        self.add(_("Kemajuan"), self.trend)
        self.add(_("Temuan (N)"), self.text)
        self.add_widget(
            Beside(
                self.add(_("Tanggal"), self.noted_on),
                self.add(_("Periksa lagi"), self.next_check),
                narrow=420,
            )
        )

    @override
    def save(self, edited: Progress) -> Progress:
        return deeds.keep_look(self.session, edited)

    def _looks(self) -> tuple[Progress, ...]:
        followed = self.session.follow_up(self._conference_id)
        return tuple(look for look in followed.progress if look.action_id == self._action_id)

    def _blank(self) -> Progress:
        return Progress(action_id=self._action_id, noted_on=self.session.today())


class QuickCheck(QFrame):
    """The panel beside the list: letters and digits answer, Enter or Esc goes back to the list.

    Like everywhere, each answer is kept at once; nothing waits for a button.
    """

    closed = Signal(bool)
    """Whether one goes on: with Enter or *Selesai*, not with Esc or the cross."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._line: DueLine | None = None
        self.look: LookForm | None = None
        self.kept: KeptForm | None = None
        self.assessment: AssessmentForm | None = None
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Cek cepat"))
        self.what = subtitle()
        self.facts = small()
        self.before = body()
        self.hint = small()
        self.done = button(_("Selesai"), kind="primary", icon="check", pressed=self.close_check)
        self.done.setToolTip(_("Enter, atau Ctrl+Enter dari dalam tulisan"))
        self.open_all = link(_("Buka tindak lanjut"), pressed=self._open_follow_up)
        self.drop = link(_("Hapus catatan ini"), icon="trash-2", pressed=self._drop)
        self.cross = icon_button("x", _("Tutup"), pressed=self.leave)
        self._forms = QVBoxLayout()
        self._forms.setSpacing(12)
        self._lay_out()
        QShortcut(QKeySequence(DONE_KEYS), self).activated.connect(self.close_check)
        session.changed.connect(self._show_state)
        session.locked.connect(self._rest)
        self.hide()

    def check(self, line: DueLine) -> None:
        """Look at the action or the assessment of ``line``."""
        self._forget()
        self._line = line
        followed = self._session.follow_up(line.conference_id)
        self.what.setText(line.what)
        due = _("tenggat {date}").format(date=long_date(line.due_on)) if line.due_on else ""
        self.facts.setText(" · ".join(part for part in (line.who.strip(), line.code, due) if part))
        looks = [look for look in followed.progress if look.action_id == line.action_id]
        self.before.setText(_last_words(looks[-1]) if looks else "")
        self.before.setVisible(bool(looks))
        if line.action_id:
            self.look = LookForm(self._session, line.conference_id, line.action_id)
            self.kept = KeptForm(self._session, self._action, KEPT_KEYS)
            self._forms.addWidget(self.look)
            self.look.rows.insertWidget(AFTER_TREND, self.kept)
            self.kept.refreshed()
        else:
            kind = self._session.get(Assessment, line.assessment_id).kind
            self.assessment = AssessmentForm(self._session, line.conference_id, kind)
            self._forms.addWidget(self.assessment)
        self.hint.setText(
            _(
                "Huruf dan angka dalam kurung menjawab langsung · Enter selesai, "
                "Ctrl+Enter dari dalam tulisan"
            )
            if line.action_id
            else _(
                "D sudah dilakukan · N menulis hasil · Enter selesai, Ctrl+Enter dari dalam tulisan"
            )
        )
        self._show_state()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_check(self) -> None:
        """Keep what is typed and go on in the list."""
        self._close(goes_on=True)

    def leave(self) -> None:
        """Keep what is typed and go back to the list."""
        self._close(goes_on=False)

    def _close(self, *, goes_on: bool) -> None:
        self._forget()
        self.hide()
        self.closed.emit(goes_on)

    @property
    def line(self) -> DueLine | None:
        """What is looked at, None while the panel is closed."""
        return self._line

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_check()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif held or not self._answer(event.text().upper(), key):
            super().keyPressEvent(event)

    def _answer(self, letter: str, key: int) -> bool:
        """Whether ``letter`` is an answer; then it is chosen."""
        look, kept = self.look, self.kept
        if self.assessment is not None:
            return self._assess(self.assessment, letter, key)
        if look is None or not letter:
            return False
        if key == NOTE_KEY:
            look.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif letter in MANNER_KEYS:
            look.manner.chip(list(CheckManner)[MANNER_KEYS.index(letter)]).click()
        elif letter in TREND_KEYS:
            look.trend.chip(list(Trend)[TREND_KEYS.index(letter)]).click()
        elif letter in KEPT_KEYS and kept is not None and kept.isVisibleTo(self):
            kept.answer.chip(list(Kept)[KEPT_KEYS.index(letter)]).click()
        else:
            return False
        return True

    def _assess(self, form: AssessmentForm, letter: str, key: int) -> bool:
        if key == NOTE_KEY:
            form.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif letter == DONE_KEY and not form.done_on.filled:
            form.done_on.fill.click()
        else:
            return False
        return True

    def _action(self) -> Action:
        line = cast(DueLine, self._line)
        return self._session.get(Action, line.action_id)

    def _drop(self) -> None:
        if self.look is not None and self.look.record_id:
            self.look.flush()
            found = self.look.record()
            self.look.record_id = 0
            self.look.refill()
            self._session.remove(found)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_follow_up(self) -> None:
        line = self._line
        self.leave()
        if line is not None:
            doors.open_door(Door.FOLLOW_UP, self._session, line.conference_id, self.window())

    def _show_state(self) -> None:
        self.drop.setVisible(self.look is not None and bool(self.look.record_id))

    def _forget(self) -> None:
        if self.kept is not None:
            self.kept.flush()
        for form in (self.look, self.assessment):
            if form is not None:
                form.flush()
                self._forms.removeWidget(form)
                form.hide()
                form.deleteLater()
        self.look = self.kept = self.assessment = None
        self._line = None

    def _rest(self) -> None:
        self._session.changed.disconnect(self._show_state)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 10, 0)
        head.addWidget(self.what, 1)
        head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(12)
        column.addWidget(self.facts)
        column.addWidget(self.before)
        column.addLayout(self._forms)
        column.addWidget(self.hint)
        column.addStretch()
        line = FlowLayout(spacing=8)
        for part in (self.done, self.open_all, self.drop):
            line.addWidget(part)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 14)
        foot.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(Scroll(inside), 1)
        whole.addLayout(foot)


def _with_keys(words: type[CheckManner] | type[Trend], keys: str) -> list[tuple[object, str]]:
    return [(word, f"{word.title} ({key})") for word, key in zip(words, keys, strict=True)]


def _last_words(look: Progress) -> str:
    """What was seen at the look before this one."""
    trend = look.trend.label if look.trend is not None else ""
    said = " · ".join(part for part in (trend, " ".join(look.text.split())) if part)
    return _("Terakhir {date}: {said}").format(date=long_date(look.noted_on), said=said or "–")

"""Stopping a meeting before its end: a rest until later, an early end, a consent taken back."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.consent import AGREED
from konfkasus_gui.procedure.vocabulary import ConsentGiver
from konfkasus_gui.procedure.withdrawal import kept_in_words
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import deeds, theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import Button, button
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import OptionalDateEdit
from konfkasus_gui.screens.widgets.label import muted, small, subtitle
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.scroll import Scroll

DAY = timedelta(days=1)


class Stop(Word):
    """What becomes of a meeting that cannot go on now."""

    PAUSE = "pause", N_("jeda, dilanjutkan kemudian")
    END = "end", N_("akhiri lebih awal")
    WITHDRAWAL = "withdrawal", N_("persetujuan ditarik kembali")


_ACTIONS = {
    Stop.PAUSE: N_("Jeda pertemuan"),
    Stop.END: N_("Akhiri konferensi"),
    Stop.WITHDRAWAL: N_("Hentikan pertemuan"),
}
_TOLD = {
    Stop.PAUSE: N_(
        "Semua yang dicatat tetap ada. Pertemuan dilanjutkan dari acara yang sama, juga pada hari"
        " lain."
    ),
    Stop.END: N_("Notulen dibuat dari yang sudah ada. Alasannya tertulis dalam notulen."),
    Stop.WITHDRAWAL: N_(
        "Pertemuan berhenti sekarang juga. Kasus dibekukan, undangan lain dibatalkan, dan tidak"
        " ada yang dicetak sampai ada persetujuan baru."
    ),
}


class StopWindow(QDialog):
    """Three ways, each with what follows from it, and what has to be known for it."""

    paused = Signal()
    ended = Signal()
    withdrawn = Signal(str)
    """What the meeting leaves behind, in words."""

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._conference_id = conference_id
        meeting = session.meeting(conference_id)
        self.setWindowTitle(_("Hentikan pertemuan"))
        self.setMinimumWidth(480)
        self.choices: dict[Stop, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Alasan"))
        self.day = OptionalDateEdit(session.today() + DAY, fill=_("Tentukan hari lanjutan"))
        self.day.setAccessibleName(_("Hari lanjutan"))
        givers = [
            consent.giver for consent in meeting.plan.consents if consent.state in AGREED
        ] or [ConsentGiver.CLIENT]
        self.giver = ChoiceChips(givers, optional=False, name=_("Siapa yang menarik kembali"))
        self.giver.set_value(givers[0])
        kept = kept_in_words(meeting)
        self.kept = small(
            _("Tetap tersimpan dan terkunci: {kept}.").format(kept=kept)
            if kept
            else _("Belum ada yang dicatat dalam pertemuan ini.")
        )
        self.refusal = Notice()
        self.action: Button = button("", kind="primary", pressed=self._stop)
        self.back = button(_("Kembali"), pressed=self.reject)
        self._lay_out()
        self.choose(Stop.PAUSE)
        self.reason.textChanged.connect(self._show_state)
        self._group.buttonToggled.connect(self._show_state)
        session.locked.connect(self.reject)
        self.reason.setFocus()

    @property
    def stop(self) -> Stop:
        """The way that is chosen."""
        return next(one for one, radio in self.choices.items() if radio.isChecked())

    def choose(self, stop: Stop) -> None:
        """Choose a way."""
        self.choices[stop].setChecked(True)
        self._show_state()

    def _show_state(self) -> None:
        stop = self.stop
        self.day.setVisible(stop is Stop.PAUSE)
        self.reason.setVisible(stop is not Stop.WITHDRAWAL)
        self.reason.setPlaceholderText(
            _("Mengapa dijeda (boleh dikosongkan)")
            if stop is Stop.PAUSE
            else _("Mengapa pertemuan diakhiri lebih awal")
        )
        self.giver.setVisible(stop is Stop.WITHDRAWAL)
        self.kept.setVisible(stop is Stop.WITHDRAWAL)
        self.action.setText(_(_ACTIONS[stop]))
        theme.mark(self.action, kind="danger" if stop is Stop.WITHDRAWAL else "primary")
        self.action.setEnabled(stop is not Stop.END or bool(self.reason.text().strip()))

    def _stop(self) -> None:
        session = self._session
        meeting = session.meeting(self._conference_id)
        reason = self.reason.text().strip()
        try:
            match self.stop:
                case Stop.PAUSE:
                    deeds.pause_conference(session, meeting, reason, self.day.value())
                case Stop.END:
                    deeds.close_conference(session, meeting, reason)
                case Stop.WITHDRAWAL:
                    consent = meeting.plan.consent(self.giver.value())
                    deeds.withdraw_consent(session, self._conference_id, consent)
        except KonfKasusError as error:
            self.refusal.say(str(error), "warning")
            return
        stop = self.stop
        self.accept()
        if stop is Stop.PAUSE:
            self.paused.emit()
        elif stop is Stop.END:
            self.ended.emit()
        else:
            self.withdrawn.emit(kept_in_words(meeting))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 22, 24, 6)
        column.setSpacing(8)
        column.addWidget(subtitle(_("Mengapa pertemuan berhenti?")))
        below: dict[Stop, tuple[QWidget, ...]] = {
            Stop.PAUSE: (self.day,),
            Stop.END: (),
            Stop.WITHDRAWAL: (self.giver, self.kept),
        }
        for stop in Stop:
            radio = QRadioButton(stop.title)
            radio.setAccessibleDescription(_(_TOLD[stop]))
            self.choices[stop] = radio
            self._group.addButton(radio)
            column.addWidget(radio)
            told = QVBoxLayout()
            told.setContentsMargins(30, 0, 0, 6)
            told.addWidget(muted(_(_TOLD[stop])))
            for part in below[stop]:
                told.addWidget(part)
            column.addLayout(told)
        column.addWidget(self.reason)
        column.addWidget(self.refusal)
        column.addStretch()
        self.refusal.hide()
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 6, 24, 18)
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.action)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside), 1)
        whole.addLayout(buttons)
        self.action.setDefault(True)
        room = inside.sizeHint() + buttons.sizeHint()
        self.resize(max(560, inside.sizeHint().width()), room.height())


def open_stop(session: Session, conference_id: int, parent: QWidget) -> StopWindow:
    """Ask what is to become of a meeting that cannot go on."""
    window = StopWindow(session, conference_id, parent)
    window.open()
    return window

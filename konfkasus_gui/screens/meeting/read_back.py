"""The commitments read back one by one, in large text, each agreed by whoever made it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date
from konfkasus_gui.procedure.proceedings import Commitment
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import body, muted, small, strong
from konfkasus_gui.screens.widgets.scroll import Scroll


class ReadBackWindow(QDialog):
    """Enter agrees and goes on, the arrows turn, Esc closes; the first is one not agreed yet."""

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._conference_id = conference_id
        self._place = 0
        self.setWindowTitle(_("Bacakan kembali"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.count = small()
        self.state = Badge()
        self.name = strong()
        self.text = body()
        self.days = muted()
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.state)
        inside = Flowing()
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(10)
        for label in (self.name, self.text, self.days):
            words.addWidget(label)
        words.addStretch()
        self.agree = button(_("Disetujui"), kind="primary", icon="check", pressed=self._agree)
        self.agree.setDefault(True)
        self.skip = button(_("Lewati"), pressed=self._next)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(button(_("Tutup"), kind="link", pressed=self.accept))
        foot.addStretch()
        foot.addWidget(self.skip)
        foot.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(Scroll(inside), 1)
        column.addLayout(foot)
        self.setStyleSheet(theme.large_sheet())
        room = self.screen().availableSize()
        self.resize(min(940, room.width()), min(560, room.height() - 40))
        session.locked.connect(self.reject)
        waiting = (n for n, one in enumerate(self.promises()) if not one.agreed)
        self._turn_to(next(waiting, 0))
        self.agree.setFocus()

    def promises(self) -> tuple[Commitment, ...]:
        """What was promised, in the order of the people."""
        meeting = self._session.meeting(self._conference_id)
        return tuple(one for guest in meeting.present() for one in meeting.promised(guest))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= self._place + step < len(self.promises()):
            self._turn_to(self._place + step)

    def _agree(self) -> None:
        promises = self.promises()
        if promises:
            self._session.save(replace(promises[self._place], agreed=True))
        self._next()

    def _next(self) -> None:
        if self._place + 1 >= len(self.promises()):
            self.accept()
        else:
            self._turn_to(self._place + 1)

    def _turn_to(self, place: int) -> None:
        promises = self.promises()
        self._place = place
        for deed in (self.agree, self.skip):
            deed.setEnabled(bool(promises))
        if not promises:
            self.name.setText(_("Belum ada komitmen untuk dibacakan."))
            return
        promise = promises[place]
        meeting = self._session.meeting(self._conference_id)
        guests = {guest.id: guest.called for guest in meeting.plan.participants}
        self.count.setText(_("{n} dari {total}").format(n=place + 1, total=len(promises)))
        self.name.setText(guests[promise.participant_id])
        self.text.setText(promise.text.strip())
        self.days.setText(_days(promise.starts_on, promise.check_on))
        self.state.say(
            _("disetujui") if promise.agreed else _("belum disetujui"),
            "good" if promise.agreed else "warning",
        )
        self.agree.setAccessibleDescription(
            f"{guests[promise.participant_id]}: {promise.text.strip()}"
        )


def _days(starts_on: date | None, check_on: date | None) -> str:
    parts = []
    if starts_on is not None:
        parts.append(_("Mulai {day}").format(day=full_date(starts_on)))
    if check_on is not None:
        parts.append(_("diperiksa {day}").format(day=full_date(check_on)))
    return ", ".join(parts) or _("Harinya belum ditentukan.")

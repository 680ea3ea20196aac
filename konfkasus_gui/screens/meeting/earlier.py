"""The last meeting of the same case beside this one: what it concluded, and left open."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.follow_on import Earlier, Unkept, heir, promised_again
from konfkasus_gui.procedure.vocabulary import Agenda, ConclusionKind
from konfkasus_gui.screens.meeting import turns
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import link
from konfkasus_gui.screens.widgets.label import body, small, strong, subtitle
from konfkasus_gui.screens.widgets.row_column import RowColumn

CONCLUDED: dict[Agenda, tuple[ConclusionKind, ...]] = {
    Agenda.PRESENTATION: tuple(ConclusionKind),
    Agenda.FIRST_CONCLUSION: (ConclusionKind.POSITIVE, ConclusionKind.BACKGROUND),
    Agenda.SECOND_CONCLUSION: (ConclusionKind.CAUSE,),
}
ASKED = (Agenda.PRESENTATION, Agenda.INFORMATION)
PROMISED = (Agenda.PRESENTATION, Agenda.COMMITMENT)


class EarlierMeeting(QWidget):
    """Nothing for the first meeting of a case, and before everybody here has pledged."""

    def __init__(self, session: Session, conference_id: int, agenda: Agenda) -> None:
        super().__init__()
        self._session = session
        self._conference_id = conference_id
        self._agenda = agenda
        self._shown: tuple[object, ...] | None = None
        self._earlier: Earlier | None = None
        self._read = False
        self.rows = RowColumn(spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_earlier(self, *, allowed: bool) -> None:
        """Show what belongs to this agenda item, if it is ``allowed`` to speak of the client."""
        before = self._before() if allowed else None
        guests = self._session.plan(self._conference_id).participants
        promised = self._session.meeting(self._conference_id).commitments
        state = (before, guests, tuple(one.text for one in promised))
        if state == self._shown:
            return
        self._shown = state
        rows = list(self._rows(before)) if before is not None else []
        self.rows.show_rows(rows)
        self.setVisible(bool(rows))

    def _before(self) -> Earlier | None:
        """Read once: the meeting before this one does not change while this one is led."""
        if not self._read:
            self._earlier, self._read = self._session.earlier(self._conference_id), True
        return self._earlier

    def _rows(self, before: Earlier) -> Iterator[QWidget]:
        found = list(self._told(before))
        if not found:
            return
        day = long_date(before.held_on) if before.held_on is not None else ""
        yield subtitle(_("Pertemuan ke-{n}").format(n=before.number))
        if day:
            yield small(day)
        yield from found

    def _told(self, before: Earlier) -> Iterator[QWidget]:
        kinds = CONCLUDED.get(self._agenda, ())
        for kind in kinds:
            found = before.concluded((kind,))
            if found:
                yield strong(kind.title)
            for one in found:
                yield body(f"• {one.text.strip()}")
        if self._agenda in ASKED and before.questions:
            yield strong(_("Pertanyaan yang masih terbuka"))
            for question in before.questions:
                yield body(f"• {question}")
        if self._agenda in PROMISED and before.unkept:
            yield strong(_("Komitmen yang belum ditepati"))
            for unkept in before.unkept:
                yield self._unkept(unkept)

    def _unkept(self, unkept: Unkept) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(body(f"• {unkept.text}"))
        column.addWidget(small(" · ".join(part for part in (unkept.who, unkept.standing) if part)))
        meeting = self._session.meeting(self._conference_id)
        guest = heir(unkept.guest, meeting.present())
        promised = any(one.text.strip() == unkept.text for one in meeting.commitments)
        if self._agenda is Agenda.COMMITMENT and guest is not None and not promised:
            again = link(_("Janjikan lagi"), icon="plus", pressed=partial(self._again, unkept))
            again.setAccessibleDescription(unkept.text)
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _again(self, unkept: Unkept, _checked: bool = False) -> None:
        meeting = self._session.meeting(self._conference_id)
        guest = heir(unkept.guest, meeting.present())
        if guest is not None:
            turns.speak(self._session, promised_again(unkept, guest))

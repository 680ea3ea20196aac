"""What else is kept from a meeting: dissent, the client's own words, questions left open."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.meeting import identity_may_be_shown
from konfkasus_gui.procedure.proceedings import Remark
from konfkasus_gui.procedure.vocabulary import RemarkKind
from konfkasus_gui.procedure.wishes import unasked_again
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.meeting.lines import TextLines
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import heading, muted
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.scroll import Scroll

EXAMPLES = {
    RemarkKind.DISSENT: N_("Apa pendapat yang berbeda itu"),
    RemarkKind.CLIENT: N_("Kata-kata konseli sendiri, dalam tanda kutip"),
    RemarkKind.QUESTION: N_("Apa yang perlu dijawab pada pertemuan berikut"),
}


class Remarks(QWidget):
    """A card for each kind of remark; a dissenting view may say whose it is."""

    def __init__(self, session: Session, conference_id: int) -> None:
        super().__init__()
        self._session = session
        self._conference_id = conference_id
        self.cards: dict[RemarkKind, TextLines[Remark]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for kind in RemarkKind:
            card = TextLines(
                session,
                kind.title,
                _(EXAMPLES[kind]),
                partial(self._of, kind),
                partial(self._new, kind),
                speakers=self._speakers if kind is RemarkKind.DISSENT else None,
            )
            self.cards[kind] = card
            column.addWidget(card)
        self.open_wishes = RowColumn()
        self.cards[RemarkKind.QUESTION].add(self.open_wishes)
        self._wishes_shown: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Show the remarks as they are now."""
        for card in self.cards.values():
            card.refresh()
        left = unasked_again(self._session.meeting(self._conference_id))
        if left != self._wishes_shown:
            self._wishes_shown = left
            self.open_wishes.show_rows(self._offer(wish) for wish in left)

    def flush(self) -> None:
        """Keep at once what is still being typed."""
        for card in self.cards.values():
            card.flush()

    def _offer(self, wish: str) -> QWidget:
        """A wish that nobody answered, to be asked again."""
        words = _("Belum terjawab: {wish}").format(wish=wish)
        row = LineRow(wish, words, action=_("Tanyakan lagi"))
        row.activated.connect(self._ask_again)
        return row

    def _ask_again(self, wish: str) -> None:
        self.cards[RemarkKind.QUESTION].start(wish)

    def _of(self, kind: RemarkKind) -> tuple[Remark, ...]:
        found = self._session.meeting(self._conference_id).remarks
        return tuple(one for one in found if one.kind is kind)

    def _new(self, kind: RemarkKind) -> Remark:
        return Remark(conference_id=self._conference_id, kind=kind)

    def _speakers(self) -> tuple[tuple[int, str], ...]:
        present = self._session.meeting(self._conference_id).present()
        return tuple((guest.id, guest.called) for guest in present)


class RemarksWindow(QDialog):
    """The remarks in a window of their own, at hand at every agenda item; Esc closes it."""

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._conference_id = conference_id
        self.setWindowTitle(_("Catatan lain"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.remarks = Remarks(session, conference_id)
        inside = QWidget()
        holder = QVBoxLayout(inside)
        holder.setContentsMargins(0, 0, 8, 0)
        holder.addWidget(self.remarks)
        holder.addStretch()
        close = button(_("Tutup"), pressed=self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading(_("Catatan lain dari pertemuan")))
        column.addWidget(muted(_("Semuanya langsung tersimpan dan ikut dalam notulen.")))
        column.addWidget(Scroll(inside), 1)
        column.addLayout(foot)
        room = self.screen().availableSize()
        self.resize(
            min(theme.scaled(640), room.width()), min(theme.scaled(560), room.height() - 40)
        )
        session.changed.connect(self._take)
        session.locked.connect(self.reject)
        self._take()
        first = self.remarks.cards[RemarkKind.DISSENT].lines.shown
        if first:
            first[-1].setFocus()

    def done(self, result: int) -> None:
        """Close the window; what is typed is kept first."""
        self.remarks.flush()
        super().done(result)

    def _take(self, _record: object = None) -> None:
        meeting = self._session.meeting(self._conference_id)
        self.remarks.setEnabled(
            identity_may_be_shown(meeting) and meeting.conference.minutes_final_at is None
        )
        self.remarks.refresh()

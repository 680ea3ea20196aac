"""After the meeting: a look over the minutes, then they become final."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.checked import CheckedPaper, build_checked
from konfkasus_gui.language import _
from konfkasus_gui.procedure import meeting as rules
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.finding_place import Place, place_of
from konfkasus_gui.procedure.gap import Gap, Waiver, explained, written_for
from konfkasus_gui.procedure.identity import by_certainty
from konfkasus_gui.procedure.thinness import thin
from konfkasus_gui.procedure.vocabulary import Agenda, DocumentKind
from konfkasus_gui.screens import deeds, dialogs, identity_window, theme
from konfkasus_gui.screens.materials import materials
from konfkasus_gui.screens.meeting.addendum import AddendaCard
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.checklist_row import ChecklistRow
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import heading, muted
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.scroll import Scroll


class MinutesWindow(QDialog):
    """Tells what is thin and forbids nothing; *Finalkan notulen* closes the record."""

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self.conference_id = conference_id
        final = session.meeting(conference_id).conference.minutes_final_at is not None
        self.setWindowTitle(_("Notulen"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(QSize(theme.scaled(680), theme.scaled(560)).boundedTo(room))
        self.card = Card(_("Isi notulen"))
        self.rows = RowColumn()
        self.card.add(self.rows)
        self.card.add_stretch()
        self.preview = button(_("Pratinjau notulen"), icon="file-text", pressed=self._preview)
        self.final = button(_("Finalkan notulen"), kind="primary", pressed=self._finalise)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        leave = _("Tutup") if final else _("Nanti saja")
        foot.addWidget(button(leave, kind="link", pressed=self.reject))
        foot.addStretch()
        foot.addWidget(self.preview)
        foot.addWidget(self.final)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(
            heading(_("Notulen sudah final") if final else _("Periksa dan finalkan notulen"))
        )
        column.addWidget(
            muted(
                _("Notulen tidak berubah lagi. Yang keliru dibetulkan dengan ralat.")
                if final
                else _(
                    "Yang bertanda seru boleh tetap kosong. Sesudah final, notulen tidak berubah "
                    "lagi; koreksi ditulis sebagai ralat."
                )
            )
        )
        inside = Flowing()
        holder = QVBoxLayout(inside)
        holder.setContentsMargins(0, 0, 8, 0)
        self.addenda = AddendaCard(session, conference_id)
        self.addenda.setVisible(final)
        self.final.setVisible(not final)
        holder.addWidget(self.addenda)
        holder.addWidget(self.card)
        column.addWidget(Scroll(inside), 1)
        column.addLayout(foot)
        self._fill()
        session.locked.connect(self.reject)

    def _fill(self) -> None:
        meeting = self._session.meeting(self.conference_id)
        final = meeting.conference.minutes_final_at is not None
        gaps = [*rules.gaps(meeting, self._session.today()), *thin(meeting)]
        rows = []
        for agenda in Agenda:
            mine = [gap for gap in gaps if gap.step is agenda]
            left = any(not explained(gap, meeting.waivers) for gap in mine)
            told = " ".join(_told(gap, meeting.waivers) for gap in mine) or _("Lengkap.")
            action = "" if final else _("Lengkapi") if left else _("Buka")
            row = ChecklistRow(agenda.title, told, done=not left, action=action)
            row.action_requested.connect(partial(self._complete, agenda))
            rows.append(row)
        self.rows.show_rows(rows)

    def _complete(self, place: Place) -> None:
        """To where it is written; once its window closes, the look goes on here."""
        from konfkasus_gui.screens.meeting.wizard import open_wizard

        self.hide()
        wizard = open_wizard(self._session, self.conference_id, self.parentWidget())
        wizard.finished.connect(self._come_back)
        if isinstance(place, Agenda):
            wizard.go_to(place)
        else:
            wizard.remark()

    def _come_back(self, _result: int) -> None:
        self._fill()
        self.open()

    def _preview(self) -> None:
        from konfkasus_gui.screens.preview import open_preview

        open_preview(self._session, self.conference_id, DocumentKind.MINUTES, self)

    def _finalise(self) -> None:
        left = self._left()
        if left is None:
            return
        if dialogs.confirm(
            self,
            _("Finalkan notulen?"),
            action=_("Finalkan notulen"),
            detail=_("Sesudah final, notulen tidak dapat diubah; koreksi ditulis sebagai ralat."),
        ):
            meeting = self._session.meeting(self.conference_id)
            with self._session.together():
                deeds.finalise_minutes(self._session, meeting)
                for deed, why in left.items():
                    note = f"{DocumentKind.MINUTES.label}: {why}"
                    self._session.note(deed, meeting.plan.case.id, note)
            self.accept()

    def _left(self) -> dict[Deed, str] | None:
        """What the checks found and is left as it is, for the history; None to mend it first."""
        held = materials(self._session, self.conference_id)
        others = self._session.lists.student_names(but=held.student.id)
        neutral = self._session.text_checks.neutral()
        checked = build_checked(DocumentKind.MINUTES, held, others, neutral)
        if not checked.findings and not checked.judging:
            return {}
        answer = identity_window.ask_identity(
            self,
            checked.findings,
            _("Finalkan tetap"),
            checked.judging,
            mend=partial(self._mend, checked, papers.mask_of(held)),
        )
        if answer is None:
            return None
        left = {}
        if checked.judging:
            words = sum(len(one.findings) for one in checked.judging)
            left[Deed.LANGUAGE_LEFT] = _("{n} kata").format(n=words)
        if answer:
            left[Deed.IDENTITY_LEFT] = papers.mask_of(held)(answer)
        return left

    def _mend(self, checked: CheckedPaper, mask: Callable[[str], str]) -> None:
        """To the first sentence that the meeting holds; what judges stands above what tells."""
        meeting = self._session.meeting(self.conference_id)
        sought = [(one.sentence, one.findings[0].found) for one in checked.judging]
        sought += [(one.sentence, one.found) for one in by_certainty(checked.findings)]
        places = (place_of(meeting, sentence, found, mask) for sentence, found in sought)
        place = next((place for place in places if place is not None), None)
        if place is not None:
            self._complete(place)


def _told(gap: Gap, waivers: Iterable[Waiver]) -> str:
    """What is missing, and the reason that was written for it."""
    waiver = written_for(gap, waivers)
    if waiver is None or not waiver.reason.strip():
        return gap.sentence
    return _("{sentence} Alasan: {reason}.").format(
        sentence=gap.sentence, reason=waiver.reason.strip().rstrip(".")
    )


def open_minutes(
    session: Session, conference_id: int, parent: QWidget | None = None
) -> MinutesWindow:
    """Open the look over the minutes of a conference."""
    window = MinutesWindow(session, conference_id, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    return window

"""After the meeting: a look over the minutes, then they become final."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure import meeting as rules
from konfkasus_gui.procedure.gap import explained
from konfkasus_gui.procedure.vocabulary import Agenda, DocumentKind
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.checklist_row import ChecklistRow
from konfkasus_gui.screens.widgets.label import heading, muted
from konfkasus_gui.screens.widgets.scroll import Scroll


class MinutesWindow(QDialog):
    """Tells what is thin and forbids nothing; *Finalkan notulen* closes the record."""

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._conference_id = conference_id
        self.setWindowTitle(_("Notulen"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.resize(680, 560)
        self.card = Card(_("Isi notulen"))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.card.add_layout(self._column)
        self.card.add_stretch()
        self.preview = button(_("Pratinjau notulen"), icon="file-text", pressed=self._preview)
        self.final = button(_("Finalkan notulen"), kind="primary", pressed=self._finalise)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(button(_("Nanti saja"), kind="link", pressed=self.reject))
        foot.addStretch()
        foot.addWidget(self.preview)
        foot.addWidget(self.final)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading(_("Periksa dan finalkan notulen")))
        column.addWidget(
            muted(
                _(
                    "Yang bertanda seru boleh tetap kosong. Sesudah final, notulen tidak berubah "
                    "lagi; koreksi ditulis sebagai ralat."
                )
            )
        )
        column.addWidget(Scroll(self.card), 1)
        column.addLayout(foot)
        self._fill()
        session.locked.connect(self.reject)

    def _fill(self) -> None:
        meeting = self._session.meeting(self._conference_id)
        gaps = rules.gaps(meeting, self._session.today())
        for agenda in Agenda:
            thin = [
                gap.sentence
                for gap in gaps
                if gap.step is agenda and not explained(gap, meeting.waivers)
            ]
            told = " ".join(thin) if thin else _("Lengkap.")
            self._column.addWidget(ChecklistRow(agenda.title, told, done=not thin))
        self.final.setEnabled(meeting.conference.minutes_final_at is None)

    def _preview(self) -> None:
        from konfkasus_gui.screens.preview import open_preview

        open_preview(self._session, self._conference_id, DocumentKind.MINUTES, self)

    def _finalise(self) -> None:
        if dialogs.confirm(
            self,
            _("Finalkan notulen?"),
            action=_("Finalkan notulen"),
            detail=_("Sesudah final, notulen tidak dapat diubah; koreksi ditulis sebagai ralat."),
        ):
            meeting = self._session.meeting(self._conference_id)
            deeds.finalise_minutes(self._session, meeting)
            self.accept()


def open_minutes(
    session: Session, conference_id: int, parent: QWidget | None = None
) -> MinutesWindow:
    """Open the look over the minutes of a conference."""
    window = MinutesWindow(session, conference_id, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    return window

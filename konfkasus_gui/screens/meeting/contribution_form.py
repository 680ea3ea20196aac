"""What the speaker says now, as it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.proceedings import Contribution
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, Basis
from konfkasus_gui.screens.meeting import turns
from konfkasus_gui.screens.meeting.drafts import DraftForm
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.text_area import TextArea


class ContributionForm(DraftForm[Contribution]):
    """What the speaker says now; kept from the first key on, like everything typed."""

    def __init__(
        self, session: Session, conference_id: int, agenda: Agenda, *, aspects: bool
    ) -> None:
        self._conference_id = conference_id
        self._agenda = agenda
        self.guest_id = 0
        super().__init__(session, self._contributions, self._contribution)
        if aspects:
            self.aspect = self.bind(ChoiceChips(Aspect, name=_("Aspek")), "aspect")
            self.add_widget(self.aspect)
        self.basis = self.bind(ChoiceChips(Basis, name=_("Dasar keterangan")), "basis")
        self.basis.changed.connect(self.refreshed)
        self.text = self.bind(
            TextArea(_("Tulis yang disampaikan, dengan kata peserta"), lines=(3, 8)), "text"
        )
        self.text.setAccessibleName(_("Keterangan"))
        self.heard_from = self.bind(QLineEdit(), "heard_from")
        self.heard_from.setPlaceholderText(_("Didengar dari siapa"))
        self.heard_from.setAccessibleName(_("Didengar dari siapa"))
        self.positive = self.bind(QCheckBox(_("Sisi positif konseli")), "positive")
        self.positive.setToolTip(_("Ditawarkan lagi saat menyimpulkan sisi positif"))
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self.basis, 1)
        line.addWidget(self.positive, 0, Qt.AlignmentFlag.AlignTop)
        self.add_widget(self.text)
        self.rows.addLayout(line)
        self.add_widget(self.heard_from)
        self.rows.setSpacing(10)
        self.refreshed()

    @override
    def save(self, edited: Contribution) -> Contribution:
        return turns.speak(self.session, edited)

    @override
    def refreshed(self) -> None:
        self.heard_from.setVisible(self.basis.value() is Basis.HEARD)

    def write(self, guest_id: int, record_id: int = 0) -> None:
        """Let ``guest_id`` speak: a new contribution, or go on with ``record_id``."""
        self.flush()
        self.drop_empty()
        self.guest_id, self.record_id = guest_id, record_id
        self.refill()
        self.refreshed()

    def drop_empty(self) -> None:
        """Forget a contribution that has no words."""
        said = self.record()
        if said.id and not said.text.strip():
            self.session.remove(said)
            self.record_id = 0

    def _contributions(self) -> tuple[Contribution, ...]:
        return self.session.meeting(self._conference_id).contributions

    def _contribution(self) -> Contribution:
        return Contribution(
            conference_id=self._conference_id,
            participant_id=self.guest_id,
            agenda=self._agenda,
            basis=Basis.OPINION if self._agenda is Agenda.OPINION else None,
            said_at=self.session.now(),
        )

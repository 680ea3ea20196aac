"""Whether the client, and a parent or guardian, agree to the conference."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.planning import Step
from konfkasus_gui.procedure.vocabulary import ConsentGiver
from konfkasus_gui.screens.planning.consent_card import ConsentCard
from konfkasus_gui.screens.planning.page import PlanningPage
from konfkasus_gui.screens.widgets.beside import Beside


class ConsentPage(PlanningPage):
    """Nothing is numbered, printed or begun before the client agrees."""

    step = Step.CONSENT
    heading = N_("Apakah konseli setuju?")
    guidance = N_(
        "Bicarakan dahulu dengan konseli, lalu dengan orang tua/wali. Menolak tidak membawa akibat."
    )
    stays_open = True

    @override
    def form(self) -> QWidget:
        self.cards = [
            ConsentCard(self.session, self.conference_id, giver) for giver in ConsentGiver
        ]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Beside(*self.cards, narrow=660))
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        for card in self.cards:
            card.refresh()

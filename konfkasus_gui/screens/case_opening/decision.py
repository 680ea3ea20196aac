"""What the answers suggest, and what the counselor decides."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.case import Case, Step, needs_conference
from konfkasus_gui.procedure.vocabulary import Service
from konfkasus_gui.screens.case_opening.page import CasePage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.label import muted
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.text_area import TextArea


class DecisionPage(CasePage):
    """On to a conference, or another service."""

    step = Step.DECISION
    heading = N_("Perlukah konferensi kasus?")
    guidance = N_("Program hanya memberi saran; keputusan ada pada konselor.")

    @override
    def form(self) -> QWidget:
        form = Form(self.session, self.case)
        self.suggestion = Notice()
        self.reason = form.bind(
            TextArea(_("Mengapa konferensi diperlukan atau tidak diperlukan"), lines=(3, 8)),
            "screening_reason",
        )
        self.service = form.bind(
            NoWheelComboBox(Service, empty=_("Pilih layanan")), "other_service"
        )
        self.service.setAccessibleName(_("Layanan lain"))
        self.decline = button(_("Pakai layanan lain"), pressed=self._decline)
        form.add_widget(self.suggestion)
        form.add(_("Alasan keputusan"), self.reason)
        form.add_widget(self._other_way())
        form.add_stretch()
        return form

    @override
    def refreshed(self) -> None:
        case = self.case()
        self.suggestion.say(*_suggestion(case))
        self.decline.setEnabled(case.other_service is not None)

    def _other_way(self) -> Card:
        card = Card(_("Bila layanan lain lebih tepat"))
        card.add(muted(_("Kasus ditutup dengan layanan itu dan dapat dibuka kembali kapan saja.")))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.service)
        row.addWidget(self.decline)
        row.addStretch()
        card.add_layout(row)
        return card

    def _decline(self) -> None:
        service = self.service.value()
        if isinstance(service, Service):
            self.opening.decline(service)


def _suggestion(case: Case) -> tuple[str, str]:
    """What the answers suggest, and how loudly to say it."""
    needed = needs_conference(case)
    if needed is None:
        return _("Jawab dahulu apakah masalahnya pelik dan perlu melibatkan pihak lain."), "warning"
    if needed:
        return (
            _("Masalahnya pelik dan perlu pihak lain: konferensi kasus disarankan."),
            "good",
        )
    if case.hard:
        return (
            _("Masalahnya pelik, tetapi belum perlu pihak lain: layanan lain mungkin cukup."),
            "info",
        )
    return _("Masalahnya tidak pelik: layanan lain mungkin sudah cukup."), "info"

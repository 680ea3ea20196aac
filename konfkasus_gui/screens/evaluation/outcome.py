"""Whether the conference succeeded, why, and the counselor's own word on it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure import evaluation
from konfkasus_gui.procedure.case import require_open
from konfkasus_gui.procedure.evaluation import Evaluation, Step
from konfkasus_gui.procedure.figures import figures
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.vocabulary import Outcome
from konfkasus_gui.screens import deeds, dialogs
from konfkasus_gui.screens.evaluation.page import EvaluationPage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning.wizard import open_wizard
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import body, small, strong
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea

BADGES = {Outcome.SUCCESS: "good", Outcome.PARTIAL: "warning", Outcome.NOT_YET: "danger"}


class OutcomeForm(Form):
    """Another outcome with its reason, and the summary."""

    def __init__(self, session: Session, value: Callable[[], Evaluation]) -> None:
        super().__init__(session, value)
        self._evaluation = value
        self.overruled = self.bind(ChoiceChips(Outcome), "overruled")
        self.reason = self.bind(QLineEdit(), "overruled_reason")
        self.reason.setPlaceholderText(_("Mengapa hasilnya dinilai lain"))
        self.summary = self.bind(
            TextArea(_("Apa hasil pertemuan ini dalam beberapa kalimat"), lines=(3, 10)),
            "summary",
        )
        self.add(
            _("Ubah hasil (bila perlu)"),
            self.overruled,
            hint=_("Tanpa pilihan di sini, hasil hitungan yang berlaku."),
        )
        self.reason_row = self.add(_("Alasan mengubah"), self.reason)
        self.add(_("Ringkasan"), self.summary)
        self.refreshed()

    @override
    def refreshed(self) -> None:
        self.reason_row.setVisible(self._evaluation().overruled is not None)


class OutcomePage(EvaluationPage):
    """The reckoned outcome in words; the counselor may overrule it (paper, D.3)."""

    step = Step.OUTCOME
    heading = N_("Apa hasil pertemuan ini?")

    @override
    def form(self) -> QWidget:
        self.badge = Badge()
        self.origin = body()
        self.found = body()
        self.promised = body()
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(strong(_("Hasil")))
        line.addWidget(self.badge)
        line.addWidget(self.origin, 1)
        card.add_layout(line)
        card.add(self.found)
        card.add(self.promised)
        self.figures = RowColumn(spacing=4)
        card.add(small(_("Angka dari pertemuan")))
        card.add(self.figures)
        self.further = Notice()
        self.further.action_requested.connect(self._meet_again)
        self.outcome_form = OutcomeForm(self.session, self.evaluation)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(card)
        column.addWidget(self.further)
        column.addWidget(self.outcome_form)
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        appraisal = self.appraisal
        counted = evaluation.outcome(appraisal)
        self.badge.say(counted.label, BADGES[counted])
        own = appraisal.evaluation.overruled is not None and counted is not evaluation.reckoned(
            appraisal.meeting
        )
        self.origin.setText(_("menurut penilaian konselor") if own else _("menurut hitungan"))
        found, promised = evaluation.grounds(appraisal.meeting)
        self.found.setText(f"• {found}")
        self.promised.setText(f"• {promised}")
        self.figures.show_rows(body(f"• {one}") for one in figures(appraisal.meeting))
        self._propose()

    def _propose(self) -> None:
        later = self._later_meeting()
        if later is not None:
            self._offer(
                _("Pertemuan ke-{n} sudah disiapkan.").format(n=later.number),
                _("Buka perencanaan"),
                "good",
            )
        elif evaluation.proposes_another_meeting(self.appraisal):
            self._offer(
                _("Sebaiknya adakan pertemuan lanjutan dengan peserta yang sama."),
                _("Buat pertemuan lanjutan"),
                "warning",
            )
        else:
            self.further.say("")

    def _offer(self, sentence: str, action: str, kind: str) -> None:
        self.further.action.setText(action)
        self.further.action.show()
        self.further.say(sentence, kind)

    def _later_meeting(self) -> Conference | None:
        own = self.appraisal.conference
        later = [
            one for one in self.session.lists.conferences(own.case_id) if one.number > own.number
        ]
        return later[0] if later else None

    def _meet_again(self) -> None:
        self.flush()
        later = self._later_meeting()
        if later is not None:
            open_wizard(self.session, later.id, self.window())
            return
        require_open(self.case())
        if dialogs.confirm(
            self,
            _("Buat pertemuan lanjutan untuk kasus ini?"),
            action=_("Buat pertemuan"),
            detail=_(
                "Peserta, pertanyaan yang masih terbuka, dan komitmen yang belum ditepati dibawa"
                " serta. Jadwal dan undangannya baru."
            ),
        ):
            deeds.follow_on(self.session, self.appraisal.meeting.plan)

"""The questions that tell whether the problem needs a conference."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.case import Case, Step
from konfkasus_gui.procedure.vocabulary import Field, Raiser
from konfkasus_gui.screens.case_opening.page import CasePage, yes_or_no
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.scroll import reveal
from konfkasus_gui.screens.widgets.text_area import TextArea


class ScreeningForm(Form):
    """The problem, and the answers of the first look at it."""

    def __init__(self, session: Session, case: Callable[[], Case]) -> None:
        super().__init__(session, case)
        self.problem = self.bind(
            TextArea(_("Apa yang terlihat, sejak kapan, seberapa sering"), lines=(2, 6)), "problem"
        )
        self.fields = self.bind(ChoiceChips(Field, multiple=True), "fields")
        self.raised_by = self.bind(ChoiceChips(Raiser), "raised_by")
        self.hard = self.bind(ChoiceChips(yes_or_no()), "hard")
        self.needs_others = self.bind(ChoiceChips(yes_or_no()), "needs_others")
        self.tried = self.bind(
            TextArea(_("Konseling, kunjungan rumah, bicara dengan wali kelas"), lines=(2, 6)),
            "tried",
        )
        self.in_danger = self.bind(ChoiceChips(yes_or_no()), "in_danger")
        self.add(
            _("Masalah"),
            self.problem,
            hint=_("Satu atau dua kalimat tentang perilaku yang teramati, bukan watak."),
        )
        self.add(_("Bidang bimbingan"), self.fields)
        self.add(_("Siapa yang mengusulkan?"), self.raised_by)
        self.add(
            _("Apakah masalahnya pelik?"),
            self.hard,
            hint=_("Sulit diselesaikan oleh konselor bersama konseli saja."),
        )
        self.add(_("Apakah pihak lain perlu dilibatkan?"), self.needs_others)
        self.add(_("Apa yang sudah dicoba?"), self.tried)
        self.add(
            _("Apakah anak mungkin dalam bahaya?"),
            self.in_danger,
            hint=_("Kekerasan, pelecehan, keinginan menyakiti diri, atau dugaan tindak pidana."),
        )
        self.add_stretch()


class ScreeningPage(CasePage):
    """How the problem looks at first."""

    step = Step.SCREENING
    heading = N_("Bagaimana masalahnya?")
    guidance = N_("Tidak setiap masalah memerlukan konferensi kasus. Jawaban ini menjadi dasarnya.")

    @override
    def form(self) -> QWidget:
        self.answers = ScreeningForm(self.session, self.case)
        return self.answers

    def ask_about_danger(self) -> None:
        """Bring the question whether the child is in danger into view, with the cursor in it."""
        self.answers.in_danger.setFocus()
        reveal(self.answers.in_danger)

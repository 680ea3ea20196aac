"""What the conference is about, and what it is for."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.planning import Conference, Step
from konfkasus_gui.procedure.vocabulary import Aim, Field, Function, Raiser
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning.page import PlanningPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.check_rows import CheckRows
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.text_area import TextArea


class ProblemForm(Form):
    """The problem belongs to the case; aims, functions and what is wanted to the conference."""

    def __init__(
        self, session: Session, case: Callable[[], Case], conference: Callable[[], Conference]
    ) -> None:
        super().__init__(session, conference)
        self.problem = self.bind(
            TextArea(_("Apa yang terlihat, sejak kapan, seberapa sering")), "problem", of=case
        )
        self.fields = self.bind(ChoiceChips(Field, multiple=True), "fields", of=case)
        self.raised_by = self.bind(ChoiceChips(Raiser), "raised_by", of=case)
        self.aims = self.bind(CheckRows(Aim), "aims")
        self.functions = self.bind(ChoiceChips(Function, multiple=True), "functions")
        self.wanted = self.bind(
            TextArea(_("Keterangan dan bantuan yang diharapkan"), lines=(2, 8)), "wanted"
        )
        self.add(_("Masalah"), self.problem, hint=_("Tulis perilaku yang teramati, bukan watak."))
        self.add(_("Bidang bimbingan"), self.fields)
        self.add(_("Diusulkan oleh"), self.raised_by)
        self.add(_("Tujuan pertemuan"), self.aims)
        self.add(_("Fungsi yang dilayani"), self.functions)
        self.add(
            _("Yang ingin diperoleh"),
            self.wanted,
            hint=_("Satu baris satu hal; dalam konferensi tiap baris dicentang bila terjawab."),
        )
        self.add_stretch()


class ProblemPage(PlanningPage):
    """Why people are called together."""

    step = Step.PROBLEM
    heading = N_("Apa masalahnya?")
    guidance = N_("Rumuskan dengan kata yang objektif. Nama konseli tidak perlu ditulis di sini.")

    @override
    def form(self) -> QWidget:
        self.problem_form = ProblemForm(self.session, self._case, self.conference)
        return self.problem_form

    def _case(self) -> Case:
        return self.plan.case

"""The five directions that the chair confirms before the meeting."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.planning import Step
from konfkasus_gui.procedure.vocabulary import Direction
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning.page import PlanningPage
from konfkasus_gui.screens.widgets.check_rows import CheckRows

EXPLAINED = {
    Direction.PROBLEM: N_("Kasus disebut dengan kodenya selama pertemuan."),
    Direction.DEVELOPMENT: N_("Setiap pembicaraan berakhir pada apa yang membantu konseli."),
    Direction.OPEN: N_("Yang disampaikan adalah hal yang diamati, bukan cap atau dugaan."),
    Direction.RATIONAL: N_("Setiap simpulan disertai dasarnya; setiap rencana dapat dikerjakan."),
    Direction.SECRET: N_("Setiap peserta berikrar sebelum data disampaikan."),
}


class StructuringPage(PlanningPage):
    """A shared view and aim for all who sit at the table."""

    step = Step.STRUCTURING
    heading = N_("Apa yang dipegang bersama?")
    guidance = N_("Bahas lima arahan ini dengan pimpinan pertemuan, lalu beri tanda.")

    @override
    def form(self) -> QWidget:
        form = Form(self.session, self.conference)
        self.directions = form.bind(CheckRows(Direction, _explained), "directions")
        form.add_widget(self.directions)
        form.add_stretch()
        return form


def _explained(direction: Direction) -> str:
    return _(EXPLAINED[direction])

"""The sheet that papers are printed on, and its margins."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import (
    BOTTOM_MARGINS,
    LEFT_MARGINS,
    PAPER_HEIGHTS,
    PAPER_WIDTHS,
    RIGHT_MARGINS,
    TOP_MARGINS,
)
from konfkasus_gui.procedure.vocabulary import Paper
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.school_forms import NARROW, SchoolForm
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import NoWheelSpinBox
from konfkasus_gui.screens.widgets.label import small


class PageForm(SchoolForm):
    """A sheet of the school's own size keeps within what is printed well."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.paper = self.bind(ChoiceChips(Paper, optional=False), "paper")
        self.width_field = self._millimetres("paper_width", PAPER_WIDTHS)
        self.height_field = self._millimetres("paper_height", PAPER_HEIGHTS)
        self.left = self._millimetres("margin_left", LEFT_MARGINS)
        self.right = self._millimetres("margin_right", RIGHT_MARGINS)
        self.top = self._millimetres("margin_top", TOP_MARGINS)
        self.bottom = self._millimetres("margin_bottom", BOTTOM_MARGINS)
        self.add(_("Kertas"), self.paper)
        self.own_size: QWidget = Beside(
            self.add(_("Lebar kertas"), self.width_field),
            self.add(_("Tinggi kertas"), self.height_field),
            narrow=NARROW,
        )
        self.add_widget(self.own_size)
        for pair in (
            (self.add(_("Tepi kiri"), self.left), self.add(_("Tepi kanan"), self.right)),
            (self.add(_("Tepi atas"), self.top), self.add(_("Tepi bawah"), self.bottom)),
        ):
            self.add_widget(Beside(*pair, narrow=NARROW))
        self.add_widget(small(_("Semua ukuran dalam milimeter. Lazimnya 30, 20, 20, dan 20.")))
        self.paper.changed.connect(self._show_own_size)
        self._show_own_size()

    @override
    def refreshed(self) -> None:
        self._show_own_size()

    def _millimetres(self, field: str, limits: tuple[int, int]) -> NoWheelSpinBox:
        return self.bind(NoWheelSpinBox(*limits, suffix=_(" mm")), field)

    def _show_own_size(self) -> None:
        self.own_size.setVisible(self.paper.value() is Paper.CUSTOM)

"""The frame that QWizard draws around pages, as we want it: no margins, and our bar and words.

QWizard has no words for this, so its layout is taken as it is built: a grid with the side column
in a label of its own, the pages, a line, and the row of buttons. The widget that owns a layout is
held while the layout is touched: PySide forgets the layout together with its owner.
"""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget, QWizard

from konfkasus_gui.language import _
from konfkasus_gui.screens import theme


def dress(wizard: QWizard, leave: str, *, enter_goes_on: bool = False) -> None:
    """Our words and kinds of button; ``leave`` stands on the quiet button at the left.

    With ``enter_goes_on`` the Enter key in a field is as good as the button at the right.
    """
    wizard.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
    option = QWizard.WizardOption
    wizard.setOptions(
        option.IndependentPages
        | option.NoBackButtonOnStartPage
        | option.NoCancelButton
        | option.HaveCustomButton1
    )
    wizard.setOption(option.NoDefaultButton, not enter_goes_on)
    which = QWizard.WizardButton
    wizard.setButtonText(which.CustomButton1, leave)
    wizard.setButtonText(which.BackButton, _("‹ Kembali"))
    wizard.setButtonText(which.NextButton, _("Lanjut ›"))
    wizard.setButtonText(which.FinishButton, _("Selesai"))
    wizard.setButtonLayout(
        [
            which.CustomButton1,
            which.Stretch,
            which.BackButton,
            which.NextButton,
            which.FinishButton,
        ]
    )
    theme.mark(wizard.button(which.CustomButton1), kind="link")
    for kind in (which.NextButton, which.FinishButton):
        theme.mark(wizard.button(kind), kind="primary")
    wizard.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
    wizard.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)


def lay_bare(wizard: QWizard) -> None:
    """Take away the margins that the style puts around side column, pages and buttons."""
    holder = wizard.sideWidget().parentWidget()
    column = holder.layout() if holder is not None else None
    if column is not None:
        column.setContentsMargins(0, 0, 0, 0)
    frame = _frame(wizard)
    grid = frame.layout()
    if isinstance(grid, QGridLayout):
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for row in range(grid.rowCount()):
            grid.setRowMinimumHeight(row, 0)
        for buttons in grid.findChildren(QBoxLayout):
            buttons.setContentsMargins(16, 14, 20, 12)
            buttons.setSpacing(12)


def stand_on_top(wizard: QWizard, header: QWidget) -> None:
    """Put ``header`` above the side column and the pages, as wide as the window."""
    frame = _frame(wizard)
    grid = frame.layout()
    if grid is not None:
        grid.setMenuBar(header)


def stand_in_footer(wizard: QWizard, widget: QWidget, place: int) -> None:
    """Put ``widget`` between the buttons, at ``place`` from the left."""
    frame = _frame(wizard)
    grid = frame.layout()
    if grid is not None:
        for buttons in grid.findChildren(QBoxLayout):
            buttons.insertWidget(place, widget)


def _frame(wizard: QWizard) -> QWidget:
    return cast(QWidget, wizard.button(QWizard.WizardButton.NextButton).parentWidget())

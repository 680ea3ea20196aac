"""The frame that QWizard draws around pages, as we want it: no margins, and our bar and words.

QWizard has no words for this, so its layout is taken as it is built: a grid with the side column
in a label of its own, the pages, a line, and the row of buttons. The widget that owns a layout is
held while the layout is touched: PySide forgets the layout together with its owner.
"""

from typing import cast

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget, QWizard


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
        for buttons in grid.findChildren(QBoxLayout):
            buttons.setContentsMargins(16, 11, 20, 11)
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

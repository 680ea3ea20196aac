"""What a step still misses, and the line for the reason to go on without it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from konfkasus_gui.language import _
from konfkasus_gui.procedure.gap import Gap, Severity, Waiver
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import body

if TYPE_CHECKING:
    from konfkasus_gui.screens.session import Session

_LOOK = {
    Severity.BLOCKS: ("circle-alert", "danger", "danger"),
    Severity.REASON: ("triangle-alert", "warning", "warning"),
    Severity.HINT: ("info", "muted", "muted"),
}


class GapRow(Form):
    """One gap; where a reason lets one go on, a line to write it in.

    A ``calm`` one only tells what is still to do.
    """

    def __init__(
        self, session: "Session", gap: Gap, waiver: Callable[[], Waiver], *, calm: bool = False
    ) -> None:
        super().__init__(session)
        self.gap = gap
        self.reason = QLineEdit()
        icon, colour, role = _LOOK[Severity.HINT if calm else gap.severity]
        self.sentence: QLabel = body(gap.sentence)
        self.sentence.setProperty("role", role)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel(icon, colour, 18))
        line.addWidget(self.sentence, 1)
        self.rows.setSpacing(4)
        self.rows.addLayout(line)
        if gap.severity is Severity.REASON:
            self.reason.setPlaceholderText(_("Alasan melanjutkan"))
            self.reason.setAccessibleName(_("Alasan melanjutkan"))
            self.reason.setAccessibleDescription(gap.sentence)
            self.bind(self.reason, "reason", of=waiver)
            under = QHBoxLayout()
            under.setContentsMargins(26, 0, 0, 0)
            under.addWidget(self.reason)
            self.rows.addLayout(under)
        else:
            self.reason.setParent(self)
            self.reason.hide()


class GapsArea(QFrame):
    """The gaps of a step, heaviest first; hidden when nothing is missing.

    A ``calm`` area shows all of them as hints until ``alert``.
    """

    def __init__(
        self, session: "Session", waiver_of: Callable[[Gap], Waiver], *, calm: bool = False
    ) -> None:
        super().__init__()
        self._session = session
        self._waiver_of = waiver_of
        self._calm = calm
        self.rows: list[GapRow] = []
        self._wanted: tuple[Gap, ...] | None = None
        self._showing = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setAccessibleName(_("Yang belum lengkap"))

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show ``gaps``; rows that stay keep what is being typed in them.

        A row that goes takes the cursor away and so keeps a reason, which asks for the gaps again:
        the newest ones are shown then.
        """
        self._wanted = tuple(gaps)
        if self._showing:
            return
        self._showing = True
        try:
            while self._wanted is not None:
                newest, self._wanted = self._wanted, None
                self._show(newest)
        finally:
            self._showing = False

    def alert(self) -> None:
        """Show from now on how heavy each gap is: somebody tried to go on."""
        if self._calm:
            self._calm = False
            gaps = [row.gap for row in self.rows]
            self.show_gaps(())
            self.show_gaps(gaps)

    def flush(self) -> None:
        """Keep the reasons that are still being typed."""
        for row in self.rows:
            row.flush()

    def _show(self, gaps: tuple[Gap, ...]) -> None:
        shown = {row.gap: row for row in self.rows}
        for gap, row in shown.items():
            if gap not in gaps:
                self.rows.remove(row)
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        for place, gap in enumerate(gaps):
            row = shown.get(gap) or self._row(gap)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.show()
        self.setVisible(bool(gaps))

    def _row(self, gap: Gap) -> GapRow:
        def waiver() -> Waiver:
            return self._waiver_of(gap)

        row = GapRow(self._session, gap, waiver, calm=self._calm)
        self.rows.append(row)
        return row

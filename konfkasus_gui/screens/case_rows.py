"""Cases as rows of a table: initials, never the name."""

from datetime import date

from konfkasus_gui.language import _
from konfkasus_gui.procedure.confidentiality import initials
from konfkasus_gui.procedure.standing import CaseLine, ago_in_words, next_step, stage
from konfkasus_gui.procedure.vocabulary import CaseState, Stage
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.paged_table import PagedTable
from konfkasus_gui.screens.widgets.rows_model import Row

_NEXT = 5
_SELDOM = {2: 900, 3: 900, 6: 900, 1: 640}
"""Class, fields, last change and initials: the case page says them as well."""


class CaseTable(PagedTable):
    """The cases, newest first, as far as one scrolls."""

    def __init__(self, name: str) -> None:
        headers = (
            _("Kode"),
            _("Konseli"),
            _("Kelas"),
            _("Bidang"),
            _("Tahap"),
            _("Langkah berikutnya"),
            _("Diperbarui"),
        )
        super().__init__(headers, stretch=_NEXT, seldom=_SELDOM, name=name)


def case_row(line: CaseLine, today: date) -> Row:
    """The row of one case; its key is the number of the case."""
    touched = line.opened_on if line.touched_at is None else line.touched_at.date()
    return (
        line.case_id,
        (
            line.code,
            initials(line.student_name),
            line.class_name,
            _fields(line),
            _stage(line),
            next_step(line, today),
            Cell(ago_in_words(touched, today), sort=touched.isoformat(), muted=True),
        ),
    )


def _fields(line: CaseLine) -> str:
    words = ", ".join(field.label for field in line.fields)
    return words[:1].upper() + words[1:]


def _stage(line: CaseLine) -> Cell:
    order = list(Stage)
    if line.conference_id is None or line.state is CaseState.SCREENING:
        return Cell(line.state.title, sort=0, stage=0)
    reached = stage(line)
    place = order.index(reached) + 1
    if line.state is CaseState.FROZEN:
        return Cell(line.state.title, sort=place, badge="danger")
    if line.state is CaseState.CLOSED:
        return Cell(line.state.title, sort=place, badge="neutral")
    return Cell(reached.title, sort=place, stage=place)

"""Every paper as an empty form, for a day without power or a counselor without a PC."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from konfkasus_gui.documents.naming import NAMING
from konfkasus_gui.language import _
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens.registry.loose_paper import open_blank
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.label import muted
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.scroll import Scroll


class FormsPart(QWidget):
    """The papers in the order of the procedure; each opens as an empty form."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.rows = RowColumn()
        self.rows.show_rows(self._row(kind) for kind in NAMING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(
            muted(
                _(
                    "Format kosong berkop sekolah, tanpa nama dan nomor siapa pun. Cetak beberapa"
                    " lembar sebagai persediaan bila listrik padam."
                )
            )
        )
        column.addWidget(Scroll(self.rows), 1)

    def _row(self, kind: DocumentKind) -> LineRow:
        row = LineRow(kind, kind.title, action=_("Lihat dan cetak"), opens=True)
        row.activated.connect(partial(self._open, kind))
        return row

    def _open(self, kind: DocumentKind, _key: object) -> None:
        open_blank(self.session, kind, self)

"""Item b: the shareable data, one by one, and the first diagnosis in neutral words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.planning import DataItem
from konfkasus_gui.procedure.proceedings import Presentation
from konfkasus_gui.procedure.vocabulary import Agenda
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.meeting.page import MeetingPage
from konfkasus_gui.screens.widgets.check_rows import CheckRow
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import subtitle
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea


class DataRow(CheckRow):
    """One data item; ticked once it was presented."""

    ticked = Signal(int, bool)
    """The id of the item, and whether it was presented."""

    def __init__(self, item: DataItem) -> None:
        source = _("sumber: {source}").format(source=item.source) if item.source.strip() else ""
        super().__init__(f"{item.aspect.title}: {item.text.strip()}", source)
        self._item_id = item.id
        self.box.toggled.connect(self._tell)

    def show_presented(self, presented: bool) -> None:
        """Tick the item, or take the tick away, without saying so."""
        self.box.blockSignals(True)
        self.box.setChecked(presented)
        self.box.blockSignals(False)

    def _tell(self, ticked: bool) -> None:
        self.ticked.emit(self._item_id, ticked)


class PresentationPage(MeetingPage):
    """Each item is marked as it is read out."""

    step = Agenda.PRESENTATION
    heading = N_("Penyampaian data")
    guidance = N_("Beri tanda pada setiap butir yang sudah dibacakan.")

    @override
    def form(self) -> QWidget:
        self._shown: tuple[DataItem, ...] = ()
        self.lines: dict[int, DataRow] = {}
        self.rows = RowColumn(spacing=8)
        self.empty = EmptyState(
            "files", _("Butir data yang boleh disampaikan dari perencanaan akan tampil di sini.")
        )
        self.diagnosis = Form(self.session, self.conference)
        self.diagnosis_text = self.diagnosis.bind(
            TextArea(_("Tulis apa yang terlihat, dengan kata yang tidak menilai"), lines=(3, 8)),
            "diagnosis",
        )
        self.diagnosis.add(_("Diagnosis awal"), self.diagnosis_text)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(subtitle(_("Sudah disampaikan")))
        column.addWidget(self.rows)
        column.addWidget(self.empty)
        column.addWidget(self.diagnosis)
        column.addStretch()
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        meeting = self.meeting
        items = meeting.plan.shareable() if self.may_show() else ()
        self.empty.setVisible(not items)
        if items != self._shown:
            self._shown = items
            self.lines = {item.id: DataRow(item) for item in items}
            for row in self.lines.values():
                row.ticked.connect(self._tick)
            self.rows.show_rows(self.lines.values())
        for item in items:
            self.lines[item.id].show_presented(meeting.presented(item))

    def _tick(self, item_id: int, ticked: bool) -> None:
        found = [one for one in self.meeting.presentations if one.data_item_id == item_id]
        if ticked and not found:
            self.session.save(Presentation(conference_id=self.conference_id, data_item_id=item_id))
        elif not ticked:
            for one in found:
                self.session.remove(one)

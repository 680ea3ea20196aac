"""What is known about the client, by aspect, and what of it may be said."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.planning import DataItem, Step
from konfkasus_gui.procedure.vocabulary import Aspect
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.planning.data_form import DataItemForm
from konfkasus_gui.screens.planning.page import PlanningPage
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.empty_state import EmptyState
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.record_list import RecordList


class DataPage(PlanningPage):
    """Himpunan data: only what is marked reaches the chair, the meeting or a paper."""

    step = Step.DATA
    heading = N_("Apa yang sudah diketahui?")
    guidance = N_(
        "Kumpulkan data dari berbagai sisi. Hanya butir bertanda boleh yang disampaikan"
        " dalam konferensi."
    )

    @override
    def form(self) -> QWidget:
        self.aspects = QMenu(self)
        for aspect in Aspect:
            self.aspects.addAction(aspect.title).setData(aspect)
        self.aspects.triggered.connect(self._add_item)
        self.add_button = button(_("Tambah butir data"), icon="plus")
        theme.mark(self.add_button, menu="true")
        self.add_button.setMenu(self.aspects)
        self.unasked = small()
        empty = EmptyState(
            "folder-open", _("Butir data akan tampil di sini, menurut aspeknya."), _("Tambah butir")
        )
        empty.action_requested.connect(self.add_button.showMenu)
        self.list = RecordList[DataItem](
            (_("Aspek"), _("Isi"), _("Disampaikan")),
            self._items,
            _cells,
            self._form_of,
            empty,
            stretch=1,
            name=_("Himpunan data"),
        )
        self.list.remove_requested.connect(self._remove)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.add_button)
        above.addWidget(self.unasked, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        return page

    @override
    def refreshed(self) -> None:
        super().refreshed()
        self.list.refresh()
        asked = {item.aspect for item in self.plan.data_items}
        left = [aspect.label for aspect in Aspect if aspect not in {*asked, Aspect.OTHER}]
        self.unasked.setText(
            _("Belum ada: {aspects}.").format(aspects=", ".join(left)) if asked and left else ""
        )

    def _items(self) -> list[DataItem]:
        order = list(Aspect)
        return sorted(self.plan.data_items, key=lambda item: (order.index(item.aspect), item.id))

    def _form_of(self, item: Callable[[], DataItem]) -> DataItemForm:
        form = DataItemForm(self.session, item)
        if item().id in self.plan.settled:
            form.rest(_("Butir ini ada dalam notulen yang sudah final, jadi hanya dapat dibaca."))
        return form

    def _add_item(self, action: QAction) -> None:
        aspect = action.data()
        if isinstance(aspect, Aspect):
            self._add(DataItem(case_id=self.plan.case.id, aspect=aspect))

    def _add(self, item: DataItem) -> None:
        kept = self.session.save(item)
        self.list.choose(kept.id)
        if isinstance(self.list.form, DataItemForm):
            self.list.form.text.setFocus()

    def _remove(self, item_id: int) -> None:
        self.list.let_go()
        item = next((one for one in self._items() if one.id == item_id), None)
        if item is not None:
            self.session.remove(item)


def _cells(item: DataItem) -> tuple[str | Cell, ...]:
    shared = (
        Cell(_("✓ boleh"), badge="good") if item.shareable else Cell(_("tidak"), badge="neutral")
    )
    return (
        item.aspect.title,
        item.text or _("(belum diisi)"),
        shared,
    )

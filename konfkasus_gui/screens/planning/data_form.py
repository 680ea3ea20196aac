"""The form of one item of data."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.planning import DataItem
from konfkasus_gui.procedure.vocabulary import Aspect
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox, OptionalDateEdit
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import muted, small
from konfkasus_gui.screens.widgets.text_area import TextArea


class DataItemForm(Form):
    """What is known, from whom, since when, and whether the others may hear it."""

    def __init__(self, session: Session, item: Callable[[], DataItem]) -> None:
        super().__init__(session, item)
        self._item = item
        self.rows.setSpacing(8)
        self.aspect = self.bind(NoWheelComboBox(Aspect), "aspect")
        self.text = self.bind(
            TextArea(_("Apa yang diketahui, dengan kata yang objektif"), lines=(2, 5)), "text"
        )
        self.source = self.bind(QLineEdit(), "source")
        self.source.setPlaceholderText(_("Buku nilai, wawancara, kunjungan rumah, …"))
        self.noted_on = self.bind(OptionalDateEdit(session.today()), "noted_on")
        self.shareable = self.bind(
            ChoiceChips(((True, _("Ya")), (False, _("Tidak"))), optional=False), "shareable"
        )
        self.icon = IconLabel("eye-off")
        self.meaning = small()
        self.add(_("Isi"), self.text)
        self.add_widget(
            Beside(
                self.add(_("Aspek"), self.aspect),
                self.add(_("Sumber"), self.source),
                self.add(_("Tanggal"), self.noted_on),
                narrow=560,
            )
        )
        self.add(_("Boleh disampaikan dalam konferensi?"), self._share_row())
        self.refreshed()

    def rest(self, sentence: str) -> None:
        """Let the item be read only; ``sentence`` says why."""
        self.rows.insertWidget(0, muted(sentence))
        for part in (self.text, self.aspect, self.source, self.noted_on, self.shareable):
            part.setEnabled(False)

    @override
    def refreshed(self) -> None:
        if self._item().shareable:
            self.icon.show_icon("eye", "good")
            self.meaning.setText(_("Terbaca oleh pimpinan dan disampaikan kepada peserta."))
        else:
            self.icon.show_icon("eye-off", "muted")
            self.meaning.setText(_("Hanya terbaca oleh konselor; tidak masuk dokumen mana pun."))

    def _share_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.shareable, 1)
        line.addWidget(self.icon)
        line.addWidget(self.meaning, 3)
        row.setFocusProxy(self.shareable)
        self.shareable.setAccessibleName(_("Boleh disampaikan dalam konferensi"))
        return row

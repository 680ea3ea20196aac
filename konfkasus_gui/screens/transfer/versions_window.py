"""What two PCs say differently about one case: both sides, and what the counselor makes of it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.version_lists import kind_named
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.transfer_view import Pair, names_client
from konfkasus_gui.procedure.transfer_words import field_title, kind_title, spoken
from konfkasus_gui.procedure.variant import Cause, Variant
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.transfer import deeds
from konfkasus_gui.screens.transfer.sides import Sides
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import heading, muted
from konfkasus_gui.screens.widgets.table import Table


class VersionsWindow(QDialog):
    """Closes itself when nothing is left to look at."""

    def __init__(self, session: Session, parent: QWidget | None, case_id: int) -> None:
        super().__init__(parent)
        self.session = session
        self._case_id = case_id
        self._versions: dict[int, Variant] = {}
        self.setWindowTitle(_("Dua versi"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.table = Table(
            (_("Catatan"), _("Sebab"), _("Berkas dibuat")),
            stretch=1,
            sortable=False,
            name=_("Catatan yang berbeda"),
        )
        self.table.chosen_row.connect(self._show)
        self.explanation = muted()
        self.sides = Sides()
        self.sides.name_shown.connect(self._note_names)
        self.keep = button(_("Pakai yang di sini"), kind="primary", pressed=self._keep)
        self.take = button(_("Pakai yang dari berkas"), pressed=self._take)
        self.both = button(_("Gabungkan isinya"), pressed=self._join)
        self.shut = button(_("Tutup"), pressed=self.reject)
        self._lay_out()
        session.locked.connect(self.reject)
        self.refresh()

    def refresh(self) -> None:
        """Show what is left."""
        found = self.session.lists.versions(self._case_id)
        self._versions = {one.id: one for one in found}
        self.table.show_rows(
            (
                one.id,
                (self._kind(one), one.cause.title, long_date(one.made_at.date())),
            )
            for one in found
        )
        if found:
            self.table.selectRow(0)
            self._show(found[0].id)
        elif self.isVisible():
            self.accept()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def _kind(self, variant: Variant) -> str:
        kind = kind_named(variant.kind)
        return kind_title(kind) if kind is not None else variant.kind

    def _show(self, number: int | None) -> None:
        variant = self._versions.get(number or 0)
        if variant is None:
            self.sides.show_pairs(())
            return
        record = self.session.lists.beside(variant)
        said = self.session.lists.said(variant)
        self.sides.show_pairs(_pairs(variant, record, said), _("Di sini"), _("Versi lain"))
        self.explanation.setText(_explained(variant, record))
        takes = deeds.may_take(self.session, variant)
        self.take.setVisible(takes)
        self.both.setVisible(deeds.may_join(self.session, variant))
        self.keep.setText(_("Pakai yang di sini") if takes else _("Sudah saya periksa"))

    def _note_names(self) -> None:
        self.session.note(Deed.NAME_SHOWN, self._case_id)

    def _keep(self) -> None:
        self._do(deeds.keep_here)

    def _take(self) -> None:
        self._do(deeds.take_other)

    def _join(self) -> None:
        self._do(deeds.join)

    def _do(self, deed: Callable[[Session, Variant], None]) -> None:
        variant = self._versions.get(self.table.current_key() or 0)
        if variant is None:
            return
        try:
            deed(self.session, variant)
        except KonfKasusError as error:
            dialogs.tell(self, str(error))
        self.refresh()

    def _lay_out(self) -> None:
        self.table.setMinimumHeight(theme.scaled(120))
        self.sides.setMinimumHeight(theme.scaled(150))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.shut)
        row.addStretch()
        for way in (self.both, self.take, self.keep):
            row.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading(_("Yang berbeda dengan komputer lain")))
        column.addWidget(self.table, 2)
        column.addWidget(self.explanation)
        column.addWidget(self.sides, 3)
        column.addLayout(row)
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(theme.scaled(900), screen.width()), min(theme.scaled(580), screen.height()))


def _pairs(variant: Variant, record: Record | None, said: Mapping[str, object]) -> list[Pair]:
    kind = kind_named(variant.kind)
    if kind is None:
        return []
    return [
        Pair(field_title(kind, name), _here(record, name), spoken(value), names_client(kind, name))
        for name, value in said.items()
        if not name.endswith("_id")
    ]


def _here(record: Record | None, name: str) -> str:
    return "–" if record is None else spoken(getattr(record, name))


def _explained(variant: Variant, record: Record | None) -> str:
    if variant.cause is Cause.NUMBER_TAKEN:
        return _("Nomor pada kertas tidak berubah. Di sini diberi tanda agar tidak tertukar.")
    if record is None or variant.cause is Cause.MINUTES_FINAL:
        return _("Notulen final tidak berubah. Bila perlu, tulis ralat dari versi lain ini.")
    return _("Yang tidak dipakai tetap disimpan di samping catatannya.")

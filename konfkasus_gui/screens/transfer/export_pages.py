"""The pages of the export: which cases, which passphrase, whereto."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from konfkasus_gui.archive.transfer_file import GROUPS, new_passphrase
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.confidentiality import initials
from konfkasus_gui.procedure.standing import CaseLine
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.first_start.pages import FirstStartPage
from konfkasus_gui.screens.secret_sheet import print_sheet
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import body, heading, muted, small
from konfkasus_gui.screens.widgets.new_passphrase import NewPassphrase
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.search_field import SearchField

CASE_ROLE = Qt.ItemDataRole.UserRole + 1


class CasesPage(FirstStartPage):
    """The cases, by code and initials, each with a box to tick."""

    def __init__(self, lines: Sequence[CaseLine], ticked: Iterable[int]) -> None:
        super().__init__(
            _("Kasus mana yang dipindahkan?"),
            _(
                "Yang ikut: data siswa dan orang tua, persetujuan dan pindaiannya, peserta, semua"
                " tahap, surat bernomor, dokumen tersimpan, dan riwayat. Di sini tidak ada yang"
                " dihapus."
            ),
        )
        wanted = set(ticked)
        self.search = SearchField(_("Cari kode, inisial, atau kelas…"))
        self.search.searched.connect(self._filter)
        self.model = QStandardItemModel(self)
        for line in lines:
            item = QStandardItem(_case_words(line))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setSizeHint(QSize(0, theme.scaled(36)))
            item.setCheckState(_check(line.case_id in wanted))
            item.setData(line.case_id, CASE_ROLE)
            self.model.appendRow(item)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setObjectName("ticks")
        self.list.setModel(self._sorted)
        self.list.setAccessibleName(_("Kasus"))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(theme.scaled(150))
        self.list.activated.connect(self._turn)
        self.counted = muted()
        self.all = link(_("Pilih semua yang tampil"), pressed=self._tick_all)
        self.none = link(_("Kosongkan pilihan"), pressed=self._tick_none)
        foot = QHBoxLayout()
        foot.addWidget(self.counted, 1)
        foot.addWidget(self.all)
        foot.addWidget(self.none)
        self.column.addWidget(self.search)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(foot)
        self.model.itemChanged.connect(self._count)
        self._count()

    def chosen(self) -> tuple[int, ...]:
        """The numbers of the ticked cases."""
        items = (self.model.item(row) for row in range(self.model.rowCount()))
        ticked = Qt.CheckState.Checked
        return tuple(item.data(CASE_ROLE) for item in items if item.checkState() is ticked)

    @override
    def isComplete(self) -> bool:
        return bool(self.chosen())

    @override
    def take_focus(self) -> None:
        self.list.setFocus()
        for row in range(self._sorted.rowCount()):
            index = self._sorted.index(row, 0)
            if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value:
                self.list.setCurrentIndex(index)
                break

    def _filter(self, text: str) -> None:
        self._sorted.setFilterFixedString(text.strip())

    def _turn(self, index: QModelIndex) -> None:
        item = self.model.itemFromIndex(self._sorted.mapToSource(index))
        item.setCheckState(_check(item.checkState() is not Qt.CheckState.Checked))

    def _tick_all(self) -> None:
        for row in range(self._sorted.rowCount()):
            index = self._sorted.mapToSource(self._sorted.index(row, 0))
            self.model.itemFromIndex(index).setCheckState(Qt.CheckState.Checked)

    def _tick_none(self) -> None:
        for row in range(self.model.rowCount()):
            self.model.item(row).setCheckState(Qt.CheckState.Unchecked)

    def _count(self) -> None:
        self.counted.setText(_("{n} kasus dipilih").format(n=len(self.chosen())))
        self.completeChanged.emit()


class Source(Word):
    """Where the passphrase comes from."""

    MADE = "made", N_("dibuatkan")
    TYPED = "typed", N_("ketik sendiri")


class PassphrasePage(FirstStartPage):
    """A passphrase of four groups to print or dictate, or one of the counselor's own."""

    def __init__(self, school: str) -> None:
        super().__init__(
            _("Kata sandi untuk berkas ini"),
            _(
                "Hanya untuk berkas ini, bukan kata sandi arsip. Sampaikan terpisah dari"
                " berkasnya: pada kertas atau lewat telepon."
            ),
        )
        self._school = school
        self.source = ChoiceChips(Source, optional=False, name=_("Kata sandi"))
        self.source.set_value(Source.MADE)
        self.source.changed.connect(self._turn)
        self.made = ""
        self.groups = heading()
        self.groups.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = link(_("Ganti dengan yang lain"), pressed=self.make)
        self.print = button(_("Cetak…"), icon="printer", pressed=self._print)
        self.kept = QCheckBox(_("Sudah saya cetak atau catat"))
        self.kept.toggled.connect(self.completeChanged)
        self.outcome = Notice("", "good")
        self.new = NewPassphrase()
        self.new.hints = (school,)
        self.new.changed.connect(self.completeChanged)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._made_part())
        self.stack.addWidget(self.new)
        self.column.addWidget(self.source)
        self.column.addWidget(self.stack)
        self.column.addStretch()
        self.outcome.say("")
        self.make()

    def passphrase(self) -> str:
        """The passphrase that counts."""
        return self.made if self.source.value() is Source.MADE else self.new.passphrase()

    def make(self) -> None:
        """Make another one; that it was copied has to be said again."""
        self.show_made(new_passphrase())

    def show_made(self, passphrase: str) -> None:
        """Offer ``passphrase``, which a program made."""
        self.made = passphrase
        self.groups.setText("   ".join(passphrase.split()))
        self.kept.setChecked(False)
        self.outcome.say("")

    def forget(self) -> None:
        """Let go of it."""
        self.made = ""
        self.groups.clear()
        self.new.clear()

    @override
    def isComplete(self) -> bool:
        return self.kept.isChecked() if self.source.value() is Source.MADE else self.new.complete

    @override
    def take_focus(self) -> None:
        self.source.setFocus()

    def _turn(self) -> None:
        self.stack.setCurrentIndex(list(Source).index(self.source.value()))
        self.completeChanged.emit()

    def _made_part(self) -> QWidget:
        part = QWidget()
        card = Card()
        card.add(self.groups)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.print)
        row.addWidget(self.again)
        row.addStretch()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(
            small(
                _("{n} kelompok huruf acak. Huruf besar, spasi, dan tanda hubung bebas.").format(
                    n=GROUPS
                )
            )
        )
        column.addLayout(row)
        column.addWidget(self.outcome)
        column.addWidget(self.kept)
        column.addStretch()
        return part

    def _print(self) -> None:
        from konfkasus_gui.documents.transfer_sheet import transfer_sheet

        words = self.made.split()
        said = _("Lembar kata sandi dikirim ke printer.")
        print_sheet(self, lambda: transfer_sheet(self._school, words), self.outcome, said)


class SavePage(FirstStartPage):
    """Whereto; the file counts once it was read back."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Simpan berkas pindahan"),
            _("Pilih diska USB atau folder. Nama berkasnya tidak memuat nama siapa pun."),
        )
        self.written: Path | None = None
        self.summary = body()
        self.save = button(
            _("Simpan berkas…"), kind="primary", icon="download", pressed=self.asked.emit
        )
        self.outcome = Notice()
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch()
        card = Card()
        card.add(self.summary)
        card.add_layout(row)
        self.column.addWidget(card)
        self.column.addWidget(self.outcome)
        self.column.addStretch()
        self.outcome.say("")

    def show_written(self, path: Path, cases: int, documents: int) -> None:
        """The file is there, proven."""
        self.written = path
        self.outcome.say(
            _(
                "{name} sudah dibuat dan diperiksa: {cases} kasus dan {documents} dokumen. Hapus"
                " berkas itu setelah diterima di komputer tujuan."
            ).format(name=path.name, cases=cases, documents=documents),
            "good",
        )
        self.completeChanged.emit()

    @override
    def isComplete(self) -> bool:
        return self.written is not None

    @override
    def take_focus(self) -> None:
        self.save.setFocus()


def _case_words(line: CaseLine) -> str:
    parts = (line.code, initials(line.student_name), line.class_name, line.state.title)
    return "  ·  ".join(part for part in parts if part)


def _check(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

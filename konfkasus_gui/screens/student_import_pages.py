"""What the import of students shows: choosing, waiting, the preview, the summary."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from konfkasus_gui.archive.dapodik import Oddity
from konfkasus_gui.archive.exchange import Preview
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import body, muted, small, subtitle, title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.table import Table


class ChoosePage(QWidget):
    """Which file, where it comes from, and what of it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.refusal = Notice("", "danger")
        self.choose = button(_("Pilih berkas…"), kind="primary", icon="folder-open")
        sentence = body(
            _(
                "Di Dapodik, buka Peserta Didik lalu unduh daftarnya sebagai berkas Excel (.xlsx). "
                "Pilih berkas itu di sini, atau tarik berkasnya ke jendela ini."
            )
        )
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        place = Card()
        place.column.setContentsMargins(40, 20, 40, 20)
        place.column.setSpacing(16)
        place.column.addStretch()
        place.column.addWidget(IconLabel("upload", "accent", 36), 0, Qt.AlignmentFlag.AlignCenter)
        place.column.addWidget(sentence)
        place.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignCenter)
        place.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.refusal)
        column.addWidget(place, 1)
        column.addWidget(
            small(
                _(
                    "Yang diambil hanya nama, NISN, NIPD, jenis kelamin, kelahiran, agama, alamat, "
                    "telepon, kelas, tanggal keluar, serta nama dan pekerjaan orang tua/wali. NIK, "
                    "nomor KK, rekening, dan penghasilan tidak diambil."
                )
            )
        )
        self.refusal.say("")


class BusyPage(QWidget):
    """How far the work has come."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = body()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(420)
        self.bar.setMinimumWidth(280)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch()
        column.addWidget(self.sentence)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def begin(self, sentence: str) -> None:
        """Show what goes on; how far is not known yet."""
        self.sentence.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.bar.setRange(0, 0)

    def advance(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)


class Shown(Word):
    """The lists of the preview."""

    NEW = "new", N_("baru")
    CHANGED = "changed", N_("berubah")
    ODD = "odd", N_("perlu diperiksa")


class PreviewPage(QWidget):
    """What the import would do, in figures and row by row; nothing was done yet."""

    def __init__(self) -> None:
        super().__init__()
        self.new = _Count(_("siswa baru"))
        self.changed = _Count(_("siswa berubah"))
        self.unchanged = _Count(_("tetap sama"))
        self.skipped = _Count(_("baris dilewati"))
        self.notice = Notice()
        self.lists = ChoiceChips(Shown, optional=False, name=_("Daftar yang ditampilkan"))
        self.lists.changed.connect(self._turn)
        self.new_rows = Table(
            (_("Baris"), _("Nama"), _("Kelas"), _("NISN"), _("Orang tua/wali")),
            strong=1,
            stretch=1,
            name=_("Siswa baru"),
        )
        self.changed_rows = Table(
            (_("Baris"), _("Nama"), _("Yang berubah"), _("Sebelumnya"), _("Menjadi")),
            strong=1,
            stretch=4,
            name=_("Siswa yang berubah"),
        )
        self.odd_rows = QPlainTextEdit()
        self.odd_rows.setReadOnly(True)
        self.odd_rows.setTabChangesFocus(True)
        self.odd_rows.setAccessibleName(_("Baris yang perlu diperiksa"))
        for table in (self.new_rows, self.changed_rows):
            table.horizontalHeader().setMaximumSectionSize(260)
        self._stack = QStackedWidget()
        for table in (self.new_rows, self.changed_rows):
            self._stack.addWidget(_framed(table))
        self._stack.addWidget(self.odd_rows)
        self._lay_out()

    def show_preview(self, preview: Preview) -> None:
        """Show ``preview``, at first the list that has something in it."""
        odd = len(preview.skipped) + len(preview.warnings)
        self.new.say(len(preview.new))
        self.changed.say(len(preview.changed))
        self.unchanged.say(preview.unchanged)
        self.skipped.say(len(preview.skipped))
        counts = (len(preview.new), len(preview.changed), odd)
        for shown, count in zip(Shown, counts, strict=True):
            self.lists.chip(shown).setText(f"{shown.title} ({count})")
        self.new_rows.show_rows(_new_rows(preview))
        self.changed_rows.show_rows(_changed_rows(preview))
        self.odd_rows.setPlainText(_odd_lines(preview.skipped, preview.warnings))
        filled = [shown for shown, count in zip(Shown, counts, strict=True) if count]
        self.lists.set_value(filled[0] if filled else Shown.NEW)
        self.notice.say(
            ""
            if preview.new or preview.changed
            else _("Daftar siswa sudah sama dengan isi berkas ini. Tidak ada yang perlu diimpor."),
            "good",
        )
        self._turn()

    def _turn(self) -> None:
        self._stack.setCurrentIndex(list(Shown).index(self.lists.value()))

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for figure in (self.new, self.changed, self.unchanged, self.skipped):
            figures.addWidget(figure, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(figures)
        column.addWidget(self.notice)
        column.addWidget(self.lists)
        column.addWidget(self._stack, 1)


class DonePage(QWidget):
    """What was done."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = subtitle()
        self.detail = muted()
        for words in (self.sentence, self.detail):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(IconLabel("circle-check", "good", 48), 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.sentence)
        column.addWidget(self.detail)
        column.addStretch()

    def show_counts(self, preview: Preview) -> None:
        """Sum up what ``preview`` has become."""
        new, changed = len(preview.new), len(preview.changed)
        self.sentence.setText(_("{n} siswa sudah diimpor").format(n=new + changed))
        parts = [
            _("{n} baru").format(n=new),
            _("{n} diperbarui").format(n=changed),
            _("{n} tetap sama").format(n=preview.unchanged),
            _("{n} baris dilewati").format(n=len(preview.skipped)),
        ]
        self.detail.setText(" · ".join(parts))


class _Count(Card):
    """A large number and what it counts."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.number = title()
        self._words = words
        self.column.setContentsMargins(16, 10, 16, 10)
        self.column.setSpacing(0)
        self.add(self.number)
        self.add(muted(words))

    def say(self, number: int) -> None:
        """Show ``number``."""
        self.number.setText(str(number))
        self.setAccessibleName(f"{number} {self._words}")


def _framed(table: Table) -> Card:
    card = Card()
    card.column.setContentsMargins(8, 6, 8, 6)
    card.add(table, 1)
    return card


def _new_rows(preview: Preview) -> list[Row]:
    rows: list[Row] = []
    for row in preview.new:
        student = row.student
        parents = ", ".join(guardian.name for guardian in row.guardians)
        cells = (str(row.row), student.name, student.class_name, student.nisn, parents)
        rows.append((row.row, cells))
    return rows


def _changed_rows(preview: Preview) -> list[Row]:
    rows: list[Row] = []
    for change in preview.changed:
        for place, field in enumerate(change.fields):
            name, before = change.student.name, field.before or "–"
            cells = (str(change.row), name, field.label, before, field.after)
            rows.append(((change.row, place), cells))
    return rows


def _odd_lines(skipped: Sequence[Oddity], warnings: Sequence[Oddity]) -> str:
    parts = []
    if skipped:
        lines = "\n".join(oddity.sentence for oddity in skipped)
        parts.append(_("Dilewati") + "\n" + lines)
    if warnings:
        lines = "\n".join(oddity.sentence for oddity in warnings)
        parts.append(_("Diimpor, tetapi sebaiknya diperiksa") + "\n" + lines)
    return "\n\n".join(parts) or _("Tidak ada baris yang janggal.")

"""The pages of an import: the file, what it would change, what differs, what was done."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.confidentiality import initials
from konfkasus_gui.procedure.merging import Outcome
from konfkasus_gui.procedure.transfer_view import CaseLook, ConflictLook, View
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.first_start.pages import FirstStartPage
from konfkasus_gui.screens.transfer.sides import Sides
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.cell import Cell
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import body, muted, small, strong, subtitle, title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.rows_model import Row
from konfkasus_gui.screens.widgets.table import Table


class FilePage(FirstStartPage):
    """Which file, and its passphrase; complete once it was opened and compared."""

    asked = Signal()
    changed = Signal()
    """Another file or another passphrase: what was read counts no longer."""

    def __init__(self) -> None:
        super().__init__(
            _("Buka berkas pindahan"),
            _("Berkas .kktransfer dari KonfKasus di komputer lain, dengan kata sandinya sendiri."),
        )
        self.path: Path | None = None
        self.ready = False
        self.setAcceptDrops(True)
        self.file = QLineEdit()
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(_("Belum dipilih; dapat juga ditarik ke sini"))
        self.file.setAccessibleName(_("Berkas pindahan"))
        self.choose = button(_("Pilih…"), icon="folder-open", pressed=self.choose_file)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(_("Kata sandi berkas"))
        self.shown = QCheckBox(_("Tampilkan huruf yang diketik"))
        self.shown.toggled.connect(self._show)
        self.open = button(_("Buka dan periksa"), kind="primary", pressed=self.asked.emit)
        self.notice = Notice()
        self.secret.textChanged.connect(self._weigh)
        self.secret.returnPressed.connect(self._enter)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.file, 1)
        row.addWidget(self.choose)
        name = strong(_("Kata sandi berkas"))
        name.setBuddy(self.secret)
        foot = QHBoxLayout()
        foot.addWidget(self.open)
        foot.addStretch()
        self.column.addWidget(strong(_("Berkas")))
        self.column.addLayout(row)
        self.column.addWidget(name)
        self.column.addWidget(self.secret)
        self.column.addWidget(self.shown)
        self.column.addLayout(foot)
        self.column.addWidget(self.notice)
        self.column.addStretch()
        self.notice.say("")
        self._weigh()

    def choose_file(self) -> None:
        """Ask for a file."""
        path = dialogs.choose_open_file(
            self,
            _("Pilih berkas pindahan"),
            _("Berkas pindahan KonfKasus (*.kktransfer);;Semua berkas (*)"),
        )
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Go on with the file at ``path``."""
        self.path = path
        self.file.setText(str(path))
        self._weigh()
        self.secret.setFocus()

    def show_opened(self, made_on: str) -> None:
        """The file was opened and compared with the archive."""
        self.ready = True
        self.notice.say(_("Berkas utuh, dibuat {day}.").format(day=made_on), "good")
        self.completeChanged.emit()

    def refuse(self, sentence: str) -> None:
        """Say why not."""
        self.notice.say(sentence, "danger")
        self.secret.setFocus()
        self.secret.selectAll()

    @override
    def isComplete(self) -> bool:
        return self.ready

    @override
    def take_focus(self) -> None:
        (self.choose if self.path is None else self.secret).setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        [url] = event.mimeData().urls()
        event.acceptProposedAction()
        self.take(Path(url.toLocalFile()))

    def _enter(self) -> None:
        if self.open.isEnabled():
            self.asked.emit()

    def _weigh(self) -> None:
        self.ready = False
        self.notice.say("")
        self.open.setEnabled(self.path is not None and bool(self.secret.text()))
        self.completeChanged.emit()
        self.changed.emit()

    def _show(self, plain: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password
        self.secret.setEchoMode(mode)


class PreviewPage(FirstStartPage):
    """What the import would do, in figures and case by case; nothing was done yet."""

    name_shown = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Periksa dahulu, lalu impor"),
            _("Belum ada yang berubah di arsip ini. Konseli tampil sebagai inisial."),
        )
        self.figures = {
            Outcome.NEW: _Count(_("catatan baru")),
            Outcome.CHANGED: _Count(_("diperbarui")),
            Outcome.CONFLICT: _Count(_("berbeda")),
            Outcome.SAME: _Count(_("tetap sama")),
        }
        self._cases: Sequence[CaseLook] = ()
        self.notice = Notice()
        self.table = Table(
            (_("Kode"), _("Konseli"), _("Di sini"), _("Yang masuk")),
            stretch=3,
            sortable=False,
            name=_("Kasus dalam berkas"),
        )
        self.table.setMinimumHeight(theme.scaled(140))
        self.names = link(_("Tampilkan nama"), icon="eye", pressed=self._turn_names)
        self._named = False
        row = QHBoxLayout()
        row.setSpacing(10)
        for figure in self.figures.values():
            row.addWidget(figure, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.names, 0, Qt.AlignmentFlag.AlignLeft)
        self.notice.say("")

    def show_view(self, view: View) -> None:
        """Show ``view``, initials only."""
        self._cases = view.cases
        self._named = False
        for outcome, figure in self.figures.items():
            figure.say(view.counts.get(outcome, 0))
        self.notice.say(
            ""
            if view.changes
            else _("Arsip ini sudah sama dengan isi berkas. Tidak ada yang perlu diimpor."),
            "good",
        )
        self._draw()

    def forget(self) -> None:
        """Let go of all names."""
        self._cases = ()
        self._draw()

    @override
    def take_focus(self) -> None:
        self.table.setFocus()

    def _turn_names(self) -> None:
        self._named = not self._named
        if self._named:
            self.name_shown.emit()
        self._draw()

    def _draw(self) -> None:
        self.names.setText(_("Sembunyikan nama") if self._named else _("Tampilkan nama"))
        self.names.set_icon("eye-off" if self._named else "eye")
        rows: list[Row] = []
        for case in self._cases:
            name = case.student_name if self._named else initials(case.student_name)
            known = _standing(case)
            rows.append((case.uid, (case.code, name, known, _coming(case))))
        self.table.show_rows(rows)


class ConflictsPage(FirstStartPage):
    """What both sides say differently, beside each other; both are kept."""

    def __init__(self) -> None:
        super().__init__(
            _("Yang berbeda di kedua komputer"),
            _("Keduanya disimpan. Sesudah impor, pilih versi yang dipakai di halaman kasusnya."),
        )
        self._looks: dict[str, ConflictLook] = {}
        self.table = Table(
            (_("Kasus"), _("Catatan"), _("Sebab")),
            stretch=2,
            sortable=False,
            name=_("Catatan yang berbeda"),
        )
        self.table.setMinimumHeight(theme.scaled(110))
        self.table.chosen_row.connect(self._show)
        self.stands = muted()
        self.sides = Sides()
        self.sides.setMinimumHeight(theme.scaled(130))
        self.column.addWidget(self.table, 2)
        self.column.addWidget(self.stands)
        self.column.addWidget(self.sides, 3)

    def forget(self) -> None:
        """Let go of what both sides said."""
        self.show_conflicts(())

    def show_conflicts(self, looks: Sequence[ConflictLook]) -> None:
        """Show ``looks``, the first of them opened."""
        self._looks = {look.uid: look for look in looks}
        self.table.show_rows((look.uid, (look.code, look.kind, look.cause.title)) for look in looks)
        if looks:
            self.table.selectRow(0)
        self._show(next(iter(self._looks), None))

    @override
    def take_focus(self) -> None:
        self.table.setFocus()

    def _show(self, uid: str | None) -> None:
        look = self._looks.get(uid or "")
        self.stands.setText(look.stands if look is not None else "")
        self.sides.show_pairs(look.pairs if look is not None else ())


class DonePage(FirstStartPage):
    """What was done."""

    def __init__(self) -> None:
        super().__init__(_("Impor selesai"), _("Hapus berkas pindahan bila tidak dipakai lagi."))
        self.sentence = subtitle()
        self.detail = body()
        self.left = Notice("", "warning")
        icon = IconLabel("circle-check", "good", 48)
        self.column.addStretch()
        self.column.addWidget(icon, 0, Qt.AlignmentFlag.AlignCenter)
        for words in (self.sentence, self.detail):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(words)
        self.column.addWidget(self.left)
        self.column.addStretch()

    def show_view(self, view: View) -> None:
        """Sum up what ``view`` has become."""
        counts = view.counts
        self.sentence.setText(_("{n} kasus sudah diimpor").format(n=len(view.cases)))
        self.detail.setText(
            _("{new} catatan baru · {changed} diperbarui · {same} tetap sama").format(
                new=counts[Outcome.NEW], changed=counts[Outcome.CHANGED], same=counts[Outcome.SAME]
            )
        )
        conflicts = len(view.conflicts)
        self.left.say(
            _("{n} catatan berbeda; keduanya tersimpan. Periksa di halaman {codes}.").format(
                n=conflicts, codes=", ".join(sorted({one.code for one in view.conflicts}))
            )
            if conflicts
            else "",
            "warning",
        )


def _standing(case: CaseLook) -> Cell:
    if case.known:
        return Cell(_("sudah ada"))
    if case.returning:
        return Cell(_("pernah ada"), badge="warning")
    return Cell(_("baru"), badge="good")


def _coming(case: CaseLook) -> str:
    """``21 baru, 1 berbeda``."""
    parts = [
        f"{case.counts[outcome]} {outcome.label}"
        for outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.CONFLICT)
        if case.counts[outcome]
    ]
    return ", ".join(parts) or Outcome.SAME.label


class _Count(Card):
    """A large number and what it counts."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.number = title()
        self._words = words
        self.column.setContentsMargins(14, 8, 14, 8)
        self.column.setSpacing(0)
        self.add(self.number)
        self.add(small(words))

    def say(self, number: int) -> None:
        """Show ``number``."""
        self.number.setText(str(number))
        self.setAccessibleName(f"{number} {self._words}")

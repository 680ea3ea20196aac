"""The pages of the first start."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)
from typing_extensions import override

from konfkasus_gui.archive.files import replace_file
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.secret_sheet import print_sheet
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.label import heading, muted, small, strong, subtitle
from konfkasus_gui.screens.widgets.new_passphrase import NewPassphrase
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.scroll import Scroll


class FirstStartPage(QWizardPage):
    """One question; *Lanjut* waits for its answer."""

    def __init__(self, question: str, guidance: str) -> None:
        super().__init__()
        self.setObjectName("page_ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(question)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 22, 18, 16)
        outer.setSpacing(12)
        outer.addWidget(heading(question))
        outer.addWidget(muted(guidance))
        outer.addWidget(Scroll(inside), 1)

    def take_focus(self) -> None:
        """Put the cursor where typing begins."""

    def _add_field(self, name: str, field: QLineEdit, example: str) -> None:
        label = strong(name)
        label.setBuddy(field)
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        field.setMaxLength(120)
        field.textChanged.connect(self.completeChanged)
        self.column.addWidget(label)
        self.column.addWidget(field)


class SchoolPage(FirstStartPage):
    """The names of the school and of the counselor; everything else can come later."""

    def __init__(self) -> None:
        super().__init__(
            _("Siapa yang akan memakai program ini?"),
            _("Cukup dua nama dahulu. Kop surat lengkap dapat diisi kemudian di Pengaturan."),
        )
        self.name = QLineEdit()
        self.counselor = QLineEdit()
        self._add_field(_("Nama sekolah"), self.name, _("Misalnya: SMP Negeri 1 Sukamaju"))
        self._add_field(
            _("Nama konselor, lengkap dengan gelar"),
            self.counselor,
            _("Misalnya: Dra. Siti Aminah"),
        )
        self.restore = link(_("Sudah punya cadangan KonfKasus? Pulihkan di sini"))
        self.column.addSpacing(8)
        self.column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    @override
    def take_focus(self) -> None:
        self.name.setFocus()

    @override
    def isComplete(self) -> bool:
        return bool(self.name.text().strip() and self.counselor.text().strip())


class PassphrasePage(FirstStartPage):
    """The passphrase that opens the archive from now on."""

    def __init__(self) -> None:
        super().__init__(
            _("Pilih kata sandi arsip"),
            _(
                "Kata sandi ini diminta setiap kali program dibuka. Tiga atau empat kata yang "
                "tidak berhubungan mudah diingat dan sulit ditebak."
            ),
        )
        self.new = NewPassphrase()
        self.new.changed.connect(self.completeChanged)
        self.column.addWidget(self.new)
        self.column.addWidget(
            Notice(
                _("Tidak ada orang, termasuk pembuat program, yang dapat membuka arsip tanpa ini."),
                "info",
            )
        )
        self.column.addStretch()

    @override
    def take_focus(self) -> None:
        self.new.first.setFocus()

    @override
    def isComplete(self) -> bool:
        return self.new.complete


class RecoveryPage(FirstStartPage):
    """The recovery key, to be printed, saved elsewhere, or copied by hand."""

    def __init__(self, groups: Sequence[str], school: Callable[[], str]) -> None:
        super().__init__(
            _("Simpan kunci pemulihan di tempat aman"),
            _(
                "Bila kata sandi terlupa, hanya delapan kelompok huruf ini yang dapat membuka "
                "arsip. Cetak atau salin, lalu simpan terkunci, jauh dari komputer ini."
            ),
        )
        self._groups = tuple(groups)
        self._school = school
        self.print = button(_("Cetak…"), icon="printer", pressed=self._print)
        self.save = button(_("Simpan PDF…"), icon="download", pressed=self._save)
        self.kept = QCheckBox(_("Kunci pemulihan sudah saya cetak atau salin"))
        self.kept.toggled.connect(self.completeChanged)
        self.outcome = Notice("", "good")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.print)
        row.addWidget(self.save)
        row.addStretch()
        self.column.addWidget(self._grid())
        self.column.addLayout(row)
        self.column.addWidget(self.outcome)
        self.column.addWidget(self.kept)
        self.column.addWidget(
            small(_("Siapa pun yang memegang lembar ini dapat membuka arsip. Jangan difoto."))
        )
        self.column.addStretch()
        self.outcome.say("")

    @override
    def isComplete(self) -> bool:
        return self.kept.isChecked()

    @override
    def take_focus(self) -> None:
        self.print.setFocus()

    def _grid(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "true")
        grid = QGridLayout(card)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for place, group in enumerate(self._groups):
            number = small(str(place + 1))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            word = subtitle(group)
            word.setWordWrap(False)
            word.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            grid.addWidget(number, place // 4, place % 4 * 2)
            grid.addWidget(word, place // 4, place % 4 * 2 + 1)
        return card

    def _sheet(self) -> bytes:
        from konfkasus_gui.documents.recovery import recovery_sheet  # only this page needs it

        return recovery_sheet(self._school().strip(), self._groups)

    def _print(self) -> None:
        said = _("Lembar kunci pemulihan dikirim ke printer.")
        print_sheet(self, self._sheet, self.outcome, said)

    def _save(self) -> None:
        path = dialogs.choose_save_file(
            self, _("Simpan kunci pemulihan"), "kunci-pemulihan-konfkasus.pdf", _("PDF (*.pdf)")
        )
        if path is None:
            return
        try:
            replace_file(path, self._sheet())
        except KonfKasusError as error:
            self.outcome.say(str(error), "danger")
        else:
            self.outcome.say(
                _("Tersimpan. Pindahkan berkas ini ke tempat lain, misalnya diska USB terkunci."),
                "good",
            )


class ProofPage(FirstStartPage):
    """Two groups typed back: the proof that a copy exists."""

    def __init__(self, recovery: RecoveryKey, places: Sequence[int]) -> None:
        super().__init__(
            _("Ketik kembali dua kelompok huruf"),
            _("Lihat lembar yang baru dicetak atau disalin. Ini membuktikan salinannya benar."),
        )
        self._recovery = recovery
        self.fields: list[tuple[int, QLineEdit]] = []
        self._marks: list[QLabel] = []
        for place in places:
            field = QLineEdit()
            mark = small()
            self._add_field(_("Kelompok ke-{n}").format(n=place), field, _("enam huruf"))
            self.column.addWidget(mark)
            self.fields.append((place, field))
            self._marks.append(mark)
            field.textChanged.connect(self._say)
        self.column.addStretch()
        self._say()

    @override
    def take_focus(self) -> None:
        self.fields[0][1].setFocus()

    @override
    def isComplete(self) -> bool:
        return all(self._right(place, field) for place, field in self.fields)

    def _right(self, place: int, field: QLineEdit) -> bool:
        return self._recovery.has_group(place, field.text())

    def _say(self) -> None:
        for (place, field), mark in zip(self.fields, self._marks, strict=True):
            if self._right(place, field):
                mark.setText(_("✓ Sama dengan lembarnya."))
                theme.mark(mark, tone="good")
            else:
                typed_enough = len(field.text().strip()) >= len(self._recovery.groups[place - 1])
                mark.setText(_("Belum sama. Periksa lembarnya lagi.") if typed_enough else "")
                theme.mark(mark, tone="")

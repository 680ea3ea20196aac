"""The left column of a preview: for whom the letters are, what a paper carries, which sheet."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.documents.naming import COPIES, NAMING, TO_PARTICIPANTS
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.confidentiality import Shown
from konfkasus_gui.procedure.letter import Document
from konfkasus_gui.procedure.planning import Participant, Plan
from konfkasus_gui.procedure.register import issued
from konfkasus_gui.procedure.vocabulary import DocumentKind, Paper
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import NoWheelSpinBox
from konfkasus_gui.screens.widgets.label import body, small, strong
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.scroll import Scroll

CARRIES: dict[DocumentKind, tuple[str, ...]] = {
    DocumentKind.CLIENT_CONSENT: (
        N_("Penjelasan tentang pertemuan dan hak konseli"),
        N_("Pilihan bersedia, bersyarat, atau belum bersedia"),
        N_("Tempat tanda tangan konseli dan konselor"),
    ),
    DocumentKind.GUARDIAN_CONSENT: (
        N_("Penjelasan tujuan, data yang dipakai, dan hak orang tua"),
        N_("Pilihan menyetujui, dengan kecuali, atau tidak"),
        N_("Tempat tanda tangan orang tua/wali dan konselor"),
    ),
    DocumentKind.CONSENT_WITHDRAWAL: (
        N_("Satu lembar bagi setiap orang yang sudah setuju"),
        N_("Pilihan: apa yang ditarik, dan catatan yang dihapus"),
        N_("Tempat tanda tangan pemberi persetujuan dan konselor"),
    ),
    DocumentKind.SERVICE_PLAN: (
        N_("Topik, tujuan, pihak yang disertakan, dan langkah kegiatan"),
        N_("Rencana penilaian dengan tenggatnya"),
        N_("Tempat tanda tangan kepala sekolah dan konselor"),
    ),
    DocumentKind.CASE_SUMMARY: (
        N_("Satu salinan bernomor bagi setiap peserta"),
        N_("Hanya data yang boleh disampaikan"),
        N_("Paraf saat diserahkan dan saat ditarik kembali"),
    ),
    DocumentKind.ATTENDANCE_LIST: (
        N_("Semua peserta yang diundang, dengan baris cadangan"),
        N_("Kolom jam datang dan tanda tangan"),
    ),
    DocumentKind.PLEDGE: (
        N_("Enam janji menjaga rahasia"),
        N_("Tempat tanda tangan setiap peserta"),
    ),
    DocumentKind.CHAIR_SHEET: (
        N_("Lima arahan dan tujuh acara, dengan kalimat untuk dibacakan"),
        N_("Hanya data yang boleh disampaikan"),
    ),
    DocumentKind.MINUTES: (
        N_("Tujuh acara pertemuan dan kesimpulannya"),
        N_("Pendapat berbeda dan komitmen peserta"),
    ),
    DocumentKind.ADDENDUM: (
        N_("Bagian notulen yang diralat dan bunyi yang benar"),
        N_("Alasan ralat dan pembuatnya"),
        N_("Tempat tanda tangan pimpinan dan pembuat ralat"),
    ),
    DocumentKind.OFFICIAL_REPORT: (
        N_("Hari, tanggal, dan tahun dengan huruf"),
        N_("Hasil pertemuan dan tempat tanda tangan semua yang hadir"),
    ),
    DocumentKind.COMMITMENT_SHEET: (
        N_("Satu lembar bagi setiap peserta"),
        N_("Hanya kesanggupan peserta itu sendiri"),
    ),
    DocumentKind.EVALUATION_SHEET: (
        N_("Informasi baru dan komitmen peserta"),
        N_("Ketercapaian tujuan dan fungsi, dan kesimpulannya"),
        N_("Tempat tanda tangan konselor"),
    ),
    DocumentKind.FOLLOW_UP_PLAN: (
        N_("Tindakan: siapa, apa, kapan, di mana, dan tekniknya"),
        N_("Tanggal penilaian laiseg, laijapen, dan laijapang"),
    ),
    DocumentKind.MONITORING_SHEET: (
        N_("Satu lembar bagi setiap penanggung jawab"),
        N_("Hanya tindakannya sendiri dan kemajuannya"),
        N_("Baris kosong untuk pemeriksaan berikutnya"),
    ),
    DocumentKind.GUARDIAN_SUMMARY: (
        N_("Hal baik, kesepakatan keluarga, dan bantuan sekolah"),
        N_("Tanpa ucapan atau pendapat peserta lain"),
        N_("Tempat tanda tangan konselor"),
    ),
    DocumentKind.LETTER_RECEIPT: (
        N_("Satu baris bagi setiap surat yang berlaku"),
        N_("Keluarga pada lembar tersendiri, tanpa kode kasus"),
        N_("Tempat nama, tanggal, dan tanda tangan penerima"),
    ),
    DocumentKind.REFERRAL: (
        N_("Identitas peserta didik, yang teramati, dan yang sudah diupayakan"),
        N_("Tujuan rujukan ditulis tangan"),
        N_("Tempat tanda tangan konselor dan kepala sekolah"),
    ),
    DocumentKind.DESTRUCTION: (
        N_("Kode kasus, alasan, jenis arsip, dan cara pemusnahan"),
        N_("Tempat tanda tangan konselor, kepala sekolah, dan dua saksi"),
    ),
    DocumentKind.ACTIVITY_REPORT: (
        N_("Pelaksanaan, kehadiran, kesimpulan, dan tindak lanjut"),
        N_("Peserta disebut menurut jabatan, tanpa nama"),
        N_("Tempat tanda tangan kepala sekolah dan konselor"),
    ),
}
NAMED = tuple(kind for kind, one in NAMING.items() if one.shown is Shown.NAME)
"""The papers that bear the client's name (domain, 2)."""

MOST_COPIES = 99
MOST_WIDE = 380
"""px; larger type wraps rather than take the pages' room."""


class RecipientRow(QFrame):
    """One letter: a tick, who gets it, and its number."""

    chosen = Signal(int)
    """The participant's id: the row was clicked or the keyboard came to it."""
    ticked = Signal()

    def __init__(self, guest: Participant, number: str) -> None:
        super().__init__()
        self.guest = guest
        name = guest.name.strip() or _("(belum bernama)")
        self.box = QCheckBox()
        self.box.setChecked(True)
        self.box.setAccessibleName(f"{name}, {number}")
        self.box.toggled.connect(self.ticked)
        self.box.installEventFilter(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(name))
        words.addWidget(small(number))
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 6, 8, 6)
        line.setSpacing(8)
        line.addWidget(self.box)
        line.addLayout(words, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_current(False)

    def show_current(self, current: bool) -> None:
        """Mark the row whose letter is in view."""
        theme.mark(self, card="accent" if current else "true")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.guest.id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.chosen.emit(self.guest.id)
        return super().eventFilter(watched, event)


class PreviewSide(QFrame):
    """Recipients with ticks, or a list of what stands on the paper; A4 or F4; who is named."""

    changed = Signal()
    """Other recipients or another sheet are wanted."""
    letter_chosen = Signal(int)
    kept_chosen = Signal(object)
    """The id of a kept version."""

    def __init__(self, plan: Plan, kind: DocumentKind, paper: Paper) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(min(theme.scaled(300), MOST_WIDE))
        self.rows: tuple[RecipientRow, ...] = ()
        self.every = QCheckBox(_("Semua"))
        self.every.setChecked(True)
        self.every.clicked.connect(self._tick_all)
        self.paper = ChoiceChips(
            tuple((one, one.short) for one in Paper), optional=False, name=_("Kertas")
        )
        self.paper.set_value(paper)
        self.paper.changed.connect(self._tell_paper)
        self.paper_words = small(paper.title)
        self.paper_fixed = small(_("Notulen final tercetak seperti saat disimpan."))
        self.paper_fixed.hide()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(14, 16, 14, 16)
        self._column.setSpacing(8)
        if kind in (*TO_PARTICIPANTS, *COPIES):
            self._add_recipients(plan, kind)
        if kind not in TO_PARTICIPANTS:
            self._add_contents(kind)
        self._column.addSpacing(6)
        self._column.addWidget(strong(_("Kertas")))
        self._column.addWidget(self.paper)
        self._column.addWidget(self.paper_words)
        self._column.addWidget(self.paper_fixed)
        self.copies = NoWheelSpinBox(1, MOST_COPIES, suffix=_(" rangkap"))
        self.copies.setAccessibleName(_("Rangkap"))
        self._column.addWidget(self.copies)
        self._column.addSpacing(6)
        self.naming = Notice(naming_words(kind), "warning" if kind in NAMED else "info")
        self._column.addWidget(self.naming)
        self.kept = RowColumn()
        self._kept_title = strong(_("Pernah dicetak atau disimpan"))
        self._column.addWidget(self._kept_title)
        self._column.addWidget(self.kept)
        self.show_kept(())
        self._column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scroll(inner))

    def guests(self) -> tuple[Participant, ...]:
        """Those whose letters are wanted."""
        return tuple(row.guest for row in self.rows if row.box.isChecked())

    def show_current(self, guest_id: int) -> None:
        """Mark the letter that is in view."""
        for row in self.rows:
            row.show_current(row.guest.id == guest_id)

    def fix_paper(self, paper: Paper) -> None:
        """Show the sheet of a paper that is never drawn again."""
        self.paper.set_value(paper)
        self.paper_words.setText(paper.title)
        self.paper.setEnabled(False)
        self.paper_fixed.show()

    def show_kept(self, documents: Sequence[Document]) -> None:
        """List the versions that the archive keeps; a click asks for one."""
        self._kept_title.setVisible(bool(documents))
        rows = []
        for document in documents:
            row = LineRow(
                document.id,
                _("Versi {version}").format(version=document.version),
                note=long_date(document.kept_at.date()),
                opens=True,
            )
            row.activated.connect(self.kept_chosen)
            rows.append(row)
        self.kept.show_rows(rows)

    def _add_recipients(self, plan: Plan, kind: DocumentKind) -> None:
        head = QHBoxLayout()
        head.addWidget(strong(_("Penerima")), 1)
        head.addWidget(self.every)
        self._column.addLayout(head)
        rows = []
        for guest in plan.participants:
            letter = issued(plan, kind, guest)
            number = letter.number if letter else _("belum bernomor")
            row = RecipientRow(guest, guest.capacity if kind in COPIES else number)
            row.chosen.connect(self.letter_chosen)
            row.ticked.connect(self._tell)
            self._column.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)

    def _add_contents(self, kind: DocumentKind) -> None:
        self._column.addWidget(strong(_("Isi dokumen")))
        for words in _contents(kind):
            self._column.addWidget(body(f"• {words}"))

    def _tick_all(self, wanted: bool) -> None:
        for row in self.rows:
            row.box.blockSignals(True)
            row.box.setChecked(wanted)
            row.box.blockSignals(False)
        self.changed.emit()

    def _tell_paper(self) -> None:
        self.paper_words.setText(self.paper.value().title)
        self.changed.emit()

    def _tell(self) -> None:
        self.every.setChecked(all(row.box.isChecked() for row in self.rows))
        self.changed.emit()


def _contents(kind: DocumentKind) -> Iterable[str]:
    return (_(words) for words in CARRIES.get(kind, ()))


def naming_words(kind: DocumentKind) -> str:
    """What the reader should know of names on ``kind``."""
    if kind in NAMED:
        return _("Dokumen ini memuat nama konseli. Simpan di tempat yang terkunci.")
    if kind in TO_PARTICIPANTS:
        return _(
            "Nama konseli hanya ada pada surat untuk keluarganya."
            " Surat lain hanya memuat kode kasus."
        )
    return _("Nama konseli tidak muncul di dokumen ini. Dokumen hanya memuat kode kasus.")

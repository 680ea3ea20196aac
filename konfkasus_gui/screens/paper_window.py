"""A window of pages, and the two ways in which they leave it: the printer and a PDF file."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.archive.files import replace_file
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Paper
from konfkasus_gui.screens import dialogs, printing, theme
from konfkasus_gui.screens.background import Cancelled, Task
from konfkasus_gui.screens.preview_pages import PreviewPages
from konfkasus_gui.screens.preview_papers import Leaf
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.progress import run_with_progress

NARROW = 860
"""px at 100 % font size, below which the sheet is named at the left alone."""


class PaperWindow(QDialog):
    """The pages of one paper, beside ``side`` if it needs one.

    ``name`` stands above the pages, ``label`` in the history and in file names; ``code`` is that of
    the case. It closes when the archive locks. ``content`` are the bytes that leave: not before a
    subclass has said by ``may_leave`` that they may, and all that left is handed to ``keep``.
    """

    def __init__(
        self,
        session: Session,
        name: str,
        label: str,
        *,
        code: str = "",
        side: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.name = name
        self.label = label
        self.code = code
        self.content = b""
        self._running = 0
        self._left = False
        self._locked = False
        self._printing: Task | None = None
        self._sent: Leaf | None = None
        self.setWindowTitle(_("Pratinjau · {kind}").format(kind=name))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.pages = PreviewPages()
        self.notice = Notice()
        self.refusal = Notice("", "danger", action=_("Catat persetujuan"))
        self._arrange(side)
        self.finished.connect(self._leave)
        session.locked.connect(self._lock)

    @property
    def busy(self) -> bool:
        """Whether pages are still being drawn, saved or printed."""
        return self._running > 0

    def paper(self) -> Paper:
        """The sheet that the pages are for; a subclass says which."""
        raise NotImplementedError

    def copies(self) -> int:
        """How often the pages are wanted."""
        return 1

    def guests(self) -> tuple[Participant, ...]:
        """Those whose letters these are."""
        return ()

    def may_leave(self, action: str) -> bool:
        """Whether the pages may go out now by ``action``, the words of the button."""
        return bool(action and self.content)

    def keep(self, deed: Deed, leaf: Leaf) -> None:
        """Remember what went out, and how; a subclass does."""
        raise NotImplementedError

    def show_content(self, content: bytes) -> None:
        """Show the pages of ``content``; they may be saved and printed."""
        self.content = content
        self.pages.show_pages(content)
        self.show_state()

    def show_state(self) -> None:
        """Name the sheet, and offer the ways out while there are pages."""
        self.badge.setText(self.paper().label)
        for way in (self.save, self.print):
            way.setEnabled(bool(self.content))

    def say(self, sentence: str, kind: str = "info") -> None:
        """Show one sentence above the pages, an empty one to take it away."""
        self.refusal.say("", "danger")
        self.notice.say(sentence, kind)
        self._notices.setVisible(bool(sentence))

    def refuse(self, error: KonfKasusError, *, action: bool = False) -> None:
        """Tell why not; with ``action`` the way to put it right is offered."""
        self.refusal.action.setVisible(action)
        self.refusal.say(str(error), "danger")
        self._notices.show()

    def suggested_name(self) -> str:
        """A file name that says nothing of a person: ``surat-undangan-KK-2026-014.pdf``."""
        label = re.sub(r"\W+", "-", self.label).strip("-")
        return "-".join(filter(None, (label, self.code))) + ".pdf"

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.badge.setVisible(event.size().width() >= theme.scaled(NARROW))

    def _arrange(self, side: QWidget | None) -> None:
        self.badge = Badge()
        self.save = button(_("Simpan PDF…"), icon="download", pressed=self._save)
        self.print = button(_("Cetak…"), kind="primary", icon="printer", pressed=self._print)
        head = QFrame()
        theme.mark(head, ground="surface")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(head)
        line.setContentsMargins(20, 10, 20, 10)
        line.setSpacing(12)
        name = title(" · ".join(filter(None, (self.name, self.code))))
        line.addWidget(name, 1)
        line.addWidget(self.badge)
        line.addSpacing(12)
        line.addWidget(self.save)
        line.addWidget(self.print)
        notices = QVBoxLayout()
        notices.setContentsMargins(16, 10, 16, 10)
        notices.addWidget(self.refusal)
        notices.addWidget(self.notice)
        self._notices = QWidget()
        self._notices.setLayout(notices)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._notices)
        middle.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        if side is not None:
            below.addWidget(side)
        below.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(below, 1)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(1180, room.width()), min(720, room.height()))
        self.print.setDefault(True)
        self.say("")

    def listen(self, task: Task) -> None:
        """Hear how ``task`` ends; the window waits for it before it goes."""
        self._running += 1
        task.failed.connect(self.failed)
        task.finished.connect(self._ended)
        task.failed.connect(self._ended)

    def failed(self, error: Exception) -> None:
        """Say in words why pages were not printed."""
        if isinstance(error, Cancelled):
            self.say(_("Pencetakan dihentikan. Halaman yang sudah keluar tetap rahasia."))
        elif isinstance(error, KonfKasusError):
            self.refuse(error)
        else:
            raise error

    def _save(self) -> None:
        if not self.may_leave(_("Simpan tetap")) or not self.warned():
            return
        path = dialogs.choose_save_file(
            self, _("Simpan PDF"), self.suggested_name(), _("Dokumen PDF (*.pdf)")
        )
        if path is None:
            return
        try:
            replace_file(path, self.content)
        except KonfKasusError as error:
            self.refuse(error)
            return
        self.keep(Deed.SAVED, self._leaf())
        self.say(_("PDF tersimpan di luar arsip. Hapus bila sudah tidak diperlukan."), "good")

    def warned(self) -> bool:
        """Whether it was said that a PDF leaves the protection; asked once per kind of paper."""
        account = self.session.account
        account_id = account.id if account else None
        if self.session.archive.history.ever_knew(Deed.SAVED, account_id, self.label):
            return True
        return dialogs.confirm(
            self,
            _("Simpan di luar arsip?"),
            action=_("Simpan PDF"),
            detail=_(
                "Berkas PDF tidak terkunci: siapa pun yang membuka folder itu dapat membacanya."
                " Penyimpanan ini dicatat dalam riwayat."
            ),
        )

    def _print(self) -> None:
        if not self.may_leave(_("Cetak tetap")):
            return
        job = " ".join(filter(None, ("KonfKasus", self.code)))
        printer = printing.printer_for(printing.sheet_of(self.content), job, self.copies())
        try:
            if not printing.ask_printer(printer, self) or self._locked:
                return  # the desktop's own window cannot be taken away by a lock
            if not self._fits(printer):
                return
        except printing.NotPrinted as error:
            self.refuse(error)
            return
        self._sent = self._leaf()
        self._printing = task = run_with_progress(
            self, _("Mencetak…"), printing.printing(self.content, printer)
        )
        task.finished.connect(self._printed)
        task.finished.connect(self.show_state)
        task.failed.connect(self.show_state)
        self.listen(task)
        for way in (self.save, self.print):
            way.setEnabled(False)

    def _fits(self, printer: QPrinter) -> bool:
        """Whether the printer reaches all words, or printing is wanted all the same."""
        short = printing.out_of_reach(self.content, printer)
        if not short:
            return True
        return dialogs.confirm(
            self,
            _("Printer ini tidak menjangkau semua tulisan. Cetak tetap?"),
            action=_("Cetak tetap"),
            detail=_(
                "Di tepi {edges}, tulisan di luar jangkauan printer terpotong. Coba printer lain,"
                " atau periksa ukuran kertas pada printer."
            ).format(edges=", ".join(short)),
        )

    def _printed(self) -> None:
        if self._locked or self._sent is None:
            return
        self.keep(Deed.PRINTED, self._sent)
        self._sent = None
        self.say(_("Halaman sudah dikirim ke printer."), "good")

    def _leaf(self) -> Leaf:
        return Leaf(self.content, self.guests(), self.paper())

    def _lock(self) -> None:
        """Stop printing: what comes out after the archive has locked could not be registered."""
        self._locked = True
        if self._printing is not None and self.busy:
            self._printing.cancel()
        self.reject()

    def _ended(self) -> None:
        self._running -= 1
        if self._left and not self._running:
            self.deleteLater()

    def _leave(self) -> None:
        self._left = True
        self.content = b""
        if not self._running:
            self.deleteLater()

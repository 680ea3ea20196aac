"""Cases from a file of another PC: opened, looked at, then taken over at once or not at all."""

from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.archive.keys import MINIMUM, Parameters
from konfkasus_gui.archive.taking_over import Compared, Importer
from konfkasus_gui.archive.transfer_in import Opened, compare, open_file, take_over
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.transfer_view import View, view
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens.background import Report
from konfkasus_gui.screens.backups import Made
from konfkasus_gui.screens.first_start.pages import FirstStartPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.transfer.frame import TransferWizard
from konfkasus_gui.screens.transfer.import_pages import (
    ConflictsPage,
    DonePage,
    FilePage,
    PreviewPage,
)


class Step(Word):
    """The pages, in order."""

    FILE = "file", N_("berkas")
    PREVIEW = "preview", N_("pratinjau")
    CONFLICTS = "conflicts", N_("yang berbeda")
    DONE = "done", N_("selesai")


class ImportWizard(TransferWizard):
    """Nothing is kept before *Impor*, and then all of it or, when stopped, nothing.

    ``weakest`` is the least work that a file may ask of its passphrase.
    """

    def __init__(
        self, session: Session, parent: QWidget | None, weakest: Parameters = MINIMUM
    ) -> None:
        super().__init__(session, parent, _("Impor kasus"), tuple(Step))
        self._weakest = weakest
        self._opened: Opened | None = None
        self._made: Made | None = None
        self.view = View()
        self.imported = False
        self.file = FilePage()
        self.file.asked.connect(self._open)
        self.file.changed.connect(self._close_file)
        self.preview = PreviewPage()
        self.preview.name_shown.connect(self._note_names)
        self.conflicts = ConflictsPage()
        self.conflicts.sides.name_shown.connect(self._note_names)
        self.finished_page = DonePage()
        self.begin(self.file, self.preview, self.conflicts, self.finished_page)

    @override
    def nextId(self) -> int:
        page = self.currentPage()
        if page is self.file:
            return 1
        if page is self.preview:
            if not self.view.changes:
                return -1
            return 2 if self.view.conflicts else 3
        return 3 if page is self.conflicts else -1

    @override
    def validateCurrentPage(self) -> bool:
        if self.nextId() != 3 or self.imported:
            return True
        self._import()
        return False

    @override
    def arrived(self, page: FirstStartPage) -> None:
        which = QWizard.WizardButton
        imports = self.nextId() == 3
        self.setButtonText(which.NextButton, _("Impor") if imports else _("Lanjut ›"))
        self.setButtonText(which.FinishButton, _("Selesai") if self.imported else _("Tutup"))
        self.button(which.CustomButton1).setVisible(not self.imported)
        self.button(which.BackButton).setVisible(not self.imported and page is not self.file)

    @override
    def forget(self) -> None:
        self._opened = None
        self.file.secret.clear()
        self.view = View()
        self.preview.forget()
        self.conflicts.forget()

    def _open(self) -> None:
        path, typed, weakest = self.file.path, self.file.secret.text(), self._weakest
        if path is None or not typed:
            return
        archive = self.session.archive

        def look(opened: Opened, report: Report) -> tuple[Opened, Compared]:
            with archive.elsewhere():
                return opened, compare(archive, opened, report)

        def work(report: Report) -> tuple[Opened, Compared]:
            opened = open_file(path, typed, weakest)
            return self.in_archive(lambda told: look(opened, told))(report)

        self.run(_("Membuka dan memeriksa berkas…"), work, self._show, self.file.refuse)

    def show_view(self, view: View, made_on: str) -> None:
        """Show what a file made on ``made_on`` would do."""
        self.view = view
        self.preview.show_view(view)
        self.conflicts.show_conflicts(view.conflicts)
        self.file.show_opened(made_on)

    def _show(self, found: tuple[Opened, Compared]) -> None:
        self._opened, compared = found
        made = compared.made_at
        moment = _("{day} pukul {time}").format(
            day=long_date(made.date()), time=clock_time(made.time())
        )
        self.show_view(view(compared.found, compared.here), moment)
        self.next()

    def _close_file(self) -> None:
        self._opened = None
        self.view = View()

    def _import(self) -> None:
        opened = self._opened
        if opened is None:
            return
        session = self.session
        archive, backups = session.archive, session.backups
        importer = Importer(session.now(), session.account.id if session.account else None)
        back_up = backups.making() if backups is not None else None

        def keep(report: Report) -> Compared:
            with archive.elsewhere():
                return take_over(archive, opened, importer, report)

        guarded = self.in_archive(keep)

        def work(report: Report) -> tuple[Made | None, Compared]:
            made = back_up(report) if back_up is not None else None
            return made, guarded(report)

        self.run(_("Mencadangkan lalu mengimpor…"), work, self._take, self._refuse)

    def _take(self, done: tuple[Made | None, Compared]) -> None:
        made, compared = done
        if made is not None and self.session.backups is not None:
            self.session.backups.made(made)
        self.session.refresh()
        self.imported = True
        self.view = view(compared.found, compared.here)
        self.finished_page.show_view(self.view)
        self.next()

    def _refuse(self, sentence: str) -> None:
        self.preview.notice.say(sentence, "danger")
        self.conflicts.stands.setText(sentence)

    def _note_names(self) -> None:
        self.session.note(Deed.NAME_SHOWN, note=_("pratinjau impor"))

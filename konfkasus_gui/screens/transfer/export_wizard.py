"""Chosen cases to a file for another PC."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.transfer import Exported, Wish, export, suggested_name
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.background import Report
from konfkasus_gui.screens.first_start.pages import FirstStartPage
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.transfer.export_pages import CasesPage, PassphrasePage, SavePage
from konfkasus_gui.screens.transfer.frame import TransferWizard


class Step(Word):
    """The pages, in order."""

    CASES = "cases", N_("kasus")
    PASSPHRASE = "passphrase", N_("kata sandi")
    SAVE = "save", N_("simpan berkas")


class ExportWizard(TransferWizard):
    """Changes nothing of the cases; ``parameters`` are the work that the passphrase takes."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None,
        case_ids: Sequence[int] = (),
        parameters: Parameters | None = None,
    ) -> None:
        super().__init__(session, parent, _("Ekspor kasus"), tuple(Step))
        self._parameters = parameters
        lines = session.lists.cases(limit=session.lists.count_cases())
        self.cases = CasesPage(lines, case_ids)
        self.passphrase = PassphrasePage(session.school.name)
        self.save = SavePage()
        self.save.asked.connect(self._ask_where)
        self.begin(self.cases, self.passphrase, self.save)

    @override
    def arrived(self, page: FirstStartPage) -> None:
        if page is self.save:
            count = len(self.cases.chosen())
            self.save.summary.setText(_("{n} kasus siap ditulis ke satu berkas.").format(n=count))

    @override
    def forget(self) -> None:
        self.passphrase.forget()

    def _ask_where(self) -> None:
        path = dialogs.choose_save_file(
            self,
            _("Simpan berkas pindahan"),
            suggested_name(self.session.now()),
            _("Berkas pindahan KonfKasus (*.kktransfer)"),
        )
        if path is None:
            return
        archive, account = self.session.archive, self.session.account
        wish = Wish(
            cases=self.cases.chosen(),
            path=path,
            passphrase=self.passphrase.passphrase(),
            now=self.session.now(),
            account_id=account.id if account else None,
            parameters=self._parameters,
        )

        def work(report: Report) -> Exported:
            with archive.elsewhere():
                return export(archive, wish, report)

        self.save.outcome.say("")
        self.run(_("Menulis berkas pindahan…"), self.in_archive(work), self._written, self._refuse)

    def _written(self, exported: Exported) -> None:
        self.session.refresh()
        self.save.show_written(exported.path, exported.cases, exported.documents)
        self.button(QWizard.WizardButton.BackButton).setEnabled(False)
        self.button(QWizard.WizardButton.FinishButton).setFocus()

    def _refuse(self, sentence: str) -> None:
        self.save.outcome.say(sentence, "danger")

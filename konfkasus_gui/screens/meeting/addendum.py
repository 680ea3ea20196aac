"""Ralat: what corrects final minutes, listed below them, and the form that makes one."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.documents import papers
from konfkasus_gui.documents.checked import build_checked
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure import addendum as rules
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens import deeds, identity_window, theme
from konfkasus_gui.screens.materials import materials
from konfkasus_gui.screens.preview_kept import open_kept
from konfkasus_gui.screens.preview_papers import kept_of
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import heading, muted, strong
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn
from konfkasus_gui.screens.widgets.text_area import TextArea


class AddendaCard(Card):
    """The addenda to the minutes of a conference; each opens as it was kept."""

    def __init__(self, session: Session, conference_id: int) -> None:
        super().__init__(_("Ralat"))
        self._session = session
        self._conference_id = conference_id
        self.rows = RowColumn()
        self.make = button(_("Buat ralat…"), icon="plus", pressed=self._make)
        line = QHBoxLayout()
        line.addWidget(self.make)
        line.addStretch()
        self.add(self.rows)
        self.add_layout(line)
        self.refresh()

    def refresh(self) -> None:
        """List the addenda as they are now."""
        issued = self._session.lists.addenda(self._conference_id)
        rows: list[QWidget] = []
        for one in issued:
            row = LineRow(one.number, one.title, note=long_date(one.dated), opens=True)
            row.activated.connect(self._open)
            rows.append(row)
        self.rows.show_rows(rows or [muted(_("Belum ada ralat atas notulen ini."))])

    def _open(self, number: int) -> None:
        for kept in kept_of(self._session, self._conference_id, DocumentKind.ADDENDUM):
            if kept.version == number:
                open_kept(self._session, kept.id, self)

    def _make(self) -> None:
        window = AddendumWindow(self._session, self._conference_id, self.window())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.issued.connect(self.refresh)
        window.open()


class AddendumWindow(QDialog):
    """Four fields; *Buat ralat* numbers the addendum and keeps its paper at once."""

    issued = Signal()

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self.conference_id = conference_id
        self.setWindowTitle(_("Ralat notulen"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.corrects = TextArea(_("Misalnya butir 4: terlambat lima kali"), lines=(2, 6))
        self.text = TextArea(_("Misalnya butir 4: terlambat tiga kali"), lines=(2, 6))
        self.reason = TextArea(_("Misalnya salah hitung saat dicatat"), lines=(1, 4))
        self.by = QLineEdit(session.account.name if session.account else "")
        self.notice = Notice()
        self.issue = button(_("Buat ralat"), kind="primary", pressed=self._issue)
        self._lay_out()
        for field in (self.corrects, self.text, self.reason):
            field.changed.connect(self._weigh)
            session.text_checks.watch(field, self._conference, "text")
        self.by.textChanged.connect(self._weigh)
        session.locked.connect(self.reject)
        self._weigh()

    def _conference(self) -> Conference:
        return self._session.plan(self.conference_id).conference

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(_("Buat ralat atas notulen")))
        column.addWidget(
            muted(
                _(
                    "Notulen final tetap seperti semula; ralat disimpan bersamanya. Ralat yang"
                    " sudah dibuat tidak dapat diubah. Pakai kode kasus, bukan nama konseli."
                )
            )
        )
        for words, field in (
            (_("Yang tertulis dalam notulen"), self.corrects),
            (_("Seharusnya"), self.text),
            (_("Alasan"), self.reason),
            (_("Dibuat oleh"), self.by),
        ):
            name = strong(words)
            name.setBuddy(field)
            field.setAccessibleName(words)
            column.addSpacing(4)
            column.addWidget(name)
            column.addWidget(field)
        column.addWidget(self.notice)
        self.notice.say("")
        column.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch()
        foot.addWidget(button(_("Batal"), pressed=self.reject))
        foot.addWidget(self.issue)
        column.addSpacing(8)
        column.addLayout(foot)
        self.resize(theme.scaled(560), self.sizeHint().height())

    def _weigh(self) -> None:
        typed = (self.corrects.value(), self.text.value(), self.reason.value(), self.by.text())
        self.issue.setEnabled(all(words.strip() for words in typed))

    def _issue(self) -> None:
        session, conference_id = self._session, self.conference_id
        try:
            draft = rules.issue(
                session.meeting(conference_id).conference,
                session.lists.addenda(conference_id),
                dated=session.today(),
                corrects=self.corrects.value(),
                text=self.text.value(),
                reason=self.reason.value(),
                by=self.by.text(),
            )
            held = replace(materials(session, conference_id), addendum=draft)
            others = session.lists.student_names(but=held.student.id)
            checked = build_checked(DocumentKind.ADDENDUM, held, others)
            why = ""
            if checked.findings:
                answer = identity_window.ask_identity(self, checked.findings, _("Buat tetap"))
                if answer is None:
                    return
                why = papers.mask_of(held)(answer)
            with session.together():
                kept = deeds.issue_addendum(session, draft, checked.content)
                if why:
                    note = f"{kept.title}: {why}"
                    session.note(Deed.IDENTITY_LEFT, held.plan.case.id, note)
        except KonfKasusError as error:
            self.notice.say(str(error), "danger")
            return
        self.issued.emit()
        self.accept()

"""The page *Arsip dokumen*."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.registry.documents import DocumentsPart
from konfkasus_gui.screens.registry.forms import FormsPart
from konfkasus_gui.screens.registry.letters import LettersPart
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import title
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.search_field import SearchField
from konfkasus_gui.screens.widgets.turning_box import TurningBox

NARROW = 640
"""px at 100 % font size: narrower, the search stands below the title."""


class Part(Word):
    """The parts of the page."""

    LETTERS = "letters", N_("nomor surat keluar")
    DOCUMENTS = "documents", N_("dokumen tersimpan")
    FORMS = "forms", N_("format kosong")


class RegistryPage(Page):
    """Two lists over all cases, the letters and the kept papers, and the empty forms."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.search = SearchField(_("Cari nomor, penerima, kode kasus…"), shortcut="Ctrl+K")
        self.search.searched.connect(self._search)
        room = self.search.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the title stays where it is
        self.search.setSizePolicy(room)
        self.part = ChoiceChips(
            [(part, part.title) for part in Part], optional=False, name=_("Daftar")
        )
        self.part.set_value(Part.LETTERS)
        self.part.changed.connect(self.refresh)
        self.letters = LettersPart(session)
        self.letters.case_requested.connect(self.case_requested)
        self.documents = DocumentsPart(session)
        self.documents.case_requested.connect(self.case_requested)
        self.forms = FormsPart(session)
        self.hidden = Notice("", "info", action=_("Tampilkan semua"))
        self.hidden.action_requested.connect(self._show_all)
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.turn(self.width())

    @override
    def refresh(self) -> None:
        text = self.search.text().strip()
        lists = self.session.lists
        letters, documents = lists.count_letters(), lists.count_documents()
        self.part.chip(Part.LETTERS).setText(f"{Part.LETTERS.title} ({letters})")
        self.part.chip(Part.DOCUMENTS).setText(f"{Part.DOCUMENTS.title} ({documents})")
        chosen = self.part.value()
        found = total = 0
        if chosen is Part.LETTERS:
            found, total = self.letters.show_letters(text)
        elif chosen is Part.DOCUMENTS:
            found, total = self.documents.show_documents(text)
        self.search.setVisible(chosen is not Part.FORMS)
        self.letters.setVisible(chosen is Part.LETTERS)
        self.documents.setVisible(chosen is Part.DOCUMENTS)
        self.forms.setVisible(chosen is Part.FORMS)
        self.hidden.say(
            _("{n} baris lain disembunyikan oleh pencarian.").format(n=total - found)
            if total > found
            else ""
        )

    def _show_all(self) -> None:
        self.letters.widen()
        self.documents.widen()
        self.search.clear()
        self.refresh()

    def _search(self, _text: str) -> None:
        self.refresh()

    def _lay_out(self) -> None:
        self._head = TurningBox(NARROW, 12)
        self._head.addWidget(title(_("Arsip dokumen")), 1)
        self._head.addWidget(self.search, 1)
        card = Card()
        for part in (self.letters, self.documents, self.forms):
            card.add(part, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addLayout(self._head)
        column.addWidget(self.part)
        column.addWidget(self.hidden)
        column.addWidget(card, 1)

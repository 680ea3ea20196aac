"""Surat dan nomor: sheet, signatures, words and numbers, and a letter that shows them."""

from PySide6.QtWidgets import QVBoxLayout

from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter_texts import LetterText
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.beside_preview import BesidePreview
from konfkasus_gui.screens.settings.letter_forms import NumberForm, WritingForm
from konfkasus_gui.screens.settings.page_form import PageForm
from konfkasus_gui.screens.settings.school_forms import SignersForm
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.scroll import Scroll


class LettersSection(BesidePreview):
    """How all letters of the school look, in what they share."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sheet = PageForm(session)
        self.signers = SignersForm(session)
        self.writing = WritingForm(session)
        self.number = NumberForm(session)
        inner = Flowing()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for name, form in (
            (_("Kertas dan garis tepi"), self.sheet),
            (_("Sebutan dan salam"), self.writing),
            (_("Nomor surat"), self.number),
            (_("Tanda tangan"), self.signers),
        ):
            card = Card(name)
            card.add(form)
            column.addWidget(card)
        column.addStretch()
        fields = QVBoxLayout()
        fields.addWidget(Scroll(inner), 1)
        self.set_fields(fields)

    def refresh(self) -> None:
        """Draw the letter as the fields say now."""
        if self.isVisible():
            self.draw_letter(LetterText.INVITATION_SCHOOL)

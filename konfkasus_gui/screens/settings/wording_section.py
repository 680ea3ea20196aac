"""Kalimat surat: choose a letter, write its texts, and see how it reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.letter_texts import LetterText
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.beside_preview import BesidePreview
from konfkasus_gui.screens.settings.passage_form import PassageForm
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.scroll import Scroll

_HINTS = {
    LetterText.SECOND_INVITATION: N_("Bagian lain sama dengan undangan pertama."),
    LetterText.GUARDIAN_SUMMARY: N_("Isi ringkasan disusun dari hasil musyawarah."),
}


class WordingSection(BesidePreview):
    """The texts of one letter at a time, with the letter beside them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.forms: tuple[PassageForm, ...] = ()
        self.letter = NoWheelComboBox(LetterText)
        self.letter.setAccessibleName(_("Surat"))
        self.letter.set_value(LetterText.INVITATION_FAMILY)
        self.letter.changed.connect(self._show_letter)
        self.hint = small()
        self._texts = Card()
        self._lay_out()
        self._show_letter()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def refresh(self) -> None:
        """Draw the letter with the texts as they are kept now."""
        if not self.isVisible():
            return
        self.preview.seek(self._written.area.value())
        self.draw_letter(self.letter.value())

    def _show_letter(self) -> None:
        letter = self.letter.value()
        for form in self.forms:
            form.flush()
            self._texts.column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self.forms = tuple(PassageForm(self.session, passage) for passage in letter.passages)
        for form in self.forms:
            self._texts.add(form)
        self.hint.setText(_(_HINTS[letter]) if letter in _HINTS else "")
        self.hint.setVisible(bool(self.hint.text()))
        self._written = self.forms[0]
        self._write(self.forms[0])
        self.refresh()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for form in self.forms:
            if new is not None and form.isAncestorOf(new):
                self._write(form)

    def _write(self, written: PassageForm) -> None:
        self._written = written
        for form in self.forms:
            form.show_fields(shown=form is written)
        self.preview.seek(written.area.value())

    def _lay_out(self) -> None:
        inner = Flowing()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._texts.column.setSpacing(18)
        column.addWidget(self._texts)
        column.addWidget(
            small(
                _(
                    "Isian dalam kurung kurawal diganti program, misalnya {tempat}. Bagian dalam"
                    " kurung siku hilang bila isiannya kosong, misalnya [ selaku {jabatan}]."
                )
            )
        )
        column.addStretch()
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.letter, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.hint)
        left.addWidget(Scroll(inner), 1)
        self.set_fields(left)

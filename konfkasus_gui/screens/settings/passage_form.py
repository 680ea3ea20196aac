"""One text of a letter: the words, the fields that may stand in it, and what is wrong with it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter_texts import LetterField, Passage
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Wording
from konfkasus_gui.procedure.wording import problems
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import Button, link
from konfkasus_gui.screens.widgets.flow import FlowLayout
from konfkasus_gui.screens.widgets.label import small, strong
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.text_area import TextArea


class PassageForm(Form):
    """Kept as typed, also while something is wrong; what is printed meanwhile is said below.

    The program's own text is not kept: whoever comes back to it gets its later corrections too.
    """

    def __init__(self, session: Session, passage: Passage) -> None:
        super().__init__(session, self.read)
        self.passage = passage
        self.rows.setSpacing(8)
        self.area = self.bind(TextArea(lines=(2, 12)), "text")
        self.area.setAccessibleName(passage.title)
        self.changed_badge = Badge()
        self.undo = link(_("Urungkan"), icon="undo-2", pressed=self._undo)
        self.restore = link(_("Kembalikan asli"), pressed=self.put_back)
        self.notice = Notice()
        self.fields = tuple(self._chip(field) for field in LetterField if field in passage.fields)
        self._lay_out()
        self.area.textChanged.connect(self._weigh)
        self.area.undoAvailable.connect(self.undo.setEnabled)
        self.undo.setEnabled(False)
        self.show_fields(shown=False)
        self._weigh()

    def read(self) -> Wording:
        """The school's text as it is now, the program's own where there is none."""
        key = self.passage.value
        for wording in self.session.archive.every(Wording):
            if wording.key == key:
                return wording
        return Wording(key=key, text=self.passage.text)

    def put_back(self) -> None:
        """Write the program's own text; *Urungkan* brings the school's back."""
        cursor = self.area.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self.passage.text)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, field: LetterField) -> None:
        """Write ``field`` where the cursor stands."""
        self.area.textCursor().insertText("{" + field.value + "}")
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self) -> None:
        self.area.undo()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fields(self, *, shown: bool) -> None:
        """Offer the fields and the ways back, or leave the room to other texts."""
        self._offer.setVisible(shown)

    @override
    def keep(self, edited: Record) -> None:
        if not isinstance(edited, Wording) or edited.text != self.passage.text:
            super().keep(edited)
        elif edited.id:
            self.session.remove(edited)

    def _chip(self, field: LetterField) -> Button:
        chip = Button("{" + field.value + "}", kind="chip")
        chip.setToolTip(field.title)
        chip.setAccessibleName(_("Sisipkan {field}").format(field=field.label))
        chip.clicked.connect(partial(self.insert, field))
        return chip

    def _weigh(self) -> None:
        text = self.area.value()
        own = text != self.passage.text
        self.restore.setEnabled(own)
        wrong = problems(text, self.passage)
        if wrong:
            rest = _("Sampai diperbaiki, surat memakai teks asli.")
            self.notice.say(" ".join((*wrong, rest)), "warning")
            self.changed_badge.say(_("perlu diperbaiki"), "warning")
        elif not text.strip():
            self.notice.say(_("Kosong: bagian ini tidak dicetak."))
            self.changed_badge.say(_("kosong"), "neutral")
        else:
            self.notice.say("")
            self.changed_badge.say(_("diubah") if own else "", "accent")

    def _lay_out(self) -> None:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = strong(self.passage.title)
        name.setBuddy(self.area)
        line.addWidget(name, 1)
        line.addWidget(self.changed_badge, 0, Qt.AlignmentFlag.AlignTop)
        self._offer = QWidget()
        column = QVBoxLayout(self._offer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(_in_lines(self.undo, self.restore))
        column.addWidget(small(_("Sisipkan isian; program mengisinya pada setiap surat:")))
        column.addWidget(_in_lines(*self.fields))
        for row in (head, self.area, self.notice, self._offer):
            self.add_widget(row)
        self.notice.say("")


def _in_lines(*buttons: Button) -> QWidget:
    """Buttons from left to right, in as many lines as they need."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=6)
    for one in buttons:
        flow.addWidget(one)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder

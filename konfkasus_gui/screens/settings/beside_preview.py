"""Fields with a letter beside them that shows what they change."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget
from typing_extensions import override

from konfkasus_gui.procedure.letter_texts import LetterText
from konfkasus_gui.procedure.school import Account, Wording
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.letter_preview import LetterPreview

ROOMY = 860
"""px at 100 % font size: narrower, the preview stands above the fields."""
LOW = 170
"""px of a preview that stands above."""
LEAST_HEIGHT = 400
"""px at 100 % font size: lower, a preview above would leave no room for the fields."""
UNBOUND = 16_777_215
"""Qt's word for a height that has no limit."""


class BesidePreview(QWidget):
    """The preview stands beside the fields, above them, or nowhere, as there is room."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.preview = LetterPreview()
        self._sides = QBoxLayout(QBoxLayout.Direction.RightToLeft, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(14)
        self._sides.addWidget(self.preview, 5)

    def set_fields(self, fields: QLayout) -> None:
        """Put ``fields`` beside the preview; once."""
        self._sides.addLayout(fields, 6)

    def draw_letter(self, letter: LetterText) -> None:
        """Draw ``letter`` as the school writes it now."""
        session = self.session
        school, today = session.school, session.today()
        wordings = session.archive.every(Wording)
        counselor = session.account or Account(name="", created_at=session.now())

        def draw() -> bytes:
            from konfkasus_gui.documents.letter_sample import letter_sample

            return letter_sample(letter, school, counselor, wordings, today)

        self.preview.show_drawing((letter, school, counselor, wordings, today), draw)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.scaled(ROOMY)
        way = QBoxLayout.Direction
        self._sides.setDirection(way.RightToLeft if beside else way.TopToBottom)
        self._sides.setStretchFactor(self.preview, 5 if beside else 0)
        self.preview.setMinimumHeight(0 if beside else LOW)
        self.preview.setMaximumHeight(UNBOUND if beside else LOW)
        self.preview.setVisible(beside or self.height() >= theme.scaled(LEAST_HEIGHT))
        self.preview.name.setVisible(beside)
        self.preview.words.setVisible(beside)

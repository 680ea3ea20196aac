"""Pengaturan: its parts, each a column of cards; everything typed is kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.about import AboutSection
from konfkasus_gui.screens.settings.account import AccountSection
from konfkasus_gui.screens.settings.letterhead_preview import LetterheadPreview
from konfkasus_gui.screens.settings.letters_section import LettersSection
from konfkasus_gui.screens.settings.removed_section import RemovedSection
from konfkasus_gui.screens.settings.retention_section import RetentionSection
from konfkasus_gui.screens.settings.school_forms import LetterheadForm
from konfkasus_gui.screens.settings.wording_section import WordingSection
from konfkasus_gui.screens.settings.words_section import WordsSection
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import title
from konfkasus_gui.screens.widgets.scroll import Scroll
from konfkasus_gui.screens.widgets.turning_box import TurningBox

ROOMY = 820
"""px at 100 % font size: narrower, the preview stands above the form."""
WIDEST = 720
"""px at 100 % font size of a column of fields."""
NARROW = 520


if TYPE_CHECKING:
    from konfkasus_gui.screens.settings.backups_section import BackupsSection
    from konfkasus_gui.screens.settings.history_section import HistorySection


class Part(Word):
    """The parts of the settings."""

    SCHOOL = "school", N_("kop surat")
    LETTERS = "letters", N_("surat dan nomor")
    WORDING = "wording", N_("kalimat surat")
    WORDS = "words", N_("bahasa netral")
    ACCOUNT = "account", N_("akun")
    BACKUPS = "backups", N_("cadangan")
    HISTORY = "history", N_("riwayat")
    RETENTION = "retention", N_("masa simpan")
    REMOVED = "removed", N_("terhapus")
    ABOUT = "about", N_("tentang")


class SettingsPage(Page):
    """The school, its letters, the account, the program."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.letterhead = LetterheadForm(session)
        self.letters = LettersSection(session)
        self.wording = WordingSection(session)
        self.words = WordsSection(session)
        self.account = AccountSection(session)
        self.account.passphrase_requested.connect(self.passphrase_requested)
        self.account.account_requested.connect(self.account_requested)
        self.account.recovery_requested.connect(self.recovery_requested)
        self.backups: BackupsSection | None = None
        self.history: HistorySection | None = None
        self.retention = RetentionSection(session)
        self.removed = RemovedSection(session)
        self.about = AboutSection(session)
        self.preview = LetterheadPreview()
        self.parts = ChoiceChips(Part, optional=False, name=_("Bagian pengaturan"))
        self.parts.set_value(Part.SCHOOL)
        self.parts.changed.connect(self._turn)
        self._stack = QStackedWidget()
        self._lay_out()

    @property
    def busy(self) -> bool:
        """Whether a picture of a letter or its head is on its way."""
        return any(one.preview.busy for one in (self, self.letters, self.wording))

    def show_part(self, part: Part) -> None:
        """Turn to one part."""
        self.parts.set_value(part)
        self._turn()

    @override
    def refresh(self) -> None:
        self.preview.show_school(self.session.school)
        self.letters.refresh()
        self.wording.refresh()
        self.words.refresh()
        self.account.refresh()
        self.retention.refresh()
        for part in (self.backups, self.history):
            if part is not None and part.isVisible():
                part.refresh()
        if self.parts.value() is Part.REMOVED:
            self.removed.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.turn(self.width())
        way = QBoxLayout.Direction
        beside = self.width() >= theme.scaled(ROOMY)
        self._sides.setDirection(way.RightToLeft if beside else way.TopToBottom)
        self._sides.setStretchFactor(self.preview, 4 if beside else 0)
        self.preview.name.setVisible(beside)
        self._sides.setAlignment(
            self.preview, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
        )

    def _turn(self) -> None:
        if self.parts.value() is Part.BACKUPS:
            self._make_backups()
        if self.parts.value() is Part.HISTORY:
            self._make_history()
        self._stack.setCurrentIndex(list(Part).index(self.parts.value()))
        self.refresh()

    def _make_backups(self) -> None:
        """Fill the part when it is first seen; without backups to tell of it stays empty."""
        backups = self.session.backups
        if self.backups is not None or backups is None:
            return
        from konfkasus_gui.screens.settings.backups_section import BackupsSection

        self.backups = BackupsSection(self.session, backups)
        self.backups.restore_requested.connect(self.restore_requested)
        column = QVBoxLayout(self._backups_place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.backups)

    def _make_history(self) -> None:
        """Fill the part when it is first seen."""
        if self.history is not None:
            return
        from konfkasus_gui.screens.settings.history_section import HistorySection

        self.history = HistorySection(self.session)
        self.history.case_requested.connect(self.case_requested)
        column = QVBoxLayout(self._history_place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.history)

    def show_history(self, code: str = "") -> None:
        """Turn to the history, of the case ``code`` if one is named."""
        self.show_part(Part.HISTORY)
        if self.history is not None and code:
            self.history.show_case(code)

    def _lay_out(self) -> None:
        school = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.RightToLeft, school)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(14)
        self._sides.addWidget(self.preview, 4)
        self._sides.addWidget(Scroll(_column(_card(_("Kop surat"), self.letterhead))), 5)
        self._backups_place = Flowing()
        self._history_place = QWidget()
        parts: dict[Part, QWidget] = {
            Part.SCHOOL: school,
            Part.LETTERS: self.letters,
            Part.WORDING: self.wording,
            Part.WORDS: _narrow(self.words),
            Part.ACCOUNT: _narrow(self.account),
            Part.BACKUPS: _narrow(self._backups_place),
            Part.HISTORY: self._history_place,
            Part.RETENTION: _narrow(self.retention),
            Part.REMOVED: self.removed,
            Part.ABOUT: _narrow(self.about),
        }
        for part in Part:
            self._stack.addWidget(parts[part])
        name = title(_("Pengaturan"))
        name.setWordWrap(False)
        low = self.parts.sizePolicy()
        low.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # as many lines as the width asks for
        self.parts.setSizePolicy(low)
        self._head = TurningBox(NARROW, 10)
        self._head.addWidget(name)
        self._head.addSpacing(14)
        self._head.addWidget(self.parts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)


def _card(name: str, form: Form) -> Card:
    card = Card(name)
    card.add(form)
    return card


def _narrow(part: QWidget) -> Scroll:
    """``part`` no wider than a column of fields should be."""
    part.setMaximumWidth(theme.scaled(WIDEST))
    return Scroll(part)


def _column(*cards: Card) -> QWidget:
    part = Flowing()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch()
    return part

"""Bahasa netral: the words that the school adds to the list, and those it hears no more of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from konfkasus_gui.language import _
from konfkasus_gui.procedure.school_words import SchoolWord, Treatment, as_kept, word_problem
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import body, muted, small, strong
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.row_column import RowColumn


class WordsSection(Flowing):
    """Two lists; what is taken out of one can be put back with the notice's button."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._removed: SchoolWord | None = None
        self.word = QLineEdit()
        self.word.setPlaceholderText(_("Misalnya: tengil"))
        self.instead = QLineEdit()
        self.instead.setPlaceholderText(_("Misalnya: mengejek temannya … kali"))
        self.problem = small()
        self.add_button = button(_("Tambah kata"), icon="plus", pressed=self.add_word)
        self.watched = RowColumn()
        self.silenced = RowColumn()
        self.no_watched = muted(_("Belum ada. Kata bawaan program tetap ditandai."))
        self.no_silenced = muted(_("Belum ada. Pilih “Jangan ingatkan lagi” pada kata bergaris."))
        self.notice = Notice(action=_("Urungkan"))
        self.notice.action_requested.connect(self._put_back)
        self.notice.hide()
        self.word.returnPressed.connect(self.instead.setFocus)
        self.word.textEdited.connect(lambda: self._say(""))
        self.instead.returnPressed.connect(self.add_word)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the words as they are now."""
        words = self._session.archive.every(SchoolWord)
        for treatment, rows, empty in (
            (Treatment.WATCHED, self.watched, self.no_watched),
            (Treatment.SILENCED, self.silenced, self.no_silenced),
        ):
            mine = sorted(
                (one for one in words if one.treatment is treatment), key=lambda one: one.word
            )
            rows.show_rows(self._row(one) for one in mine)
            empty.setVisible(not mine)

    def add_word(self) -> None:
        """Keep what is typed as a word that is marked from now on."""
        problem = word_problem(self.word.text(), self._session.archive.every(SchoolWord))
        self._say(problem)
        if problem:
            self.word.setFocus()
            return
        instead = " ".join(self.instead.text().split())
        self._session.save(SchoolWord(word=as_kept(self.word.text()), instead=instead))
        self.word.clear()
        self.instead.clear()
        self.word.setFocus()
        self.notice.hide()
        self.refresh()

    def _row(self, word: SchoolWord) -> LineRow:
        watched = word.treatment is Treatment.WATCHED
        row = LineRow(
            word,
            f"{word.word} → {word.instead}" if word.instead else word.word,
            action=_("Hapus") if watched else _("Ingatkan lagi"),
        )
        row.activated.connect(self._remove)
        return row

    def _remove(self, word: SchoolWord) -> None:
        self._session.remove(word)
        self._removed = word
        told = (
            _("“{word}” dihapus dari daftar.")
            if word.treatment is Treatment.WATCHED
            else _("“{word}” ditandai lagi.")
        )
        self.notice.say(told.format(word=word.word))
        self.refresh()

    def _put_back(self) -> None:
        removed, self._removed = self._removed, None
        words = self._session.archive.every(SchoolWord)
        if removed is not None and not any(one.word == removed.word for one in words):
            self._session.save(
                SchoolWord(word=removed.word, treatment=removed.treatment, instead=removed.instead)
            )
        self.notice.hide()
        self.refresh()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _lay_out(self) -> None:
        own = Card(_("Kata yang ditandai sekolah"))
        own.add(
            body(
                _(
                    "Kata yang menilai anak digarisbawahi saat Anda menulis. Tambahkan kata yang"
                    " juga ingin dihindari sekolah; bentuk berimbuhannya ikut ditandai."
                )
            )
        )
        for name, field in (
            (_("Kata atau ungkapan"), self.word),
            (_("Saran pengganti, boleh kosong"), self.instead),
        ):
            label = strong(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            own.add(label)
            own.add(field)
        own.add(self.problem)
        own.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        own.add(self.no_watched)
        own.add(self.watched)
        quiet = Card(_("Tidak diingatkan lagi"))
        quiet.add(self.no_silenced)
        quiet.add(self.silenced)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self.notice, own, quiet):
            column.addWidget(part)
        column.addStretch()
        self._say("")

"""How letters are written and numbered."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.numbering import PatternInvalid, letter_number
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import School
from konfkasus_gui.procedure.vocabulary import Numbering
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.school_forms import NARROW, SchoolForm
from konfkasus_gui.screens.settings.word_field import WordField
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.notice import Notice

_WORDS_BESIDE = 620
"""px at 100 % font size below which the chips of two words would wrap beside each other."""
ZONES = (
    ("WIB", N_("WIB (Indonesia Barat)")),
    ("WITA", N_("WITA (Indonesia Tengah)")),
    ("WIT", N_("WIT (Indonesia Timur)")),
)
GREETINGS = (
    (N_("Dengan hormat,"), ""),
    (N_("Assalamu'alaikum Wr. Wb."), N_("Wassalamu'alaikum Wr. Wb.")),
    (N_("Salam sejahtera,"), ""),
    (N_("Om Swastyastu,"), ""),
    (N_("Shalom,"), ""),
)
"""What letters open and close with."""


class WritingForm(SchoolForm):
    """The clock and the words of all letters."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.time_zone = self.bind(
            ChoiceChips([(code, _(words)) for code, words in ZONES], optional=False), "time_zone"
        )
        self.subject_label = self.bind(
            WordField(_("Sebutan pokok surat"), (_("Perihal"), _("Hal"))), "subject_label"
        )
        self.student_word = self.bind(
            WordField(_("Sebutan siswa"), (_("peserta didik"), _("murid"), _("siswa"))),
            "student_word",
        )
        self.greeting = self.bind(QLineEdit(), "greeting")
        self.farewell = self.bind(QLineEdit(), "farewell")
        self.greetings = ChoiceChips(
            [
                ((_(opening), _(closing) if closing else ""), _(opening).rstrip(","))
                for opening, closing in GREETINGS
            ],
            name=_("Salam yang lazim"),
        )
        self.greetings.changed.connect(self._take_greeting)
        self.add(_("Zona waktu"), self.time_zone)
        self.add_widget(
            Beside(
                self.add(_("Sebutan pokok surat"), self.subject_label),
                self.add(_("Sebutan siswa"), self.student_word),
                narrow=_WORDS_BESIDE,
            )
        )
        self.add(_("Salam"), self.greetings)
        self.add_widget(
            Beside(
                self.add(_("Salam pembuka"), self.greeting),
                self.add(_("Salam penutup"), self.farewell),
                narrow=NARROW,
            )
        )

    @override
    def refreshed(self) -> None:
        school = self.read()
        self.greetings.set_value((school.greeting, school.farewell))

    def _take_greeting(self) -> None:
        self.flush()
        chosen = self.greetings.value()
        if chosen is None:
            self.refreshed()
            return
        opening, closing = chosen
        self.session.save(replace(self.read(), greeting=opening, farewell=closing))


class NumberForm(SchoolForm):
    """How letters are numbered; a pattern that gives no number is not kept."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.code = self.bind(QLineEdit(), "number_code")
        self.unit = self.bind(QLineEdit(), "number_unit")
        self.pattern = self.bind(QLineEdit(), "number_pattern")
        self.numbering = self.bind(ChoiceChips(Numbering, optional=False), "numbering")
        self.shared_number = self.bind(
            QCheckBox(_("Satu nomor untuk semua penerima")), "shared_number"
        )
        self.example = Notice()
        self.add(
            _("Nomor surat"),
            self.numbering,
            hint=_("Nomor yang dikosongkan dicetak sebagai titik-titik dan dicatat kemudian."),
        )
        self.add_widget(self.shared_number)
        self.add_widget(
            Beside(
                self.add(_("Kode klasifikasi"), self.code),
                self.add(_("Kode unit"), self.unit),
                narrow=NARROW,
            )
        )
        self.add(_("Pola nomor"), self.pattern)
        self.add_widget(self.example)
        self.add_widget(
            small(
                _(
                    "Bagian dalam kurung kurawal diisi sendiri oleh program: {kode}, {urut:03} "
                    "(nomor urut tiga angka, mulai 1 setiap Januari), {unit}, {bulan_romawi}, "
                    "{bulan:02}, dan {tahun}."
                )
            )
        )
        for field in (self.code, self.unit, self.pattern):
            field.textChanged.connect(self._show_example)
        self._show_example()

    @override
    def keep(self, edited: Record) -> None:
        school = self.read()
        if isinstance(edited, School):
            try:
                self._number(edited.number_pattern)
            except PatternInvalid:
                edited = replace(edited, number_pattern=school.number_pattern)
        if edited != school:
            super().keep(edited)

    def _number(self, pattern: str) -> str:
        return letter_number(
            pattern,
            code=self.code.text(),
            sequence=1,
            unit=self.unit.text(),
            on=self.session.today(),
        )

    def _show_example(self) -> None:
        try:
            number = self._number(self.pattern.text())
        except PatternInvalid as error:
            sentence = _("{problem} Pola terakhir yang benar tetap dipakai.")
            self.example.say(sentence.format(problem=error), "warning")
        else:
            self.example.say(_("Contoh: {number}").format(number=number))

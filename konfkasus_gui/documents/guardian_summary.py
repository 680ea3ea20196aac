"""The summary for the family: good sides, what was agreed, and dates (domain, 3.10)."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Table

from konfkasus_gui.documents import letter
from konfkasus_gui.documents.forms import fill_in, numbered
from konfkasus_gui.documents.grid import details, grid
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    HEADING,
    JUSTIFIED,
    SUBTITLE,
    TITLE,
    Office,
    Sheet,
    heading,
    or_dots,
    pages,
    text,
)
from konfkasus_gui.documents.signatures import counselor, signatures
from konfkasus_gui.documents.wording import capital, sentence
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, long_date
from konfkasus_gui.procedure.family_summary import FamilySummary
from konfkasus_gui.procedure.letter_texts import LetterField, Passage
from konfkasus_gui.procedure.school import Student
from konfkasus_gui.procedure.vocabulary import DocumentKind

_KIND = DocumentKind.GUARDIAN_SUMMARY
_BLANK_ROWS = 2
_WRITING_ROW = 10


def guardian_summaries(
    office: Office, summaries: Sequence[FamilySummary], student: Student, code: str
) -> bytes:
    """A sheet for each reader. It leaves the school, so the code of the case is not on it."""
    return pages(
        [
            Sheet(
                parts=_parts(office, summary, student),
                foot=foot(_KIND, _("Terbatas")),
                named=True,
            )
            for summary in summaries
        ],
        page=office.page,
        author=office.school.name,
        title=title(_KIND, code),
    )


def _parts(office: Office, summary: FamilySummary, student: Student) -> list[Flowable]:
    width = office.width
    reader = letter.honoured(summary.reader)
    if summary.capacity:
        reader = f"{reader} – {capital(summary.capacity)}"
    return [
        *letterhead(office.school, width),
        text(_("RINGKASAN HASIL MUSYAWARAH PENDAMPINGAN"), TITLE),
        text(_("untuk orang tua/wali"), SUBTITLE),
        details(
            [
                (_("Kepada Yth."), reader),
                (_("Tentang Ananda"), or_dots(student.name)),
                (_("Kelas"), or_dots(student.class_name)),
                (
                    _("Musyawarah"),
                    full_date(summary.held_on) if summary.held_on else or_dots(""),
                ),
            ],
            label=36,
            width=width,
        ),
        *letter.paragraph(office, Passage.SUMMARY_OPENING, _values(summary, student)),
        *heading(_("1. Hal baik yang kami catat tentang Ananda")),
        numbered([sentence(capital(one)) for one in summary.positive], first="a")
        if summary.positive
        else fill_in("", width, lines=2),
        *heading(_("2. Yang disepakati keluarga")),
        _own(summary, width),
        *heading(_("3. Yang dilakukan sekolah dan pihak yang membantu")),
        _others(summary, width),
        signatures(
            None,
            counselor(office, letter.place_and_date(office.school.city, office.dated)),
            width,
            with_it=_ending(office, summary, student),
        ),
    ]


def _own(summary: FamilySummary, width: float) -> Flowable:
    if not summary.own and _known(summary):
        return text(_("Belum ada kesepakatan khusus."), JUSTIFIED)
    rows = [
        [
            str(place),
            capital(one.what),
            long_date(one.starts_on) if one.starts_on else "",
            long_date(one.due_on) if one.due_on else "",
        ]
        for place, one in enumerate(summary.own, 1)
    ]
    return _table([_("Kesepakatan"), _("Mulai"), _("Dilihat bersama")], rows, width)


def _others(summary: FamilySummary, width: float) -> Flowable:
    if not summary.others and _known(summary):
        return text(_("Belum ada tindakan khusus."), JUSTIFIED)
    rows = [
        [
            str(place),
            capital(one.what),
            capital(one.by),
            long_date(one.due_on) if one.due_on else "",
        ]
        for place, one in enumerate(summary.others, 1)
    ]
    return _table([_("Bantuan untuk Ananda"), _("Oleh"), _("Paling lambat")], rows, width)


def _known(summary: FamilySummary) -> bool:
    """Whether the meeting brought anything; without it there is room to write."""
    return bool(summary.positive or summary.own or summary.others)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], width: float) -> Table:
    blank = [[str(place), "", "", ""] for place in range(1, _BLANK_ROWS + 1)]
    return grid(
        [_("No"), *header],
        rows or blank,
        widths=(9, 92, 34, 32),
        width=width,
        least=0 if rows else _WRITING_ROW,
    )


def _ending(office: Office, summary: FamilySummary, student: Student) -> list[Flowable]:
    steps = _("Pertemuan berikut, bila diperlukan, kami sampaikan lewat undangan.")
    if summary.next_look is not None or not _known(summary):
        steps = _("Perkembangan Ananda kita lihat bersama paling lambat {day}. {steps}").format(
            day=long_date(summary.next_look) if summary.next_look else or_dots("", inside=True),
            steps=steps,
        )
    return [
        text(_("4. Langkah berikut"), HEADING),
        text(steps, JUSTIFIED),
        *letter.paragraph(office, Passage.SUMMARY_CLOSING, _values(summary, student)),
    ]


def _values(summary: FamilySummary, student: Student) -> dict[LetterField, str]:
    return {
        LetterField.STUDENT_NAME: student.name,
        LetterField.CLASS_NAME: student.class_name,
        LetterField.RECIPIENT: summary.reader,
    }

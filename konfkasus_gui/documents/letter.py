"""The parts of a letter: number and date, whom it is for, its texts, and who gets copies."""

from collections.abc import Mapping, Sequence
from datetime import date

from reportlab.platypus import Flowable, Table

from konfkasus_gui.documents.grid import details
from konfkasus_gui.documents.paper import (
    BODY,
    DOTS,
    FLUSH,
    INSIDE,
    JUSTIFIED,
    RIGHTWARD,
    SMALL,
    SUBTITLE,
    Office,
    bold,
    space,
    text,
)
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.letter_texts import LetterField, Passage
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.register import issued
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.procedure.wording import filled, text_of

NO_NUMBER = "……………………"


def number_line(plan: Plan, kind: DocumentKind) -> Flowable:
    """``Nomor: …`` below the title of a paper that has a number of its own, or dots for it."""
    numbered = issued(plan, kind)
    number = (numbered.number if numbered else "") or NO_NUMBER
    return text(_("Nomor: {number}").format(number=number), SUBTITLE)


def head(
    office: Office,
    *,
    number: str,
    dated: date | None,
    subject: str,
    enclosed: str = "-",
    nature: str = "",
) -> list[Flowable]:
    """Number, nature, enclosures and subject at the left; place and date level with the number.

    ``nature`` is left out when empty; a letter that has no number yet shows dots (domain, 2.1).
    """
    lines: list[tuple[str, Flowable | str]] = [(_("Nomor"), number.strip() or NO_NUMBER)]
    if nature:
        lines.append((_("Sifat"), nature))
    lines.append((_("Lampiran"), enclosed))
    lines.append((office.school.subject_label.strip() or _("Perihal"), bold(subject)))
    width, right = office.width, office.width * 0.36
    block = Table(
        [
            [
                details(lines, label=21, width=width - right),
                text(place_and_date(office.school.city, dated), RIGHTWARD),
            ]
        ],
        colWidths=[width - right, right],
        style=[
            *FLUSH,
            ("TOPPADDING", (1, 0), (1, 0), 0.5),
        ],
    )
    return [block, space(4)]


def place_and_date(city: str, day: date | None) -> str:
    """``Sukamaju, 20 November 2026``; dots for what is not known."""
    when = long_date(day) if day is not None else "………………………"
    if city.strip():
        return f"{city.strip()}, {when}"
    return when if day is not None else f"…………………, {when}"


def addressee(lines: Sequence[str]) -> list[Flowable]:
    """Whom the letter is for; empty lines are left out."""
    filled = [line.strip() for line in lines if line.strip()]
    return [*(text(line, BODY) for line in filled), space(4)]


def honoured(name: str) -> str:
    """``Bapak/Ibu Ratna Wulandari``; a name that says Bapak or Ibu already stays as it is."""
    own = name.strip()
    if own.casefold().startswith(_ADDRESSED):
        return own
    return _("Bapak/Ibu {name}").format(name=own or NO_NUMBER)


_ADDRESSED = ("bapak ", "bapak/ibu", "ibu ", "bpk ", "bpk. ", "pak ", "bu ", "sdr. ", "sdri. ")


def words(office: Office, passage: Passage, values: Mapping[LetterField, str]) -> str:
    """The school's text for ``passage``, filled; dots for what is not known."""
    counselor = office.counselor
    common = {
        LetterField.STUDENT_WORD: office.students,
        LetterField.COUNSELOR: counselor.name,
        LetterField.PHONE: counselor.phone,
        LetterField.SCHOOL: office.school.name,
        LetterField.DOTS: DOTS,
    }
    return filled(text_of(passage, office.wordings), {**common, **values}, dots=INSIDE)


def paragraph(
    office: Office, passage: Passage, values: Mapping[LetterField, str]
) -> list[Flowable]:
    """``words`` as a paragraph; nothing where the school left the text empty."""
    written = words(office, passage, values)
    return [text(written, JUSTIFIED)] if written else []


def copies(recipients: Sequence[str]) -> list[Flowable]:
    """``Tembusan:`` and who gets a copy, numbered."""
    return [
        space(4),
        text(_("Tembusan:"), SMALL),
        *(text(f"{place}. {name}", SMALL) for place, name in enumerate(recipients, 1)),
    ]

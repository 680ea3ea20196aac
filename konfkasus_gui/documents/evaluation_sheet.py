"""The sheet of analysis and evaluation: did the conference succeed, in the procedure's terms."""

from collections.abc import Sequence

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table

from konfkasus_gui.documents.forms import choices_in_line, fill_in
from konfkasus_gui.documents.grid import Cell, details, grid
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.meeting import meeting_lines
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    CELL,
    HEADING,
    JUSTIFIED,
    TITLE,
    Office,
    Sheet,
    heading,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import counselor, signatures
from konfkasus_gui.documents.wording import capital, sentence
from konfkasus_gui.language import _
from konfkasus_gui.procedure.evaluation import Appraisal, added, grounds, outcome
from konfkasus_gui.procedure.meeting import Meeting, committed
from konfkasus_gui.procedure.vocabulary import Aim, DocumentKind, Function, Level, Outcome

_KIND = DocumentKind.EVALUATION_SHEET
_TICK = "√"
_BLANK_INFORMATION = 3
_BLANK_GUESTS = 5
_WRITING_ROW = 9
_LINE = 80
_WITH_SIGNATURE = 8
"""Lines of a conclusion that goes to the next page along with the signature."""
_MIDDLE = ParagraphStyle("middle", CELL, alignment=TA_CENTER)


def evaluation_sheet(office: Office, appraisal: Appraisal) -> bytes:
    """New information, everybody's commitment, aims and functions, and the outcome (paper, D.3).

    What was not judged yet stays an empty cell or box, to be filled in by hand.
    """
    width, code = office.width, appraisal.meeting.plan.case.code
    evaluation = appraisal.evaluation
    informed, promised = _grounds(appraisal.meeting)
    words = _("5. Kesimpulan")
    concluded = [fill_in("", width, evaluation.summary, lines=3), *_overruled(appraisal)]
    long = _lines(evaluation.summary + evaluation.overruled_reason) > _WITH_SIGNATURE
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("LEMBAR ANALISIS DAN EVALUASI KONFERENSI KASUS"), TITLE),
        space(3),
        details(meeting_lines(office, appraisal.meeting)[:-1], label=34, width=width),
        *heading(_("1. Informasi baru yang berarti")),
        *informed,
        _information(appraisal.meeting, width),
        fill_in(_("Catatan:"), width, evaluation.information_note),
        *heading(_("2. Komitmen peserta")),
        *promised,
        _commitments(appraisal.meeting, width),
        fill_in(_("Catatan:"), width, evaluation.commitment_note),
        *heading(_("3. Ketercapaian tujuan khusus")),
        _judgements(appraisal, tuple(Aim), _("Tujuan khusus"), width),
        *heading(_("4. Keterlaksanaan fungsi layanan")),
        _judgements(appraisal, tuple(Function), _("Fungsi"), width),
        *(heading(words) if long else []),
        *(concluded if long else []),
        signatures(
            None,
            counselor(office, place_and_date(office.school.city, evaluation.evaluated_on)),
            width,
            with_it=[
                *([] if long else [text(words, HEADING), *concluded]),
                choices_in_line(
                    _("Konferensi kasus ini:"),
                    [one.label for one in Outcome],
                    width,
                    crossed=outcome(appraisal).label if evaluation.evaluated_on else "",
                ),
            ],
        ),
    ]
    return pages(
        [Sheet(parts=parts, foot=foot(_KIND, code))],
        page=office.page,
        author=office.school.name,
        title=title(_KIND, code),
    )


def _lines(typed: str) -> int:
    """About how many lines ``typed`` takes."""
    return sum(1 + len(line) // _LINE for line in typed.splitlines())


def _grounds(meeting: Meeting) -> tuple[list[Flowable], list[Flowable]]:
    """The two measures in words; nothing before the meeting was held."""
    if meeting.conference.opened_at is None:
        return [], []
    informed, promised = grounds(meeting)
    return [text(informed, JUSTIFIED)], [text(promised, JUSTIFIED)]


def _information(meeting: Meeting, width: float) -> Table:
    """What was added and means much; who said it stays in the minutes."""
    found = [said for said in added(meeting) if said.meaningful]
    rows: list[list[Cell]] = [
        [
            str(place),
            said.aspect.title if said.aspect else "",
            said.text,
            said.basis.title if said.basis else "",
        ]
        for place, said in enumerate(found, 1)
    ]
    blank = [[str(place), "", "", ""] for place in range(1, _BLANK_INFORMATION + 1)]
    return grid(
        [_("No"), _("Aspek"), _("Informasi baru"), _("Sifat")],
        rows or blank,
        widths=(9, 32, 96, 28),
        width=width,
        least=0 if rows else _WRITING_ROW,
    )


def _commitments(meeting: Meeting, width: float) -> Table:
    present = meeting.present()
    promised = {guest.id for guest in committed(meeting)}
    rows = [
        [
            str(place),
            guest.name,
            capital(guest.capacity.strip() or guest.origin.label),
            _tick(guest.id in promised),
            _tick(guest.id not in promised),
        ]
        for place, guest in enumerate(present, 1)
    ]
    blank = [[str(place), "", "", "", ""] for place in range(1, _BLANK_GUESTS + 1)]
    return grid(
        [_("No"), _("Peserta yang hadir"), _("Unsur"), _("Ada"), _("Belum")],
        rows or blank,
        widths=(9, 64, 60, 15, 17),
        width=width,
        least=0 if rows else _WRITING_ROW,
    )


def _judgements(
    appraisal: Appraisal, subjects: Sequence[Aim | Function], words: str, width: float
) -> Table:
    rows, levels = [], []
    for place, subject in enumerate(subjects, 1):
        judged = appraisal.judgement(subject)
        levels.append(judged.level)
        ticks = [_tick(judged.level is level) for level in Level]
        rows.append([str(place), subject.title, *ticks, judged.reason])
    return grid(
        [_("No"), words, *(level.title for level in Level), _("Alasan")],
        rows,
        widths=(9, 44, 18, 19, 15, 60),
        width=width,
        least=_WRITING_ROW if None in levels else 0,
    )


def _tick(ticked: bool) -> Cell:
    return text(_TICK if ticked else "", _MIDDLE)


def _overruled(appraisal: Appraisal) -> list[Flowable]:
    """Why the counselor's outcome is another than the reckoned one."""
    evaluation = appraisal.evaluation
    if evaluation.overruled is None or not evaluation.overruled_reason.strip():
        return []
    reason = _("Hasil ditetapkan oleh Guru BK dengan alasan: {reason}").format(
        reason=sentence(evaluation.overruled_reason)
    )
    return [text(reason, JUSTIFIED)]

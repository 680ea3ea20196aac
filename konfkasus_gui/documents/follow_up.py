"""The papers of stage 4: the follow-up plan (rencana tindak lanjut), on its side."""

from reportlab.platypus import Flowable, Table

from konfkasus_gui.documents.grid import details, grid
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    HEADING,
    TITLE,
    Office,
    Sheet,
    number_or_dots,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.documents.wording import term
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import full_date, long_date
from konfkasus_gui.procedure.follow_up import Action, FollowUp, assessment_due
from konfkasus_gui.procedure.vocabulary import AssessmentKind, DocumentKind

_BLANK_ROWS = 4
_FORM_ROWS = 8
_WRITING_ROW = 9


def follow_up_plan(office: Office, follow_up: FollowUp) -> bytes:
    """Who does what, when, where and how, and when it is assessed (domain, 3.9)."""
    width = office.wide
    code = follow_up.case.code
    chosen = follow_up.chosen()
    rows = [_row(follow_up, place, action) for place, action in enumerate(chosen, 1)]
    room = _FORM_ROWS if office.blank else _BLANK_ROWS
    blank = [[str(place), *[""] * 7] for place in range(1, room + 1)]
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("RENCANA TINDAK LANJUT KONFERENSI KASUS"), TITLE),
        space(3),
        details(_identity(office, follow_up), label=50, width=width),
        grid(
            [
                _("No"),
                _("Tindakan"),
                _("Penanggung jawab"),
                _("Tenggat"),
                _("Tempat"),
                _("Teknik/layanan"),
                _("Ukuran berhasil"),
                _("Status"),
            ],
            rows or blank,
            widths=(9, 66, 36, 26, 27, 39, 46, 19),
            width=width,
            least=0 if rows else _WRITING_ROW,
        ),
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office, place_and_date(office.school.city, office.dated)),
            width,
            with_it=[text(_("Penilaian layanan"), HEADING), _assessments(follow_up, width)],
        ),
    ]
    return pages(
        [Sheet(parts=parts, foot=foot(DocumentKind.FOLLOW_UP_PLAN, code))],
        page=office.page,
        author=office.school.name,
        title=title(DocumentKind.FOLLOW_UP_PLAN, code),
        landscape=True,
    )


def _identity(office: Office, follow_up: FollowUp) -> list[tuple[str, str]]:
    conference = follow_up.conference
    held = full_date(conference.held_on) if conference.held_on else or_dots("")
    day = conference.held_on or office.dated
    return [
        (_("Kode kasus"), or_dots(follow_up.case.code)),
        (
            _("Dasar"),
            _("Konferensi kasus pertemuan ke-{n}, {day}").format(
                n=number_or_dots(conference.number), day=held
            ),
        ),
        (_("Semester, tahun pelajaran"), or_dots(term(day))),
    ]


def _row(follow_up: FollowUp, place: int, action: Action) -> list[str]:
    service = action.service.title if action.service else ""
    how = ": ".join(filter(None, (service, action.technique.strip())))
    return [
        str(place),
        follow_up.deed(action),
        action.who,
        long_date(action.due_on) if action.due_on else "",
        action.where,
        how,
        action.measure,
        action.state.title,
    ]


def _assessments(follow_up: FollowUp, width: float) -> Table:
    return grid(
        [_("Penilaian"), _("Paling lambat"), _("Dilaksanakan"), _("Hasil")],
        [_assessment(follow_up, kind) for kind in AssessmentKind],
        widths=(70, 38, 38, 122),
        width=width,
    )


def _assessment(follow_up: FollowUp, kind: AssessmentKind) -> list[str]:
    assessment, held_on = follow_up.assessment(kind), follow_up.conference.held_on
    due_on = assessment.due_on
    if due_on is None and held_on is not None:
        due_on = assessment_due(kind, held_on)
    return [
        kind.title,
        long_date(due_on) if due_on else "",
        long_date(assessment.done_on) if assessment.done_on else "",
        assessment.text,
    ]

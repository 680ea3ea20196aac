"""The paper with which the client or a guardian takes a consent back (domain, 3.5)."""

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable

from konfkasus_gui.documents.forms import Choice, choices, fill_in, numbered
from konfkasus_gui.documents.grid import details
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    BODY,
    JUSTIFIED,
    SUBTITLE,
    TITLE,
    Office,
    Sheet,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import Signer, counselor, signatures
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import ConsentGiver, DocumentKind


def consent_withdrawal(
    office: Office,
    plan: Plan,
    student: Student,
    guardian: Guardian | None,
    givers: Sequence[ConsentGiver],
) -> bytes:
    """One sheet for each of ``givers``; what is taken back and what becomes of it is crossed."""
    kind, code = DocumentKind.CONSENT_WITHDRAWAL, plan.case.code
    return pages(
        [
            Sheet(parts=_parts(office, plan, student, guardian, giver), foot=foot(kind, code))
            for giver in givers
        ],
        page=office.page,
        author=office.school.name,
        title=title(kind, code),
    )


def _parts(
    office: Office, plan: Plan, student: Student, guardian: Guardian | None, giver: ConsentGiver
) -> list[Flowable]:
    width = office.width
    own = giver is ConsentGiver.CLIENT
    consent = plan.consent(giver)
    code = or_dots(plan.case.code)
    class_name = or_dots(student.class_name or plan.case.class_name)
    if own:
        name, words = student.name, _("PENCABUTAN KESEDIAAN KONSELI")
        who = [(_("Nama"), or_dots(name)), (_("Kelas"), class_name)]
    else:
        name = guardian.name if guardian else consent.name
        words = _("PENCABUTAN PERSETUJUAN ORANG TUA/WALI")
        relation = guardian.relation.label if guardian else _("ayah / ibu / wali (lingkari)")
        who = [
            (_("Nama"), or_dots(name)),
            (_("Hubungan"), relation),
            (_("Dari Ananda"), or_dots(student.name)),
            (_("Kelas"), class_name),
        ]
    return [
        *letterhead(office.school, width),
        text(words, TITLE),
        text(_("Kode kasus {code}").format(code=code), SUBTITLE),
        text(_("Saya yang bertanda tangan di bawah ini:"), JUSTIFIED),
        details(who, label=44, width=width, indent=8),
        text(
            _("menarik kembali kesediaan saya untuk konferensi kasus tersebut.")
            if own
            else _("menarik kembali persetujuan saya untuk konferensi kasus tersebut."),
            JUSTIFIED,
        ),
        details(
            [
                (_("Diberikan tanggal"), _day(consent.given_on)),
                (_("Ditarik mulai tanggal"), _day(consent.withdrawn_on)),
            ],
            label=44,
            width=width,
            indent=8,
        ),
        text(_("Yang saya tarik kembali:"), BODY),
        choices(
            [Choice(_("seluruhnya")), Choice(_("sebagian, yaitu:"), line=True)], width, indent=8
        ),
        space(1),
        text(
            _("Catatan tentang saya mohon:") if own else _("Catatan tentang anak saya mohon:"),
            BODY,
        ),
        choices(
            [
                Choice(_("tidak dipakai lagi")),
                Choice(_("dihapus, sejauh aturan memperbolehkan")),
            ],
            width,
            indent=8,
        ),
        space(1),
        text(_("Saya memahami bahwa:"), BODY),
        space(1),
        numbered(_understood(own=own)),
        space(2),
        signatures(
            counselor(office, _("Diterima oleh,")),
            Signer(
                (place_and_date(office.school.city, consent.withdrawn_on), _("Yang menyatakan,")),
                name,
            ),
            width,
            with_it=[fill_in(_("Alasan (boleh dikosongkan):"), width)],
        ),
    ]


def _day(day: date | None) -> str:
    return long_date(day) if day is not None else or_dots("")


def _understood(*, own: bool) -> list[str]:
    return [
        _("ini hak saya, dan tidak ada sanksi bagi saya;")
        if own
        else _("ini hak saya, dan tidak ada akibat buruk bagi anak saya di sekolah;"),
        _("undangan yang belum terlaksana dibatalkan, dan tidak ada pertemuan baru;"),
        _(
            "yang sudah terlaksana tidak dapat dibatalkan, tetapi rahasianya tetap dijaga oleh"
            " semua peserta;"
        ),
        _(
            "bila ada bahaya bagi keselamatan atau perintah hukum, sekolah tetap wajib bertindak;"
            " bila itu terjadi, saya diberi tahu lebih dahulu sejauh memungkinkan."
        ),
    ]

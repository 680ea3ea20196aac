"""Consent of the client and of a parent or guardian, to be read, filled in and signed."""

from reportlab.platypus import Flowable

from konfkasus_gui.documents.forms import (
    POINT_INDENT,
    Choice,
    choices,
    choices_in_line,
    fill_in,
    numbered,
)
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
from konfkasus_gui.documents.wording import listed
from konfkasus_gui.language import _
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import ConsentGiver, DocumentKind


def client_consent(office: Office, plan: Plan, student: Student) -> bytes:
    """The client's own words of consent (domain, 3.4). The boxes stay empty: the client crosses."""
    width = office.width
    consent = plan.consent(ConsentGiver.CLIENT)
    points = [
        _("masalah saya akan dibicarakan dalam pertemuan kecil yang tertutup;"),
        _("tujuannya membantu saya, bukan mengadili atau menghukum saya;"),
        _("yang akan diundang: {who}; saya boleh menyatakan keberatan atas seseorang;").format(
            who=_capacities(plan)
        ),
        fill_in(
            _("hal yang saya minta tidak dibuka:"),
            width - POINT_INDENT,
            consent.exceptions,
            lines=2,
        ),
        _(
            "rahasia dijaga, kecuali bila ada bahaya bagi keselamatan saya atau orang lain, dugaan"
            " kekerasan, atau perintah hukum; bila itu terjadi, saya diberi tahu lebih dahulu"
            " sejauh memungkinkan;"
        ),
        _("saya boleh menarik kesediaan ini kapan saja tanpa dikenai sanksi."),
    ]
    wishes = [
        choices_in_line(
            _("Dalam pertemuan itu saya ingin:"),
            [_("hadir penuh"), _("hadir sebagian"), _("tidak hadir")],
            width,
        ),
        fill_in(_("Pesan saya untuk pertemuan:"), width, lines=2),
    ]
    parts = [
        *letterhead(office.school, width),
        text(_("PERNYATAAN KESEDIAAN KONSELI"), TITLE),
        text(_("Kode kasus {code}").format(code=or_dots(plan.case.code)), SUBTITLE),
        text(_("Saya yang bertanda tangan di bawah ini:"), JUSTIFIED),
        details(
            [
                (_("Nama"), or_dots(student.name)),
                (_("Kelas"), or_dots(student.class_name or plan.case.class_name)),
            ],
            label=24,
            width=width,
            indent=8,
        ),
        text(_("telah mendapat penjelasan dari Guru BK bahwa:"), JUSTIFIED),
        numbered(points),
        space(1),
        text(_("Saya menyatakan:"), BODY),
        choices(
            [
                Choice(_("bersedia")),
                Choice(_("bersedia dengan syarat:"), line=True),
                Choice(_("belum bersedia")),
            ],
            width,
            indent=8,
        ),
        space(1),
        signatures(
            counselor(office, _("Mengetahui,")),
            Signer(
                (place_and_date(office.school.city, consent.given_on), _("Yang menyatakan,")),
                student.name,
            ),
            width,
            with_it=wishes,
        ),
    ]
    return _paper(office, plan, parts, DocumentKind.CLIENT_CONSENT)


def guardian_consent(
    office: Office, plan: Plan, student: Student, guardian: Guardian | None
) -> bytes:
    """Consent of a parent or guardian, with what the law asks to be told (domain, 3.5, 6)."""
    width = office.width
    consent = plan.consent(ConsentGiver.GUARDIAN)
    name = guardian.name if guardian else consent.name
    aspects = dict.fromkeys(item.aspect.label for item in plan.shareable())
    permission = (_("diizinkan"), _("tidak diizinkan"))
    kinds = listed(tuple(aspects)) or _("belajar, kehadiran, keluarga, kesehatan, hubungan sosial")
    points = [
        _("tujuan: membahas dan mencari bantuan terbaik bagi anak saya;"),
        _("dasar: layanan bimbingan dan konseling di {school} serta persetujuan ini;").format(
            school=office.school.name
        ),
        _("data yang dibicarakan: identitas dan keterangan tentang {kinds};").format(kinds=kinds),
        _("penerima: peserta pertemuan yang telah menyatakan janji menjaga kerahasiaan;"),
        _(
            "penyimpanan: arsip bimbingan dan konseling, selama anak saya bersekolah di sini"
            " ditambah dua tahun, setelah itu dimusnahkan;"
        ),
        _("hak saya: melihat, meminta perbaikan, membatasi, dan menarik kembali persetujuan ini."),
    ]
    permissions = [
        choices_in_line(_("Rekaman suara atau gambar:"), permission, width),
        choices_in_line(_("Rujukan kepada ahli di luar sekolah:"), permission, width),
    ]
    parts = [
        *letterhead(office.school, width),
        text(_("PERSETUJUAN ORANG TUA/WALI"), TITLE),
        text(_("Kode kasus {code}").format(code=or_dots(plan.case.code)), SUBTITLE),
        text(_("Saya yang bertanda tangan di bawah ini:"), JUSTIFIED),
        details(
            [
                (_("Nama"), or_dots(name)),
                (
                    _("Hubungan"),
                    guardian.relation.label if guardian else _("ayah / ibu / wali (lingkari)"),
                ),
                (_("Dari Ananda"), or_dots(student.name)),
                (_("Kelas"), or_dots(student.class_name or plan.case.class_name)),
            ],
            label=28,
            width=width,
            indent=8,
        ),
        text(_("telah menerima penjelasan mengenai:"), JUSTIFIED),
        numbered(points, first="a"),
        space(1),
        text(_("Tentang pelaksanaan konferensi kasus dan penggunaan data itu, saya:"), BODY),
        choices(
            [
                Choice(_("menyetujui")),
                Choice(_("menyetujui, kecuali:"), line=True, typed=consent.exceptions),
                Choice(_("tidak menyetujui")),
            ],
            width,
            indent=8,
        ),
        space(1),
        signatures(
            counselor(office, _("Mengetahui,")),
            Signer(
                (place_and_date(office.school.city, consent.given_on), _("Yang menyetujui,")), name
            ),
            width,
            with_it=permissions,
        ),
    ]
    return _paper(office, plan, parts, DocumentKind.GUARDIAN_CONSENT)


def _paper(office: Office, plan: Plan, parts: list[Flowable], kind: DocumentKind) -> bytes:
    code = plan.case.code
    sheet = Sheet(parts=parts, foot=foot(kind, code))
    return pages([sheet], page=office.page, author=office.school.name, title=title(kind, code))


def _capacities(plan: Plan) -> str:
    """Who is invited, by capacity and not by name."""
    capacities = dict.fromkeys(guest.capacity.strip() for guest in plan.participants)
    return listed(tuple(filter(None, capacities))) or or_dots("")

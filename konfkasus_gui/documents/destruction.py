"""That the papers of a case were destroyed (berita acara pemusnahan arsip)."""

from reportlab.platypus import Flowable

from konfkasus_gui.documents.forms import Choice, choices
from konfkasus_gui.documents.grid import details, grid
from konfkasus_gui.documents.letter import NO_NUMBER, number_line, place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.meeting import signing_place
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.official_report import day_in_words
from konfkasus_gui.documents.paper import (
    BODY,
    JUSTIFIED,
    TITLE,
    Office,
    Sheet,
    heading,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.vocabulary import DocumentKind

_ROW = 5
_SIGNING_ROW = 9


def destruction(office: Office, plan: Plan) -> bytes:
    """What was destroyed, why and how, before two witnesses; it names nobody but the code.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    width, case = office.width, plan.case
    closed = long_date(case.closed_on) if case.closed_on else ""
    opened = "" if office.blank else long_date(case.opened_on)
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("BERITA ACARA PEMUSNAHAN ARSIP"), TITLE),
        number_line(plan, DocumentKind.DESTRUCTION),
        text(
            _(
                "Pada hari ini, {day}, kami yang bertanda tangan di bawah ini memusnahkan arsip"
                " konferensi kasus berikut:"
            ).format(day=day_in_words(office.dated)),
            JUSTIFIED,
        ),
        details(
            [
                (_("Kode kasus"), or_dots(case.code)),
                (_("Dibuka, ditutup"), f"{or_dots(opened)}, {closed or NO_NUMBER}"),
            ],
            label=34,
            width=width,
            indent=5,
        ),
        text(_("Alasan:"), BODY),
        choices(
            [
                Choice(_("masa simpan yang ditetapkan sekolah telah berakhir")),
                Choice(_("persetujuan ditarik kembali dan penghapusan diminta")),
                Choice(_("lainnya:"), line=True),
            ],
            width,
            indent=5,
        ),
        *heading(_("Yang dimusnahkan")),
        grid(
            [_("No"), _("Jenis arsip"), _("Jumlah"), _("Cara pemusnahan")],
            [(str(place), words, "", "") for place, words in enumerate(_kinds(), 1)],
            widths=(9, 74, 32, 54),
            width=width,
            least=_ROW,
        ),
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office, place_and_date(office.school.city, office.dated)),
            width,
            with_it=[
                space(1),
                text(_("Tidak ada salinan yang disimpan. Disaksikan oleh:"), BODY),
                space(1),
                witnesses(width),
            ],
        ),
    ]
    kind = DocumentKind.DESTRUCTION
    return pages(
        [Sheet(parts=parts, foot=foot(kind, case.code))],
        page=office.page,
        author=office.school.name,
        title=title(kind, case.code),
    )


def witnesses(width: float) -> Flowable:
    """Where two witnesses write their names and sign."""
    return grid(
        [_("No"), _("Nama saksi"), _("Jabatan"), _("Tanda tangan")],
        [[str(place), "", "", signing_place(place)] for place in (1, 2)],
        widths=(9, 58, 48, 54),
        width=width,
        least=_SIGNING_ROW,
    )


def _kinds() -> tuple[str, ...]:
    return (
        _("Lembar persetujuan dan pencabutannya"),
        _("Himpunan data dan ringkasan kasus"),
        _("Daftar hadir dan pakta kerahasiaan"),
        _("Notulen dan berita acara"),
        _("Lembar evaluasi dan tindak lanjut"),
        _("Berkas pada komputer dan diska cadangan"),
    )

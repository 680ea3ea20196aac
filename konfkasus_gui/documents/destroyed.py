"""That the records of several cases were destroyed at the end of their time (berita acara)."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from konfkasus_gui.documents.destruction import witnesses
from konfkasus_gui.documents.grid import grid
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.official_report import day_in_words
from konfkasus_gui.documents.paper import (
    BODY,
    JUSTIFIED,
    TITLE,
    Office,
    Sheet,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import counselor, principal, signatures
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.retention import KeptCase
from konfkasus_gui.procedure.vocabulary import DocumentKind


def destroyed(office: Office, cases: Sequence[KeptCase], years: int) -> bytes:
    """What was destroyed, why and how, before two witnesses; it names codes and nobody.

    Raises:
        LogoUnusable: a logo is not a usable picture.
    """
    width = office.width
    rows = [
        (
            str(place),
            one.code,
            long_date(one.opened_on),
            long_date(one.closed_on),
            long_date(one.left_on),
            str(one.letters),
            str(one.documents),
        )
        for place, one in enumerate(cases, 1)
    ]
    header = (
        _("No"),
        _("Kode kasus"),
        _("Dibuka"),
        _("Ditutup"),
        _("Keluar sekolah"),
        _("Surat"),
        _("Dokumen"),
    )
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("BERITA ACARA PEMUSNAHAN ARSIP"), TITLE),
        space(2),
        text(
            _(
                "Pada hari ini, {day}, telah dimusnahkan arsip konferensi kasus berikut, karena"
                " masa simpannya berakhir: {years} tahun setelah {student} keluar dari sekolah."
            ).format(day=day_in_words(office.dated), years=years, student=office.students),
            JUSTIFIED,
        ),
        grid(header, rows, widths=(9, 27, 31, 31, 31, 16, 20), width=width),
        text(
            _(
                "Berkas pada komputer dihapus dari arsip terenkripsi. Nomor surat dan kode kasus"
                " tetap tercatat tanpa nama. Cadangan yang dibuat sebelum ini masih memuat"
                " arsip tersebut sampai terganti cadangan baru, biasanya dalam dua belas bulan;"
                " salinan di diska lain dimusnahkan oleh sekolah. Lembar kertas dimusnahkan dengan"
                " cara: ………………………………………"
            ),
            JUSTIFIED,
        ),
        signatures(
            principal(office, _("Mengetahui,")),
            counselor(office, place_and_date(office.school.city, office.dated)),
            width,
            with_it=[text(_("Disaksikan oleh:"), BODY), witnesses(width)],
        ),
    ]
    return pages(
        [Sheet(parts=parts, foot=_("Rahasia · Berita acara pemusnahan"))],
        page=office.page,
        author=office.school.name,
        title=DocumentKind.DESTRUCTION.title,
    )

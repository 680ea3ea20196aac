"""The sheet with the passphrase of a transfer file, which travels apart from the file."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from konfkasus_gui.documents.forms import fill_in, numbered
from konfkasus_gui.documents.paper import (
    JUSTIFIED,
    SUBTITLE,
    TITLE,
    Sheet,
    page_of,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.recovery import groups_table
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import School
from konfkasus_gui.procedure.vocabulary import Paper


def transfer_sheet(school: str, groups: Sequence[str]) -> bytes:
    """The groups of the passphrase in large numbered letters, on A4, with how to hand them over."""
    page = page_of(School(name=school), Paper.A4)
    points = [
        _("Serahkan lembar ini terpisah dari berkas pindahannya, atau bacakan lewat telepon."),
        _("Di komputer tujuan: Kasus, Lainnya, Impor kasus dari komputer lain."),
        _("Setelah kasusnya masuk, musnahkan lembar ini dan hapus berkas pindahannya."),
    ]
    parts: list[Flowable] = [
        text(_("KATA SANDI BERKAS PINDAHAN"), TITLE),
        text(school, SUBTITLE),
        space(2),
        text(
            _("Empat kelompok huruf ini membuka satu berkas pindahan. Baca per baris:"), JUSTIFIED
        ),
        space(2),
        groups_table(groups, page.width),
        space(5),
        numbered(points),
        space(6),
        fill_in(_("Diserahkan kepada:"), page.width),
        fill_in(_("Tanggal:"), page.width),
    ]
    return pages(
        [Sheet(parts=parts, foot=_("Rahasia"), counted=False)],
        page=page,
        author=school,
        title=_("Kata sandi berkas pindahan KonfKasus"),
    )

"""The sheet that the chair holds in the meeting: rules, agenda, and sentences to read aloud."""

from collections.abc import Iterator, Sequence

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from konfkasus_gui.documents.fonts import SERIF
from konfkasus_gui.documents.forms import Choice, choices, fill_in, numbered
from konfkasus_gui.documents.grid import details, grid
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.meeting import meeting_lines
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    BODY,
    HEADING,
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
from konfkasus_gui.documents.wording import capital, inside, sentence
from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.vocabulary import Agenda, Direction, DocumentKind
from konfkasus_gui.procedure.wishes import in_one_sentence

_BLANK_ROWS = 4
_WRITING_ROW = 9
_ALOUD = ParagraphStyle(
    "aloud",
    BODY,
    alignment=TA_LEFT,
    fontName=f"{SERIF}-Italic",
    fontSize=12,
    leading=16,
    leftIndent=5 * mm,
    rightIndent=3 * mm,
    borderPadding=(2, 4, 5, 6),
    backColor="#F1F1F1",
    spaceBefore=6,
    spaceAfter=10,
)


def chair_sheet(office: Office, meeting: Meeting) -> bytes:
    """The seven items a to g in order, each with what to say and what to do (paper, D.2).

    Only data that may be shared stands on it, and nobody signs.
    """
    width, code = office.width, meeting.plan.case.code
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("PANDUAN PEMIMPIN KONFERENSI KASUS"), TITLE),
        space(3),
        details(meeting_lines(office, meeting), label=30, width=width),
        text(_("Kalimat berlatar abu-abu dapat dibacakan apa adanya."), JUSTIFIED),
        *heading(_("Lima arahan penstrukturan")),
        numbered([direction.label for direction in Direction]),
        *heading(_("Peserta")),
        _people(meeting, width),
    ]
    for agenda in Agenda:
        name, item = f"{agenda.value}. {agenda.title}", _ITEMS[agenda](meeting, width)
        if agenda in _WRITTEN:
            parts.append(KeepTogether([text(name, HEADING), *item]))
        else:
            parts += [*heading(name), *item]
    parts += [*heading(_("Penutup")), *_end(width)]
    kind = DocumentKind.CHAIR_SHEET
    return pages(
        [Sheet(parts=parts, foot=foot(kind, code))],
        page=office.page,
        author=office.school.name,
        title=title(kind, code),
    )


def _aloud(words: str) -> Flowable:
    return text(f"“{words}”", _ALOUD)


def _deeds(width: float, *deeds: str) -> Flowable:
    return KeepTogether([choices([Choice(deed) for deed in deeds], width)])


def _people(meeting: Meeting, width: float) -> Flowable:
    rows = [
        [str(place), guest.name, capital(guest.capacity.strip() or guest.origin.label)]
        for place, guest in enumerate(meeting.plan.participants, 1)
    ]
    blank = [[str(place), "", ""] for place in range(1, _BLANK_ROWS + 1)]
    return grid(
        [_("No"), _("Nama"), _("Unsur")],
        rows or blank,
        widths=(9, 84, 72),
        width=width,
        least=0 if rows else _WRITING_ROW,
    )


def _opening(meeting: Meeting, width: float) -> list[Flowable]:
    aims = [aim.label for aim in meeting.conference.aims]
    aim = _("mencari bantuan terbaik bagi seorang anak")
    return [
        _aloud(
            _(
                "Terima kasih atas kehadiran Bapak/Ibu. Kita berkumpul untuk {aim}. Kasus ini kita"
                " sebut dengan kode {code}. Pertemuan ini tidak mengadili dan tidak menghukum"
                " siapa pun."
            ).format(aim=aim, code=or_dots(meeting.plan.case.code, inside=True))
        ),
        *([_list(_("Tujuan pertemuan:"), aims)] if aims else []),
        _aloud(
            _(
                "Semua yang kita bicarakan tetap di ruangan ini. Mohon tidak merekam, memotret,"
                " atau mencatat untuk dibawa pulang. Sebelum mulai, mohon Bapak/Ibu membaca dan"
                " menandatangani pakta kerahasiaan."
            )
        ),
        _deeds(
            width,
            _("Daftar hadir dan pakta kerahasiaan sudah ditandatangani semua yang hadir."),
            _("Lima arahan penstrukturan sudah dibacakan."),
            _("Lembar ringkasan bernomor sudah dibagikan."),
        ),
    ]


def _list(words: str, points: Sequence[str]) -> Flowable:
    return text("\n".join([words, *(f"– {point}" for point in points)]), BODY)


def _presentation(meeting: Meeting, width: float) -> list[Flowable]:
    rows = [[item.aspect.title, item.text, item.source] for item in meeting.plan.shareable()]
    return [
        _aloud(
            _(
                "Berikut data yang sudah terkumpul dan boleh disampaikan. Mohon disimak dahulu;"
                " sesudah ini Bapak/Ibu mendapat giliran menambahkan."
            )
        ),
        grid(
            [_("Aspek"), _("Isi"), _("Sumber")],
            rows or [["", "", ""]] * _BLANK_ROWS,
            widths=(32, 93, 40),
            width=width,
            least=0 if rows else _WRITING_ROW,
        ),
        fill_in(_("Diagnosis awal:"), width, meeting.conference.diagnosis, lines=2),
    ]


def _information(meeting: Meeting, width: float) -> list[Flowable]:
    wanted = in_one_sentence(meeting.conference)
    return [
        _aloud(
            _(
                "Sekarang kami mohon keterangan Bapak/Ibu, satu per satu. Mohon katakan apa yang"
                " Bapak/Ibu lihat sendiri, apa yang didengar dari orang lain, dan apa yang"
                " merupakan pendapat."
            )
        ),
        *(
            [text(_("Yang ingin diketahui: {wanted}").format(wanted=sentence(inside(wanted))))]
            if wanted
            else []
        ),
        _deeds(width, _("Semua yang hadir sudah mendapat giliran.")),
    ]


def _first_conclusion(_meeting: Meeting, width: float) -> list[Flowable]:
    return [
        _aloud(
            _(
                "Dari keterangan tadi, kami simpulkan dahulu sisi positif anak ini, lalu latar"
                " belakang masalahnya. Bila ada yang belum tepat, mohon diluruskan."
            )
        ),
        fill_in(_("Sisi positif:"), width, lines=2),
        fill_in(_("Latar belakang:"), width, lines=2),
    ]


def _opinion(_meeting: Meeting, width: float) -> list[Flowable]:
    return [
        _aloud(
            _(
                "Menurut Bapak/Ibu, mengapa hal ini sampai terjadi? Mohon beserta alasannya."
                " Pendapat yang berbeda kita catat apa adanya."
            )
        ),
        _deeds(width, _("Semua yang hadir sudah berpendapat atau menyatakan cukup.")),
    ]


def _second_conclusion(_meeting: Meeting, width: float) -> list[Flowable]:
    return [
        _aloud(
            _("Kami simpulkan kemungkinan latar belakangnya. Apakah Bapak/Ibu dapat menerimanya?")
        ),
        fill_in(_("Kemungkinan latar belakang:"), width, lines=2),
    ]


def _commitment(_meeting: Meeting, width: float) -> list[Flowable]:
    return [
        _aloud(
            _(
                "Kini, apa yang dapat Bapak/Ibu lakukan untuk membantu, mulai kapan, dan kapan kita"
                " lihat hasilnya? Satu langkah kecil yang pasti sudah sangat berarti."
            )
        ),
        _deeds(
            width,
            _("Setiap kesanggupan sudah dibacakan kembali dan disetujui."),
            _("Suara konseli sudah disampaikan dan dicatat."),
        ),
    ]


def _end(width: float) -> Iterator[Flowable]:
    yield _aloud(
        _(
            "Terima kasih atas keterbukaan dan bantuan Bapak/Ibu. Mohon lembar ringkasan"
            " dikembalikan sekarang. Janji menjaga rahasia tetap berlaku sesudah pertemuan ini."
        )
    )
    yield _deeds(
        width,
        _("Semua lembar ringkasan sudah kembali dan dihitung."),
        _("Waktu penutupan dan pertemuan berikut sudah disebutkan."),
    )


_WRITTEN = (Agenda.FIRST_CONCLUSION, Agenda.SECOND_CONCLUSION)
"""The items whose lines to write on stay with what is read aloud."""

_ITEMS = {
    Agenda.OPENING: _opening,
    Agenda.PRESENTATION: _presentation,
    Agenda.INFORMATION: _information,
    Agenda.FIRST_CONCLUSION: _first_conclusion,
    Agenda.OPINION: _opinion,
    Agenda.SECOND_CONCLUSION: _second_conclusion,
    Agenda.COMMITMENT: _commitment,
}

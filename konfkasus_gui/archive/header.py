"""Where a school's list keeps what: the header is found by content, its columns by name."""

from collections.abc import Mapping, Sequence

from konfkasus_gui.archive.cells import label_of
from konfkasus_gui.archive.spreadsheet import Row
from konfkasus_gui.archive.spreadsheet_errors import NoStudentList, TeacherList
from konfkasus_gui.language import N_
from konfkasus_gui.procedure.word import Word

HEADER_WITHIN = 30


class Column(Word):
    """The columns that are read; all others, such as NIK, income or bank, are never looked at."""

    NAME = "name", N_("nama")
    NISN = "nisn", N_("NISN")
    NIPD = "nipd", N_("NIPD")
    SEX = "sex", N_("jenis kelamin")
    BIRTH_PLACE = "birth_place", N_("tempat lahir")
    BIRTH_DATE = "birth_date", N_("tanggal lahir")
    RELIGION = "religion", N_("agama")
    STREET = "street", N_("alamat")
    RT = "rt", N_("RT")
    RW = "rw", N_("RW")
    VILLAGE = "village", N_("kelurahan")
    DISTRICT = "district", N_("kecamatan")
    LANDLINE = "landline", N_("telepon")
    MOBILE = "mobile", N_("HP")
    CLASS = "class", N_("rombel")
    LEFT_ON = "left_on", N_("tanggal keluar")
    FATHER = "father", N_("nama ayah")
    FATHER_WORK = "father_work", N_("pekerjaan ayah")
    MOTHER = "mother", N_("nama ibu")
    MOTHER_WORK = "mother_work", N_("pekerjaan ibu")
    GUARDIAN = "guardian", N_("nama wali")
    GUARDIAN_WORK = "guardian_work", N_("pekerjaan wali")


_LABELS: dict[Column, tuple[str, ...]] = {  # as ``label_of`` writes them; misspelt ones included
    Column.NAME: ("nama", "nama lengkap", "nama siswa", "nama peserta didik", "nama murid"),
    Column.NISN: ("nisn",),
    Column.NIPD: ("nipd", "nis", "nis lokal", "no induk", "nomor induk"),
    Column.SEX: ("jk", "l p", "jenis kelamin"),
    Column.BIRTH_PLACE: ("tempat lahir",),
    Column.BIRTH_DATE: ("tanggal lahir", "tgl lahir"),
    Column.RELIGION: ("agama",),
    Column.STREET: ("alamat", "alamat jalan"),
    Column.RT: ("rt",),
    Column.RW: ("rw",),
    Column.VILLAGE: ("kelurahan", "keluarahan", "desa kelurahan", "kelurahan desa", "desa"),
    Column.DISTRICT: ("kecamatan",),
    Column.LANDLINE: ("telepon", "no telepon", "nomor telepon"),
    Column.MOBILE: ("hp", "no hp", "nomor hp"),
    Column.CLASS: ("rombel saat ini", "rombel", "tingkat rombel", "kelas"),
    Column.LEFT_ON: ("tanggal keluar",),
    Column.FATHER: ("data ayah nama", "nama ayah", "nama ayah kandung"),
    Column.FATHER_WORK: ("data ayah pekerjaan", "pekerjaan ayah", "pekerjaan ayah kandung"),
    Column.MOTHER: ("data ibu nama", "nama ibu", "nama ibu kandung"),
    Column.MOTHER_WORK: ("data ibu pekerjaan", "pekerjaan ibu", "pekerjaan ibu kandung"),
    Column.GUARDIAN: ("data wali nama", "nama wali"),
    Column.GUARDIAN_WORK: ("data wali pekerjaan", "pekerjaan wali"),
}
_COLUMN_OF = {label: column for column, labels in _LABELS.items() for label in labels}


def find_header(top: Sequence[Row]) -> tuple[Mapping[Column, int], int]:
    """Where each column stands, counted from 0, and how many rows go before the first student.

    Args:
        top: the first rows of the sheet, one more than ``HEADER_WITHIN``.

    Raises:
        TeacherList: the columns are those of teachers or staff.
        NoStudentList: no row names the columns of a student list.
    """
    for index, row in enumerate(top[:HEADER_WITHIN]):
        labels = [label_of(cell) for cell in row]
        found = {_COLUMN_OF.get(label) for label in labels}
        if {Column.NAME, Column.NISN} <= found and found & {Column.NIPD, Column.CLASS}:
            below = [label_of(cell) for cell in top[index + 1]] if index + 1 < len(top) else []
            if _is_second_header(labels, below):
                return _places(_joined(labels, below)), index + 2
            return _places(labels), index + 1
    if any(label_of(cell) == "nuptk" for row in top for cell in row):
        raise TeacherList
    raise NoStudentList


def _is_second_header(labels: Sequence[str], below: Sequence[str]) -> bool:
    """Whether ``below`` only divides the groups: it has no student, and makes known labels."""
    own = [
        low
        for label, low in zip(labels, below, strict=False)
        if _COLUMN_OF.get(label) in (Column.NAME, Column.NISN) and low != label
    ]
    return not any(own) and any(
        joined != label and joined in _COLUMN_OF
        for label, joined in zip(labels, _joined(labels, below), strict=False)
    )


def _joined(labels: Sequence[str], below: Sequence[str]) -> list[str]:
    """``data ayah`` over ``nama`` reads ``data ayah nama``; a group reaches to the next label."""
    joined, group = [], ""
    for label, low in zip(labels, below, strict=False):
        group = label or group
        joined.append(label if not low or low == label else f"{group} {low}")
    return joined


def _places(labels: Sequence[str]) -> Mapping[Column, int]:
    places: dict[Column, int] = {}
    for index, label in enumerate(labels):
        if column := _COLUMN_OF.get(label):
            places.setdefault(column, index)
    return places

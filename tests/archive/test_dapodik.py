from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konfkasus_gui.archive.dapodik import StudentRow, read_students
from konfkasus_gui.archive.spreadsheet_errors import NoStudentList, NoStudents, TeacherList
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.vocabulary import Relation, Sex

TITLES = [["Daftar Peserta Didik"], ["SMP NEGERI 1 SUKAMAJU"], ["Kabupaten Sukamaju"], ["Tanggal"]]
FATHER = ["Data Ayah", None, None]
HEADER = ["No", "Nama", "NIPD", "JK", "NISN", "Tempat Lahir", "Tanggal Lahir", "NIK", "Agama"]
HEADER += ["Alamat", "RT", "RW", "Keluarahan", "Kecamatan", "Telepon", "HP", *FATHER]
HEADER += ["Data Ibu", None, "Rombel Saat\nIni", "Bank"]
BELOW = [None] * 16 + ["Nama", "Tahun Lahir", "Pekerjaan", "Nama", "Pekerjaan", None, None]
MELATI = [1, "Melati Rekaan", "2024001", "P", "0099999901", "Sukamaju", "2012-05-17", "rahasia"]
MELATI += [
    "Islam",
    "Jalan Angsana 3",
    "02",
    "005",
    "Sukamaju",
    "Kec. Sukamaju",
    "-",
    "081200000001",
]
MELATI += ["Jati Rekaan", "1980", "Petani", "Mawar Rekaan", "-", "IX-A", "rahasia"]


def nothing(done, total):
    assert 0 <= done <= total


def read(path):
    return read_students(path, nothing)


@pytest.fixture
def sheet(sheet_of):
    """What is read from rows under the header of Dapodik."""
    return lambda *rows: read(sheet_of([*TITLES, HEADER, BELOW, *rows]))


@pytest.fixture
def short(sheet_of):
    """What is read from rows of name, NISN, NIPD, and one more column."""
    return lambda more, *rows: read(sheet_of([["Nama", "NISN", "NIPD", more], *rows]))


def said(oddities):
    return [oddity.sentence for oddity in oddities]


def test_a_student_is_read_with_parents_and_address(sheet):
    found = sheet(MELATI)
    assert found.rows == (
        StudentRow(
            Student(
                name="Melati Rekaan",
                nisn="0099999901",
                nipd="2024001",
                sex=Sex.FEMALE,
                birth_place="Sukamaju",
                birth_date=date(2012, 5, 17),
                religion="Islam",
                address="Jalan Angsana 3, RT 2/RW 5, Sukamaju, Kec. Sukamaju",
                phone="081200000001",
                class_name="IX-A",
            ),
            (
                Guardian(
                    student_id=0,
                    relation=Relation.FATHER,
                    name="Jati Rekaan",
                    occupation="Petani",
                ),
                Guardian(student_id=0, relation=Relation.MOTHER, name="Mawar Rekaan"),
            ),
            row=7,
        ),
    )
    assert (found.warnings, found.skipped) == ((), ())


def test_what_is_not_needed_is_nowhere_in_the_result(sheet):
    assert "rahasia" not in repr(sheet(MELATI))


def test_a_madrasah_list_is_read_from_its_single_header(sheet_of):
    header = ["No", "Nama Lengkap", "NISN", "NIK", "Tempat Lahir", "Tanggal Lahir"]
    header += ["Tingkat - Rombel", "Umur", "Status", "Jenis Kelamin", "Alamat", "No Telepon"]
    header += ["Nama Ayah Kandung", "Nama Ibu Kandung", "Nama Wali"]
    row = [1, "Bayu Rekaan", "0099999902", "rahasia", "Sukamaju", "03/02/2013", "Kelas 7 - 01"]
    row += ["13", "Aktif", "Laki-laki", "Dusun Krajan", "-", "Jati Rekaan", "", "Sekar Rekaan"]
    [found] = read(sheet_of([header, row])).rows
    assert found.student == Student(
        name="Bayu Rekaan",
        nisn="0099999902",
        sex=Sex.MALE,
        birth_place="Sukamaju",
        birth_date=date(2013, 2, 3),
        address="Dusun Krajan",
        class_name="Kelas 7 - 01",
    )
    assert [(one.relation, one.name) for one in found.guardians] == [
        (Relation.FATHER, "Jati Rekaan"),
        (Relation.GUARDIAN, "Sekar Rekaan"),
    ]


def test_a_file_of_leavers_says_when_they_left(short):
    [row] = short("Tanggal keluar", ["Melati Rekaan", "0099999901", "1", "2026-07-01"]).rows
    assert row.student.left_on == date(2026, 7, 1)


def test_a_list_of_teachers_is_named_as_such(sheet_of):
    with pytest.raises(TeacherList):
        read(sheet_of([["Daftar Guru"], [], ["No", "Nama", "NUPTK", "JK"], [1, "Guru Rekaan"]]))


@pytest.mark.parametrize("rows", [[], [["Nama", "NISN"]], [[]] * 30 + [["Nama", "NISN", "NIPD"]]])
def test_a_file_without_the_header_is_refused(sheet_of, rows):
    with pytest.raises(NoStudentList):
        read(sheet_of(rows))


def test_a_header_without_students_is_refused(sheet):
    with pytest.raises(NoStudents):
        sheet([None, "-", "", None], [1])


def test_a_row_that_only_numbers_the_columns_is_no_student(sheet):
    found = sheet(list(range(1, len(HEADER) + 1)), MELATI)
    assert [row.student.name for row in found.rows] == ["Melati Rekaan"]
    assert said(found.skipped) == ["Baris 7: isi kolom nama bukan nama, jadi baris ini dilewati."]


def test_a_row_without_a_name_is_left_out_and_explained(sheet):
    found = sheet(MELATI, [2, " ", "2024002", "L"])
    assert len(found.rows) == 1
    assert said(found.skipped) == ["Baris 8: nama kosong, jadi baris ini dilewati."]


@pytest.mark.parametrize(
    ("cell", "nisn"),
    [
        ("0099999901", "0099999901"),
        (99999901, "0099999901"),
        (99999901.0, "0099999901"),
        ("'0099999901", "0099999901"),
        ("009 999 9901", "0099999901"),
        ("-", ""),
        (None, ""),
    ],
)
def test_a_nisn_keeps_its_zeros(short, cell, nisn):
    found = short("JK", ["Melati Rekaan", cell, "1", "P"])
    assert found.rows[0].student.nisn == nisn
    assert found.warnings == ()


def test_an_odd_nisn_is_kept_with_a_warning(short):
    found = short("JK", ["Melati Rekaan", "123", "1", "P"])
    assert found.rows[0].student.nisn == "123"
    assert said(found.warnings) == [
        "Baris 2: NISN bukan 10 angka. Siswa tetap diimpor; periksa NISN-nya."
    ]


def test_two_students_with_one_nisn_are_both_kept_with_a_warning(short):
    found = short("JK", ["Melati Rekaan", "0099999901"], ["Bayu Rekaan", "0099999901"])
    assert len(found.rows) == 2
    assert said(found.warnings) == [
        "Baris 3: NISN sama dengan baris 2. Keduanya diimpor; periksa NISN-nya."
    ]


def test_a_student_who_stands_there_twice_is_kept_once(short):
    twice = ["Melati Rekaan", "0099999901", "1", "P"]
    found = short("JK", twice, ["MELATI  REKAAN", "0099999901", "1", "P"])
    assert [row.row for row in found.rows] == [2]
    assert said(found.skipped)[0].startswith("Baris 3: sama dengan siswa di baris 2")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2012-05-17", date(2012, 5, 17)),
        ("2012-05-17 00:00:00", date(2012, 5, 17)),
        ("17/05/2012", date(2012, 5, 17)),
        ("17-5-2012", date(2012, 5, 17)),
        ("17 Mei 2012", date(2012, 5, 17)),
        (datetime(2012, 5, 17, 7, 30), date(2012, 5, 17)),
        (date(2012, 5, 17), date(2012, 5, 17)),
        ("-", None),
    ],
)
def test_a_birth_date_is_read_in_every_form(short, cell, day):
    found = short("Tanggal Lahir", ["Melati Rekaan", "0099999901", "1", cell])
    assert found.rows[0].student.birth_date == day
    assert found.warnings == ()


@pytest.mark.parametrize("cell", ["2012-02-31", "31/31/2012", "kemarin", 5.5, "1/1/0001"])
def test_a_day_that_cannot_be_is_left_empty_with_a_warning(short, cell):
    found = short("Tanggal Lahir", ["Melati Rekaan", "0099999901", "1", cell])
    assert found.rows[0].student.birth_date is None
    assert said(found.warnings) == ["Baris 2: tanggal lahir tidak terbaca, jadi dikosongkan."]


def test_an_unknown_sex_is_left_empty_with_a_warning(short):
    found = short("JK", ["Melati Rekaan", "0099999901", "1", "X"])
    assert found.rows[0].student.sex is None
    assert said(found.warnings) == ["Baris 2: jenis kelamin bukan L atau P, jadi dikosongkan."]


def test_an_endless_cell_is_left_empty_with_a_warning(short):
    found = short("Alamat", ["Melati Rekaan", "0099999901", "1", "x" * 2_001])
    assert found.rows[0].student.address == ""
    assert said(found.warnings) == ["Baris 2: isi kolom alamat terlalu panjang, jadi dikosongkan."]


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        (81200000001, "081200000001"),
        ("0267-123456", "0267-123456"),
        ("#N/A", ""),
        ("+62 812", "+62 812"),
    ],
)
def test_a_phone_number_regains_the_zero_that_excel_drops(short, cell, phone):
    found = short("HP", ["Melati Rekaan", "0099999901", "1", cell])
    assert found.rows[0].student.phone == phone


def test_an_address_says_nothing_twice(sheet):
    row = list(MELATI)
    row[9] = "Jalan Angsana 3 RT 02 RW 05, Sukamaju"
    assert sheet(row).rows[0].student.address == (
        "Jalan Angsana 3 RT 02 RW 05, Sukamaju, Kec. Sukamaju"
    )


def test_reading_stops_where_it_is_asked_to(sheet_of):
    class Stopped(Exception):
        pass

    def report(done, total):
        if done == 8:
            raise Stopped

    with pytest.raises(Stopped):
        read_students(sheet_of([*TITLES, HEADER, BELOW, MELATI, MELATI]), report)


WORD = st.text(st.sampled_from("ABCabcdé'."), min_size=1, max_size=8).filter(
    lambda word: any(sign.isalpha() for sign in word)
)
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
COLUMNS = {
    "Nama": WORDS,
    "NISN": st.integers(1, 9_999_999_999).map(lambda number: f"{number:010}"),
    "NIPD": st.integers(0, 99_999).map(str),
    "JK": st.sampled_from("LP"),
    "Tempat Lahir": WORDS,
    "Tanggal Lahir": st.dates(date(1990, 1, 1), date(2020, 12, 31)),
    "Rombel Saat Ini": WORDS,
    "Nama Ayah Kandung": st.just("") | WORDS,
    "NIK": st.just("rahasia"),
}
LINES = st.fixed_dictionaries(COLUMNS)


@settings(deadline=None)  # the first example imports the reader
@given(
    lines=st.lists(LINES, min_size=1, max_size=5, unique_by=lambda line: line["NISN"]),
    columns=st.permutations([*COLUMNS, "Lintang"]),
    above=st.integers(0, 29),
    as_text=st.booleans(),
)
def test_what_was_written_is_read_wherever_it_stands(sheet_of, lines, columns, above, as_text):
    def cell(line, column):
        value = line.get(column, "rahasia")
        return value.isoformat() if as_text and isinstance(value, date) else value

    rows = [[cell(line, column) for column in columns] for line in lines]
    found = read(sheet_of([*[["Judul"]] * above, columns, *rows]))
    assert "rahasia" not in repr(found)
    assert found.skipped == ()
    assert [row.row for row in found.rows] == [above + 2 + n for n in range(len(lines))]
    for row, line in zip(found.rows, lines, strict=True):
        assert row.student == Student(
            name=line["Nama"],
            nisn=line["NISN"],
            nipd=line["NIPD"],
            sex=Sex(line["JK"]),
            birth_place=line["Tempat Lahir"],
            birth_date=line["Tanggal Lahir"],
            class_name=line["Rombel Saat Ini"],
        )
        assert [one.name for one in row.guardians] == [line["Nama Ayah Kandung"]] * bool(
            line["Nama Ayah Kandung"]
        )


SIGNS = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t")
CELLS = (
    st.none()
    | st.text(SIGNS, max_size=12)
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.dates()
)


@settings(deadline=None)  # the first example imports the reader
@given(st.lists(st.lists(CELLS, max_size=len(HEADER)), max_size=6))
def test_whatever_stands_below_the_header_is_read_or_explained(sheet_of, rows):
    try:
        found = read(sheet_of([HEADER, BELOW, *rows]))
    except NoStudents:
        return
    seen = {row.row for row in found.rows} | {oddity.row for oddity in found.skipped}
    assert seen <= set(range(3, 3 + len(rows)))
    assert not {row.row for row in found.rows} & {oddity.row for oddity in found.skipped}

"""Writes the sample school's student list and logos: `python packaging/sample/write_sample.py`.

All people are made up from lists of name parts; the same files come out each time.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from PIL import Image, ImageDraw

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
LIST = "daftar_pd-SMP NEGERI 1 SUKAMAJU-2026-11-02 08_15_00.xlsx"

GIRLS = (
    "AISYAH", "AYU", "BUNGA", "CITRA", "DEWI", "ELOK", "FITRIA", "GITA", "HANA", "INDAH",
    "JELITA", "KARTIKA", "LARAS", "MELATI", "NADIA", "PUTRI", "RANI", "SEKAR", "TIARA", "WULAN",
)  # fmt: skip
BOYS = (
    "ADI", "BAGAS", "BAYU", "CAHYA", "DIMAS", "EKO", "FAJAR", "GALIH", "HADI", "IRFAN",
    "JAKA", "KRISNA", "LUKMAN", "MAULANA", "NUGROHO", "PANJI", "RAKA", "SATRIA", "TEGUH", "WAHYU",
)  # fmt: skip
GIRLS_LAST = ("ANGGRAINI", "LESTARI", "NINGRUM", "PERMATA", "SAFITRI", "MAHARANI", "PUSPITA")
BOYS_LAST = ("PRATAMA", "SAPUTRA", "WIJAYA", "HIDAYAT", "SETYAWAN", "RAMADHAN", "FIRMANSYAH")
FATHERS = ("AGUS", "BAMBANG", "DARMA", "HARTONO", "JOKO", "MULYADI", "SLAMET", "SUPRIADI", "YANTO")
MOTHERS = ("ENDANG", "HESTI", "KARTINI", "MURNI", "NURUL", "RATNA", "SRI", "SUMIATI", "WARTI")
FATHERS_WORK = ("Petani", "Buruh", "Wiraswasta", "Pedagang Kecil", "Karyawan Swasta", "Sopir")
MOTHERS_WORK = ("Tidak bekerja", "Pedagang Kecil", "Petani", "Karyawan Swasta", "Wiraswasta")
STREETS = ("Jalan Angsana", "Jalan Bougenvil", "Jalan Cempaka", "Kampung Krajan", "Kampung Tengah")
VILLAGES = ("Sukamaju", "Sukarasa", "Karangsari", "Mekarjaya")
RELIGIONS = ("Islam", "Islam", "Islam", "Islam", "Kristen", "Islam", "Katholik", "Islam", "Hindu")
CLASSES = tuple(f"{level}-{room}" for level in ("VII", "VIII", "IX") for room in "ABC")
STUDENTS = 120

PERSON = ("Nama", "Tahun Lahir", "Jenjang Pendidikan", "Pekerjaan", "Penghasilan", "NIK")
COLUMNS = (
    "No", "Nama", "NIPD", "JK", "NISN", "Tempat Lahir", "Tanggal Lahir", "NIK", "Agama", "Alamat",
    "RT", "RW", "Dusun", "Kelurahan", "Kecamatan", "Kode Pos", "Jenis Tinggal",
    "Alat Transportasi", "Telepon", "HP", "E-Mail", "SKHUN", "Penerima KPS", "No. KPS",
    *("Data Ayah", *[None] * 5), *("Data Ibu", *[None] * 5), *("Data Wali", *[None] * 5),
    "Rombel Saat Ini", "No Peserta Ujian Nasional", "No Seri Ijazah", "Penerima KIP", "Nomor KIP",
    "Nama di KIP", "Nomor KKS", "No Registrasi Akta Lahir", "Bank", "Nomor Rekening Bank",
    "Rekening Atas Nama", "Layak PIP (usulan dari sekolah)", "Alasan Layak PIP",
    "Kebutuhan Khusus", "Sekolah Asal", "Anak ke-berapa", "Lintang", "Bujur", "No KK",
    "Berat Badan", "Tinggi Badan", "Lingkar Kepala", "Jml. Saudara\nKandung",
    "Jarak Rumah\nke Sekolah (KM)",
)  # fmt: skip
GROUPS = ("Data Ayah", "Data Ibu", "Data Wali")


@dataclass(frozen=True, slots=True)
class Entry:
    """One made-up student, as the columns that mean something say it."""

    name: str
    nisn: str
    nipd: str
    sex: str
    born: str
    class_name: str
    street: str
    rt: str
    rw: str
    village: str
    phone: str
    father: tuple[str, str]
    mother: tuple[str, str]
    guardian: tuple[str, str] = ("-", "-")
    religion: str = "Islam"


CLIENT = Entry(  # the student of case.json
    name="ANISA RAHMAWATI",
    nisn="0099990081",
    nipd="2024001",
    sex="P",
    born="2012-03-09",
    class_name="IX-A",
    street="Jalan Angsana Nomor 7",
    rt="3",
    rw="5",
    village="Sukamaju",
    phone="080000000081",
    father=("AGUS SETIADI", "Sopir"),
    mother=("RATNA WULANDARI", "Pedagang Kecil"),
)


def entries() -> list[Entry]:
    """The students by class and name, and at the end one who stands there twice."""
    made = [CLIENT, *(entry(index) for index in range(STUDENTS - 1))]
    made.sort(key=lambda one: (CLASSES.index(one.class_name), one.name))
    return [*made, made[5]]


def entry(index: int) -> Entry:
    """The student who has this place in the lists of name parts."""
    seat, room = divmod(index, len(CLASSES))
    level = room // 3
    girl = index % 2 == 0
    firsts, lasts = (GIRLS, GIRLS_LAST) if girl else (BOYS, BOYS_LAST)
    number = index + 1 if index < 80 else index + 2
    born = date(2014 - level, 1, 5) + timedelta(days=index * 37 % 350)
    typed = index % 20 == 13  # some schools type their dates
    work = (FATHERS_WORK[(index + seat * 2) % 6], MOTHERS_WORK[(index + seat * 2) % 5])
    father = f"{FATHERS[(room + seat) % 9]} {BOYS_LAST[(seat + room * 2) % 7]}"
    mother = f"{MOTHERS[(room + seat * 2) % 9]} {GIRLS_LAST[(seat * 3 + room) % 7]}"
    aunt = f"{MOTHERS[seat % 9]} {GIRLS_LAST[room % 7]}"
    return Entry(
        name=f"{firsts[index // 2 % 20]} {lasts[(index // 2 + index // 40 * 2) % 7]}",
        nisn=f"009999{number:04}"[: 9 if index == 44 else 10],  # one typing error
        nipd=f"{2026 - level}{seat * 3 + room % 3 + 2:03}",
        sex="P" if girl else "L",
        born=f"{born:%d/%m/%Y}" if typed else born.isoformat(),
        class_name=CLASSES[room],
        street=f"{STREETS[(index + seat * 2) % 5]} Nomor {index % 40 + 1}",
        rt=str(seat % 6 + 1),
        rw=str(index % 4 + 1),
        village=VILLAGES[index % 4],
        phone="-" if index % 5 == 3 else f"080000000{number:03}",
        father=(father, work[0]),
        mother=(mother, work[1]),
        guardian=(aunt, "Wiraswasta") if index % 24 == 7 else ("-", "-"),
        religion=RELIGIONS[(index + seat * 2) % 9],
    )


def row(number: int, one: Entry) -> list[str | int]:
    """The 66 cells of one student; what the program does not read says nothing of anybody."""
    known = {
        "Nama": one.name,
        "NIPD": one.nipd,
        "JK": one.sex,
        "NISN": one.nisn,
        "Tempat Lahir": "Sukamaju",
        "Tanggal Lahir": one.born,
        "Agama": one.religion,
        "Alamat": one.street,
        "RT": one.rt,
        "RW": one.rw,
        "Kelurahan": one.village,
        "Kecamatan": "Kec. Sukamaju",
        "Jenis Tinggal": "Bersama orang tua",
        "Alat Transportasi": "Jalan kaki",
        "HP": one.phone,
        "Penerima KPS": "Tidak",
        "Rombel Saat Ini": one.class_name,
        "Penerima KIP": "Tidak",
        "Layak PIP (usulan dari sekolah)": "Tidak",
        "Kebutuhan Khusus": "Tidak ada",
        "Sekolah Asal": "SD NEGERI CONTOH",
    }
    cells: list[str | int] = [known.get(label or "", "-") for label in COLUMNS]
    cells[0] = number
    for group, (name, work) in zip(GROUPS, (one.father, one.mother, one.guardian), strict=True):
        begin = COLUMNS.index(group)
        cells[begin + PERSON.index("Nama")] = name
        cells[begin + PERSON.index("Pekerjaan")] = work
    return cells


def student_list() -> bytes:
    """The whole workbook, laid out as Dapodik does: titles, two header rows, data from row 7."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Daftar Peserta Didik"
    sheet.append(["Daftar Peserta Didik"])
    sheet.append(["SMP NEGERI 1 SUKAMAJU"])
    sheet.append(["Kecamatan Kec. Sukamaju, Kabupaten Kab. Sukamaju, Provinsi Prov. Contoh"])
    sheet.append(["Tanggal Unduh: 2026-11-02 08:15:00", None, "Pengunduh: Operator Contoh"])
    sheet.append(COLUMNS)
    below: list[str | None] = [None] * len(COLUMNS)
    for group in GROUPS:
        begin = COLUMNS.index(group)
        below[begin : begin + len(PERSON)] = PERSON
        sheet.merge_cells(start_row=5, end_row=5, start_column=begin + 1, end_column=begin + 6)
    sheet.append(below)
    for index in range(1, len(COLUMNS) + 1):
        for header in (5, 6):
            cell = sheet.cell(header, index)
            if below[index - 1] is None or header == 6:
                cell.font = Font(bold=True)
                cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        if below[index - 1] is None:
            sheet.merge_cells(start_row=5, end_row=6, start_column=index, end_column=index)
    for number, one in enumerate(entries(), start=1):
        sheet.append(row(number, one))
    for letter, width in (("A", 5), ("B", 28), ("E", 13), ("G", 13), ("J", 28)):
        sheet.column_dimensions[letter].width = width
    content = BytesIO()
    book.save(content)
    return _without_clock(content.getvalue())


def _without_clock(content: bytes) -> bytes:
    """The same workbook without the time at which it was written."""
    moment = b"2026-11-02T08:15:00Z"
    still = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(still, "w") as package:
        for name in made.namelist():
            part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment, made.read(name))
            entry_of = ZipInfo(name, (2026, 11, 2, 8, 15, 0))
            entry_of.compress_type = ZIP_DEFLATED
            package.writestr(entry_of, part)
    return still.getvalue()


def district_logo() -> Image.Image:
    """A shield with hills and a sun; the arms of no place."""
    picture, pen = _canvas()
    outline = [(120, 90), (1080, 90), (1080, 640), (960, 880), (600, 1110), (240, 880), (120, 640)]
    pen.polygon(outline, fill="#1d6b4f")
    inner = [(180, 150), (1020, 150), (1020, 625), (915, 840), (600, 1040), (285, 840), (180, 625)]
    pen.polygon(inner, fill="#f3f7ee")
    pen.ellipse((450, 250, 750, 550), fill="#e0a526")
    pen.polygon(
        [(180, 625), (430, 430), (600, 600), (790, 400), (1020, 625), (915, 840), (285, 840)],
        fill="#3b8f5f",
    )
    pen.polygon([(285, 840), (600, 690), (915, 840), (600, 1040)], fill="#2f6f9f")
    return picture.resize((300, 300), Image.Resampling.LANCZOS)


def school_logo() -> Image.Image:
    """A ring around an open book; the sign of no school."""
    picture, pen = _canvas()
    pen.ellipse((60, 60, 1140, 1140), fill="#1f4e79")
    pen.ellipse((120, 120, 1080, 1080), fill="#ffffff")
    pen.ellipse((160, 160, 1040, 1040), fill="#dfeaf5")
    pen.polygon([(600, 470), (290, 400), (290, 780), (600, 850)], fill="#1f4e79")
    pen.polygon([(600, 470), (910, 400), (910, 780), (600, 850)], fill="#2c6aa3")
    for step in range(3):
        y = 505 + step * 90
        pen.line([(340, y - 25), (560, y + 25)], fill="#ffffff", width=22)
        pen.line([(860, y - 25), (640, y + 25)], fill="#ffffff", width=22)
    pen.polygon([(600, 210), (640, 330), (600, 390), (560, 330)], fill="#e0a526")
    return picture.resize((300, 300), Image.Resampling.LANCZOS)


def _canvas() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGBA", (1200, 1200), (255, 255, 255, 0))
    return picture, ImageDraw.Draw(picture)


def write(folder: Path) -> None:
    """Put all three files into ``folder``."""
    (folder / LIST).write_bytes(student_list())
    district_logo().save(folder / "logo-kabupaten.png", optimize=True)
    school_logo().save(folder / "logo-sekolah.png", optimize=True)


if __name__ == "__main__":
    write(SAMPLE)

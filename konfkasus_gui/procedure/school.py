"""The school and its people: letterhead, wording, accounts, students, guardians, the directory."""

from dataclasses import dataclass
from datetime import date, datetime

from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import Numbering, Paper, Relation, Role, Sex

USUAL_YEARS = 2
"""That a closed case is kept after the pupil left, unless the school sets another number."""
PAPER_WIDTHS = (200, 230)
PAPER_HEIGHTS = (270, 360)
"""Millimetres of a sheet of the school's own size; what is printed fits between them."""
LEFT_MARGINS = (15, 35)
RIGHT_MARGINS = (10, 25)
TOP_MARGINS = (10, 40)
BOTTOM_MARGINS = (15, 40)
"""Millimetres: a printer cannot draw up to the edge, and a foot stands in the bottom margin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class School(Record):
    """The school as its letters show it. Only the name is asked for at first.

    ``authority`` holds the lines above the name in the letterhead, one a line; the logos are PNG
    or JPEG bytes; ``banner`` is a picture of the whole letterhead, printed instead of lines and
    logos. ``paper_width`` and ``paper_height`` count for ``Paper.CUSTOM``; all lengths are in
    millimetres. ``student_word`` is what the school calls those who learn there.
    ``number_pattern`` is explained in ``numbering``; ``shared_number`` lets one number serve all
    recipients of one mailing. ``lock_minutes`` without a key or a move lock the archive.
    ``second_place`` is the folder for copies of backups, ``copied_on`` when one was last proven.
    ``retention_years`` are those that a closed case is kept after the pupil left.
    """

    name: str
    authority: str = ""
    address: str = ""
    contact: str = ""
    city: str = ""
    principal: str = ""
    principal_title: str = "Kepala Sekolah"
    principal_identity: str = ""
    coordinator: str = ""
    coordinator_identity: str = ""
    logo_left: bytes | None = None
    logo_right: bytes | None = None
    banner: bytes | None = None
    paper: Paper = Paper.F4
    paper_width: int = 210
    paper_height: int = 330
    margin_left: int = 30
    margin_right: int = 20
    margin_top: int = 20
    margin_bottom: int = 20
    time_zone: str = "WIB"
    subject_label: str = "Perihal"
    greeting: str = "Dengan hormat,"
    farewell: str = ""
    student_word: str = "peserta didik"
    number_pattern: str = "{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}"
    number_code: str = "421.3"
    number_unit: str = "BK"
    numbering: Numbering = Numbering.AUTOMATIC
    shared_number: bool = False
    lock_minutes: int = 5
    second_place: str = ""
    copied_on: date | None = None
    retention_years: int = USUAL_YEARS

    def sheet(self, paper: Paper | None = None) -> tuple[int, int]:
        """Width and height of an upright ``paper`` in millimetres; of the usual one if None."""
        match paper or self.paper:
            case Paper.A4:
                return 210, 297
            case Paper.F4:
                return 215, 330
            case Paper.CUSTOM:
                return self.paper_width, self.paper_height


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Record):
    """The school's text in place of the program's own; ``key`` names a passage of a letter."""

    key: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """A person who may open the archive, until the day ``left_on``.

    ``identity`` is a line such as ``NIP 1985…``.
    """

    name: str
    role: Role = Role.COUNSELOR
    identity: str = ""
    phone: str = ""
    created_at: datetime
    left_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Student(Record):
    """A student in the school's list; a client only once there is a case.

    ``nickname`` may hold several names with commas between.
    """

    name: str
    nickname: str = ""
    nisn: str = ""
    nipd: str = ""
    sex: Sex | None = None
    birth_place: str = ""
    birth_date: date | None = None
    religion: str = ""
    address: str = ""
    phone: str = ""
    class_name: str = ""
    left_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardian(Record):
    """A parent or guardian of a student."""

    student_id: int
    relation: Relation
    name: str
    occupation: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody in the directory who may be invited: a colleague, an expert, an official."""

    name: str
    capacity: str = ""
    institution: str = ""
    identity: str = ""
    phone: str = ""
    outside: bool = False

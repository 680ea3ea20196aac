"""The school and its people: letterhead, accounts, students, guardians, the directory."""

from dataclasses import dataclass
from datetime import date, datetime

from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import Numbering, Paper, Relation, Role, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class School(Record):
    """The school as its letters show it. Only the name is asked for at first.

    ``authority`` holds the lines above the name in the letterhead, one a line; the logos are PNG
    or JPEG bytes; ``number_pattern`` is explained in ``numbering``. ``shared_number`` lets one
    number serve all recipients of one mailing.
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
    paper: Paper = Paper.F4
    time_zone: str = "WIB"
    subject_label: str = "Perihal"
    greeting: str = "Dengan hormat,"
    farewell: str = ""
    number_pattern: str = "{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}"
    number_code: str = "421.3"
    number_unit: str = "BK"
    numbering: Numbering = Numbering.AUTOMATIC
    shared_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """A person who may open the archive. ``identity`` is a line such as ``NIP 1985…``."""

    name: str
    role: Role = Role.COUNSELOR
    identity: str = ""
    phone: str = ""
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Student(Record):
    """A student in the school's list; a client only once there is a case."""

    name: str
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

"""A vault after some work, made quickly, for the tests of backups and of what threatens them."""

from datetime import date, datetime
from functools import cache

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.keys import Parameters
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Document, fingerprint
from konfkasus_gui.procedure.planning import Conference
from konfkasus_gui.procedure.school import Account, School, Student
from konfkasus_gui.procedure.vocabulary import DocumentKind

CHEAP = Parameters(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "jeruk meja awan"
RECOVERY = RecoveryKey(bytes(range(16)))
SHEET = " ".join(RECOVERY.groups)
NOW = datetime(2026, 11, 23, 8, 15)
CASES = 40
DOCUMENTS = 12


def filled_vault(folder):
    """A vault with cases and kept papers, and its data key."""
    vault = Vault(folder, CHEAP)
    key = vault.create(PASSPHRASE, RECOVERY)
    with Archive.open(vault.archive_path, key) as archive, archive.together():
        archive.save(School(name="SMP Negeri 1 Sukamaju"))
        archive.save(Account(name="Siti Rekaan", created_at=NOW))
        for number in range(CASES):
            student = archive.save(Student(name=f"Bayu Rekaan {number}"))
            case = archive.save(
                Case(
                    code=f"KK-2026-{number:03}",
                    student_id=student.id,
                    opened_on=date(2026, 3, 2),
                    problem=f"Masalah {number}. " * 40,
                )
            )
            archive.save(Conference(case_id=case.id))
            if number < DOCUMENTS:
                archive.save(paper(case.id, number))
    vault.finish()
    return vault, key


@cache
def _page(number):
    return b"%PDF-1.7 made up " + bytes((number * 7 + place * place) % 251 for place in range(9000))


def paper(case_id, number):
    content = _page(number)
    return Document(
        case_id=case_id,
        kind=DocumentKind.MINUTES,
        title="Notula",
        content=content,
        sha256=fingerprint(content),
        kept_at=NOW,
    )


def problems(path, key):
    """The problem of each case in the archive at ``path``, opened as the program does."""
    with Archive.open(path, key) as archive:
        return [case.problem for case in archive.every(Case)]


def files(folder):
    """Every file in ``folder`` and below with its bytes."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}

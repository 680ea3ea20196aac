"""What a counselor does while planning: a rule, what it changes, its line in the history."""

from dataclasses import replace
from pathlib import Path

from konfkasus_gui.language import _
from konfkasus_gui.procedure import seats
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.consent import Consent, answered
from konfkasus_gui.procedure.letter import Document, fingerprint
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.scan import LARGEST, ScanUnusable, require_scan
from konfkasus_gui.procedure.school import Person
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin
from konfkasus_gui.screens import deeds
from konfkasus_gui.screens.session import Session


def answer(session: Session, conference_id: int, consent: Consent) -> Consent:
    """Keep an answer with its day and who recorded it."""
    before = session.plan(conference_id).consent(consent.giver)
    by = session.account.name if session.account else ""
    return deeds.record_consent(
        session, conference_id, answered(before, consent, session.today(), by)
    )


def keep_scan(session: Session, conference_id: int, consent: Consent, path: Path) -> Document:
    """Keep a copy of the signed paper in the archive; the file itself is left as it is.

    Raises:
        ScanUnusable: the file cannot be read or is not a whole scan.
    """
    content = _read(path)
    require_scan(content)
    with session.together():
        document = session.save(
            Document(
                case_id=consent.case_id,
                conference_id=conference_id,
                kind=DocumentKind.SCAN,
                title=_("Pindaian persetujuan {giver}").format(giver=consent.giver.label),
                paper=session.school.paper,
                content=content,
                sha256=fingerprint(content),
                kept_at=session.now(),
            )
        )
        answer(session, conference_id, replace(consent, scan_id=document.id))
        session.note(Deed.CONSENT_RECORDED, consent.case_id, DocumentKind.SCAN.label)
    return document


def remove_participant(session: Session, conference_id: int, guest: Participant) -> None:
    """Take somebody off the list; letters with a number are cancelled.

    Raises:
        SeatTaken: the meeting has begun.
    """
    plan = session.plan(conference_id)
    seats.require_not_begun(plan.conference)
    letters = seats.letters_without_reader(plan, guest)
    with session.together():
        for letter in letters:
            session.save(letter)
        if letters:
            session.note(Deed.LETTERS_CANCELLED, plan.case.id, str(len(letters)))
        session.remove(guest)


def keep_in_directory(session: Session, guest: Participant) -> Person:
    """Keep a participant in the directory, to be found by name the next time."""
    with session.together():
        person = session.save(
            Person(
                name=guest.name.strip(),
                capacity=guest.capacity.strip(),
                institution=guest.institution.strip(),
                outside=guest.origin is Origin.OUTSIDE,
            )
        )
        session.save(replace(guest, person_id=person.id))
    return person


def _read(path: Path) -> bytes:
    """At most one byte more than is allowed, however large the file is."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise ScanUnusable(
            _("Berkas ini tidak dapat dibaca. Periksa apakah berkasnya masih ada.")
        ) from error

"""Consent: what a client or a guardian answered, and taking it back."""

from dataclasses import dataclass, replace
from datetime import date

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import ConsentGiver, ConsentManner, ConsentState

AGREED = (ConsentState.GIVEN, ConsentState.CONDITIONAL)


class ConsentMissing(KonfKasusError):
    """The client has not agreed, or no longer agrees, to the conference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """What a client or a guardian said when the conference was discussed with them.

    ``exceptions`` is what they ask not to be opened, ``audience`` with whom it may be discussed.
    ``withdrawn_on`` is set when it was taken back, until there is a new agreement.
    """

    case_id: int
    giver: ConsentGiver
    name: str = ""
    state: ConsentState | None = None
    manner: ConsentManner | None = None
    given_on: date | None = None
    recorded_by: str = ""
    audience: str = ""
    exceptions: str = ""
    reason: str = ""
    decided_by: str = ""
    withdrawn_on: date | None = None
    scan_id: int | None = None


def taken_back(consent: Consent) -> bool:
    """Whether a withdrawal stands: no other answer ends it than a new agreement."""
    withdrawn = consent.state is ConsentState.WITHDRAWN or consent.withdrawn_on is not None
    return withdrawn and consent.state not in AGREED


def answered(before: Consent, after: Consent, on: date, by: str) -> Consent:
    """``after`` with what follows from a new answer: its day, and who recorded it.

    A new answer after a withdrawal begins anew: the old paper proves nothing of it. What the
    counselor wrote stays.
    """
    if after.state is before.state or after.state is None:
        return after
    if taken_back(before):
        after = replace(
            after,
            given_on=None,
            manner=after.manner if after.manner is not before.manner else None,
            scan_id=after.scan_id if after.scan_id != before.scan_id else None,
            withdrawn_on=None if after.state in AGREED else before.withdrawn_on,
        )
    turned = (before.state in AGREED) is not (after.state in AGREED)
    if turned and after.given_on == before.given_on:
        after = replace(after, given_on=None)
    return replace(after, given_on=after.given_on or on, recorded_by=after.recorded_by or by)


def withdraw(consent: Consent, on: date) -> Consent:
    """The consent after it was taken back.

    Raises:
        ConsentMissing: there is no consent to take back.
    """
    if consent.state not in AGREED:
        raise ConsentMissing(_("Belum ada persetujuan yang dapat ditarik kembali."))
    return replace(consent, state=ConsentState.WITHDRAWN, withdrawn_on=on)

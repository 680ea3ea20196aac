"""Which paper shows the client how, and what its foot and its file's properties say."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from konfkasus_gui.language import _
from konfkasus_gui.procedure.confidentiality import Shown
from konfkasus_gui.procedure.vocabulary import DocumentKind, Origin


@dataclass(frozen=True, slots=True)
class Naming:
    """How the client appears on a paper, and whether its foot says that it is secret."""

    shown: Shown
    secret: bool = True


NAMING: Mapping[DocumentKind, Naming] = {
    DocumentKind.CLIENT_CONSENT: Naming(Shown.NAME),
    DocumentKind.GUARDIAN_CONSENT: Naming(Shown.NAME),
    DocumentKind.CONSENT_WITHDRAWAL: Naming(Shown.NAME),
    DocumentKind.SERVICE_PLAN: Naming(Shown.CODE),
    DocumentKind.INVITATION: Naming(Shown.CODE),
    DocumentKind.CASE_SUMMARY: Naming(Shown.CODE),
    DocumentKind.ATTENDANCE_LIST: Naming(Shown.CODE),
    DocumentKind.PLEDGE: Naming(Shown.CODE),
    DocumentKind.CHAIR_SHEET: Naming(Shown.CODE),
    DocumentKind.MINUTES: Naming(Shown.CODE),
    DocumentKind.ADDENDUM: Naming(Shown.CODE),
    DocumentKind.OFFICIAL_REPORT: Naming(Shown.CODE),
    DocumentKind.COMMITMENT_SHEET: Naming(Shown.CODE),
    DocumentKind.EVALUATION_SHEET: Naming(Shown.CODE),
    DocumentKind.FOLLOW_UP_PLAN: Naming(Shown.CODE),
    DocumentKind.MONITORING_SHEET: Naming(Shown.CODE),
    DocumentKind.GUARDIAN_SUMMARY: Naming(Shown.NAME, secret=False),
    DocumentKind.ACTIVITY_REPORT: Naming(Shown.CODE),
    DocumentKind.POSTPONEMENT: Naming(Shown.CODE),
    DocumentKind.CANCELLATION: Naming(Shown.CODE),
    DocumentKind.SECOND_INVITATION: Naming(Shown.CODE),
    DocumentKind.LETTER_RECEIPT: Naming(Shown.CODE),
    DocumentKind.REFERRAL: Naming(Shown.NAME),
    DocumentKind.DESTRUCTION: Naming(Shown.CODE),
}
"""Each paper that is drawn (domain, 2). Scans are not drawn."""

TO_PARTICIPANTS = (
    DocumentKind.INVITATION,
    DocumentKind.POSTPONEMENT,
    DocumentKind.CANCELLATION,
    DocumentKind.SECOND_INVITATION,
)
"""The letters that each participant gets; that to the family names the child."""

COPIES = (
    DocumentKind.CASE_SUMMARY,
    DocumentKind.COMMITMENT_SHEET,
    DocumentKind.MONITORING_SHEET,
)
"""The papers of which a participant gets an own copy, and only those wanted are drawn."""

GUARDIANS_UNNAMED = (
    *TO_PARTICIPANTS,
    DocumentKind.SERVICE_PLAN,
    DocumentKind.CASE_SUMMARY,
    DocumentKind.ACTIVITY_REPORT,
    DocumentKind.DESTRUCTION,
)
"""The papers that leave the family's names out too, but for whom a copy or a letter is."""

_FAMILY_LETTER = Naming(Shown.NAME, secret=False)


def naming(kind: DocumentKind, origin: Origin | None = None) -> Naming:
    """How the client appears on ``kind``, in a letter to the participants also for whom it is.

    The family reads the child's name, because it must know whom the letter is about; "Rahasia" is
    left to the envelope (domain, 2.1).
    """
    if kind in TO_PARTICIPANTS and origin is Origin.FAMILY:
        return _FAMILY_LETTER
    return NAMING[kind]


def title(kind: DocumentKind, code: str) -> str:
    """What the properties of the file call it: never the child."""
    return f"{kind.title} {code}".strip()


_VERSION: ContextVar[int] = ContextVar("version", default=0)
UNVERSIONED = (
    *TO_PARTICIPANTS,
    DocumentKind.MINUTES,
    DocumentKind.ADDENDUM,
    DocumentKind.REFERRAL,
)
"""Letters are told apart by their numbers; minutes say their version, or DRAF, themselves."""


@contextmanager
def versioned(version: int) -> Iterator[None]:
    """Inside, feet say that the paper is ``version``; 0 says nothing."""
    token = _VERSION.set(version)
    try:
        yield
    finally:
        _VERSION.reset(token)


def foot(kind: DocumentKind, code: str, *more: str) -> str:
    """What stands at the left of the foot of each page."""
    secret = [_("Rahasia")] if NAMING[kind].secret else []
    number = _VERSION.get()
    state = _("versi {version}").format(version=number)
    told = [state] if number and kind not in UNVERSIONED else []
    return " · ".join(filter(None, [*secret, code, *more, *told]))

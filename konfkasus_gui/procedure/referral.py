"""Handing a client over to an expert (alih tangan kasus): whether that may be."""

from dataclasses import dataclass

from konfkasus_gui.language import _
from konfkasus_gui.procedure.consent import AGREED, Consent, ConsentMissing
from konfkasus_gui.procedure.planning import Plan, require_consent
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.vocabulary import ConsentGiver, ConsentState


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Record):
    """What the letter to an expert says; the counselor writes it for that reader.

    Nothing of the record goes out by itself: the letter leaves the school with the name.
    """

    conference_id: int
    recipient: str = ""
    seen: str = ""
    tried: str = ""
    wanted: str = ""


def proposed(plan: Plan) -> Referral:
    """A beginning to work on: what the record says of the problem and of what was tried."""
    case = plan.case
    return Referral(
        conference_id=plan.conference.id, seen=case.problem.strip(), tried=case.tried.strip()
    )


def require_referral_consent(plan: Plan) -> None:
    """Stop unless the client's name may go to an expert outside.

    Where the guardian cannot be asked, somebody has decided instead and written why (domain, 9).

    Raises:
        ConsentMissing, CaseNotOpen: see ``planning.require_consent``; or the guardian has not
            agreed.
    """
    require_consent(plan)
    if not may_refer(plan):
        raise ConsentMissing(
            _("Surat rujukan menunggu persetujuan orang tua/wali. Catat persetujuannya dahulu.")
        )


def may_refer(plan: Plan) -> bool:
    """Whether client and guardian agreed, or somebody decided in place of the guardian."""
    guardian = plan.consent(ConsentGiver.GUARDIAN)
    agreed = plan.consent(ConsentGiver.CLIENT).state in AGREED
    return agreed and (guardian.state in AGREED or decided_instead(guardian))


def decided_instead(consent: Consent) -> bool:
    """Whether it is written why the guardian cannot be asked, and who decided."""
    return (
        consent.state is ConsentState.UNOBTAINABLE
        and bool(consent.reason.strip())
        and bool(consent.decided_by.strip())
    )

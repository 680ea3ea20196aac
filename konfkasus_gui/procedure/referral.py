"""Handing a client over to an expert (alih tangan kasus): whether that may be."""

from konfkasus_gui.language import _
from konfkasus_gui.procedure.consent import AGREED, Consent, ConsentMissing
from konfkasus_gui.procedure.planning import Plan, require_consent
from konfkasus_gui.procedure.vocabulary import ConsentGiver, ConsentState


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

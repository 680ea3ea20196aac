"""Signature blocks: who signs, in which office, and the line with their number."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from konfkasus_gui.documents.paper import BODY, FLUSH, Office, text, underlined
from konfkasus_gui.language import _
from konfkasus_gui.procedure.vocabulary import Inviter

_LINE = ParagraphStyle("signature", BODY, leading=14.5)
_ROOM = 19 * mm
_LONGEST = 200
_BLANK_NAME = "(………………………………)"


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: the lines above it, the name, and the identity line below the name.

    An empty name leaves a dotted line, an empty identity nothing.
    """

    above: tuple[str, ...]
    name: str = ""
    identity: str = ""


def principal(office: Office, *before: str) -> Signer:
    """The head of the school, under the lines ``before``."""
    school = office.school
    title = school.principal_title.strip() or _("Kepala Sekolah")
    return Signer((*before, f"{title},"), school.principal, school.principal_identity)


def counselor(office: Office, *before: str) -> Signer:
    """The counselor who leads the case, under the lines ``before``."""
    account = office.counselor
    return Signer((*before, _("Guru BK/Konselor,")), account.name, account.identity)


def inviter(office: Office, who: Inviter) -> Signer:
    """In whose name a letter goes out: the principal, or somebody on the principal's behalf."""
    school = office.school
    title = school.principal_title.strip() or _("Kepala Sekolah")
    on_behalf = _("a.n. {title}").format(title=title)
    if who is Inviter.COORDINATOR:
        return Signer(
            (on_behalf, _("Koordinator BK,")), school.coordinator, school.coordinator_identity
        )
    if who is Inviter.COUNSELOR:
        return counselor(office, on_behalf)
    return principal(office)


def signatures(
    left: Signer | None, right: Signer, width: float, *, with_it: Sequence[Flowable] = ()
) -> KeepTogether:
    """One or two signatures that stay on one page with their names.

    ``with_it`` are the lines that belong to the signature and must not be left behind.
    """
    height = max(len(signer.above) for signer in (left, right) if signer is not None)
    columns = [_block(left, height) if left else "", "", _block(right, height)]
    table = Table(
        [columns],
        colWidths=[width * 0.44, width * 0.12, width * 0.44],
        style=[
            *FLUSH,
        ],
    )
    return KeepTogether([*with_it, Spacer(1, 3 * mm), table])


def _block(signer: Signer, height: int) -> list[Flowable]:
    above = [*signer.above]
    while len(above) < height:
        above.insert(0, "\u00a0")
    name = _on_a_line(signer.name)
    identity = _on_a_line(signer.identity)
    return [
        *(text(line or "\u00a0", _LINE) for line in above),
        Spacer(1, _ROOM),
        underlined(name, _LINE) if name else text(_BLANK_NAME, _LINE),
        *([text(identity, _LINE)] if identity else []),
    ]


def _on_a_line(typed: str) -> str:
    """A name without line breaks; what is longer than any name would burst the page."""
    return " ".join(typed.split())[:_LONGEST]

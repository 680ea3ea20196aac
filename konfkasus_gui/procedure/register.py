"""The register of outgoing letters (buku agenda): drafts, numbers, and what becomes of a letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.letter import Letter, invitation_subject
from konfkasus_gui.procedure.planning import INVITING, RETIRED, Participant, Plan
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState, Origin


class NumberUnusable(KonfKasusError):
    """A number that was typed is missing, or stands in the register already."""


class LetterSettled(KonfKasusError):
    """The letter was cancelled or replaced, or has its number: that is not taken back."""


NEXT: Mapping[LetterState, tuple[LetterState, ...]] = {
    LetterState.ISSUED: (
        LetterState.PRINTED,
        LetterState.DELIVERED,
        LetterState.RECEIVED,
        LetterState.CANCELLED,
        LetterState.REPLACED,
    ),
    LetterState.PRINTED: (
        LetterState.DELIVERED,
        LetterState.RECEIVED,
        LetterState.CANCELLED,
        LetterState.REPLACED,
    ),
    LetterState.DELIVERED: (
        LetterState.RECEIVED,
        LetterState.CANCELLED,
        LetterState.REPLACED,
    ),
    LetterState.RECEIVED: (LetterState.CANCELLED, LetterState.REPLACED),
    LetterState.CANCELLED: (),
    LetterState.REPLACED: (),
}
"""What may become of a letter; a cancelled or replaced one stays so, and its number is used up."""


def waiting(plan: Plan) -> tuple[Participant, ...]:
    """The named participants who have no invitation yet."""
    return tuple(
        guest for guest in plan.participants if guest.name.strip() and plan.letter_of(guest) is None
    )


def invitations(plan: Plan, guests: Iterable[Participant], dated: date) -> tuple[Letter, ...]:
    """An invitation for each of ``guests``, still without a number."""
    return tuple(
        Letter(
            case_id=plan.case.id,
            conference_id=plan.conference.id,
            participant_id=guest.id,
            dated=dated,
            recipient=guest.name,
            subject=invitation_subject(guest.origin),
        )
        for guest in guests
    )


SUBJECTS: Mapping[DocumentKind, str] = {
    DocumentKind.POSTPONEMENT: N_("Penundaan Pertemuan"),
    DocumentKind.CANCELLATION: N_("Pembatalan Pertemuan"),
    DocumentKind.SECOND_INVITATION: N_("Undangan Ulang"),
}
"""The letters that follow an invitation, and what they say that they are about."""


def subject(kind: DocumentKind, origin: Origin) -> str:
    """What a letter of ``kind`` to a participant of ``origin`` says that it is about."""
    return _(SUBJECTS[kind]) if kind in SUBJECTS else invitation_subject(origin)


def issued(plan: Plan, kind: DocumentKind, guest: Participant | None = None) -> Letter | None:
    """The last letter of ``kind``, to ``guest`` if given, that was not cancelled or replaced.

    A notice follows an invitation: once there is a newer invitation, an earlier notice is not the
    one that is meant any more.
    """
    for letter in reversed(plan.letters):
        if guest is not None and letter.participant_id != guest.id:
            continue
        if letter.kind is kind and letter.state not in RETIRED:
            return letter
        if guest is not None and kind in _LAPSED and letter.kind in INVITING:
            return None
    return None


_LAPSED = {
    DocumentKind.POSTPONEMENT: LetterState.REPLACED,
    DocumentKind.CANCELLATION: LetterState.CANCELLED,
}


def refers_to(plan: Plan, kind: DocumentKind, guest: Participant) -> Letter | None:
    """The invitation that a letter of ``kind`` follows: the one that lapsed, else the last one."""
    found = [
        letter
        for letter in plan.letters
        if letter.participant_id == guest.id and letter.kind in INVITING and letter.kind is not kind
    ]
    lapsed = [letter for letter in found if letter.state is _LAPSED.get(kind)]
    standing = lapsed or found
    return standing[-1] if standing else None


def unwritten(plan: Plan, kind: DocumentKind) -> tuple[Participant, ...]:
    """Those who were invited and have no letter of ``kind`` that stands in the register."""
    invited = {letter.participant_id for letter in plan.letters if letter.kind in INVITING}
    return tuple(
        guest
        for guest in plan.participants
        if guest.id in invited and issued(plan, kind, guest) is None
    )


def notices(
    plan: Plan, kind: DocumentKind, guests: Iterable[Participant], dated: date
) -> tuple[Letter, ...]:
    """A letter of ``kind`` to each of ``guests``, still without a number."""
    return tuple(
        replace(draft, kind=kind, subject=_(SUBJECTS[kind]))
        for draft in invitations(plan, guests, dated)
    )


SOLE: Mapping[DocumentKind, str] = {
    DocumentKind.OFFICIAL_REPORT: N_("Berita Acara Konferensi Kasus"),
    DocumentKind.REFERRAL: N_("Rujukan"),
    DocumentKind.DESTRUCTION: N_("Berita Acara Pemusnahan Arsip"),
}
"""The papers of which a conference has one, with a number of its own."""


def sole(plan: Plan, kind: DocumentKind, recipient: str, dated: date) -> Letter:
    """The one paper of ``kind``, still without a number; ``recipient`` is empty for a report."""
    return Letter(
        case_id=plan.case.id,
        conference_id=plan.conference.id,
        kind=kind,
        dated=dated,
        recipient=" ".join(recipient.split()),
        subject=_(SOLE[kind]),
    )


def shown_recipient(recipient: str, origin: Origin | None, subject: str) -> str:
    """Who got a letter, as lists tell it beside the code of the case.

    The name of somebody of the family beside the code would tell who the client is (product rule).
    """
    family = origin is Origin.FAMILY or subject == invitation_subject(Origin.FAMILY)
    return _("Orang tua/wali") if family else recipient


def with_numbers(drafts: Sequence[Letter], typed: Sequence[str]) -> tuple[Letter, ...]:
    """``drafts`` with the numbers that the office gave: one for each, or one for all.

    Raises:
        NumberUnusable: a number is missing or stands twice.
    """
    numbers = [" ".join(number.split()) for number in typed]
    if not all(numbers):
        raise NumberUnusable(_("Masih ada nomor surat yang kosong. Isi semuanya dahulu."))
    if len(numbers) == 1:
        return tuple(
            replace(draft, number=numbers[0], place=place) for place, draft in enumerate(drafts, 1)
        )
    for number in numbers:
        if numbers.count(number) > 1:
            raise NumberUnusable(
                _(
                    "Nomor {number} ditulis dua kali. Bila satu nomor untuk semua, pilih “Satu"
                    " nomor untuk semua penerima”."
                ).format(number=number)
            )
    return tuple(
        replace(draft, number=number) for draft, number in zip(drafts, numbers, strict=True)
    )


def may_share(letter: Letter, holders: Sequence[Letter]) -> bool:
    """Whether ``letter`` may have the number of ``holders``: all are one mailing, none retired."""
    return letter.conference_id is not None and all(
        holder.conference_id == letter.conference_id
        and holder.kind is letter.kind
        and holder.participant_id != letter.participant_id
        and holder.state not in RETIRED
        for holder in holders
    )


def turned(letter: Letter, state: LetterState) -> Letter:
    """``letter`` after it was printed, delivered, received, cancelled or replaced.

    Raises:
        LetterSettled: that cannot become of it any more.
    """
    if state not in NEXT[letter.state]:
        raise LetterSettled(
            _("Surat ini sudah {state}, jadi tidak dapat ditandai {wanted}.").format(
                state=letter.state.label, wanted=state.label
            )
        )
    return replace(letter, state=state)


def filled_in(letter: Letter, number: str) -> Letter:
    """A letter that was numbered by hand, with that number.

    Raises:
        LetterSettled: it has a number, or was cancelled or replaced.
        NumberUnusable: ``number`` is empty.
    """
    if letter.number or letter.state in RETIRED:
        raise LetterSettled(_("Nomor surat ini sudah tercatat dan tidak diubah lagi."))
    written = " ".join(number.split())
    if not written:
        raise NumberUnusable(_("Tulis dahulu nomornya."))
    return replace(letter, number=written)

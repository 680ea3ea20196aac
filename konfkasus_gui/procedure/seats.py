"""The list of participants: how it is counted, and how somebody leaves it."""

from collections import Counter
from dataclasses import replace

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import RETIRED, Conference, Participant, Plan
from konfkasus_gui.procedure.vocabulary import Group, LetterState


class SeatTaken(KonfKasusError):
    """The meeting has begun; who was invited belongs to its record."""


def require_not_begun(conference: Conference) -> None:
    """Stop unless somebody may still be taken off the list.

    Raises:
        SeatTaken: the meeting has begun.
    """
    if conference.opened_at is not None:
        raise SeatTaken(
            _(
                "Pertemuan sudah dimulai, jadi daftar peserta tetap disimpan."
                " Catat sebagai tidak hadir pada daftar kehadiran."
            )
        )


def letters_without_reader(plan: Plan, guest: Participant) -> tuple[Letter, ...]:
    """The letters of somebody who leaves the list, cancelled; those that retired before stay."""
    return tuple(
        replace(letter, state=LetterState.CANCELLED)
        for letter in plan.letters
        if letter.participant_id == guest.id and letter.state not in RETIRED
    )


def misaddressed(plan: Plan) -> tuple[Participant, ...]:
    """Those whose name is no longer the one that the register holds for their invitation."""
    return tuple(
        guest
        for guest in plan.participants
        if (letter := plan.letter_of(guest)) and letter.recipient.strip() != guest.name.strip()
    )


def group_counts(participants: tuple[Participant, ...]) -> Counter[Group]:
    """How many participants sit in each group; those without one are left out."""
    return Counter(guest.group for guest in participants if guest.group is not None)


def count_in_words(participants: tuple[Participant, ...]) -> str:
    """``6 peserta · 3 penentu, 2 pemberi keterangan, 1 pemberi kemudahan``."""
    counts = group_counts(participants)
    parts = [f"{counts[group]} {group.label}" for group in Group if counts[group]]
    without = len(participants) - sum(counts.values())
    if without:
        parts.append(_("{n} belum berkelompok").format(n=without))
    total = _("{n} peserta").format(n=len(participants))
    return " · ".join(part for part in (total, ", ".join(parts)) if part)

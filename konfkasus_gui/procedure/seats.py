"""The list of participants: how it is counted, and how somebody leaves it."""

from collections import Counter
from dataclasses import replace

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.planning import Participant, Plan
from konfkasus_gui.procedure.vocabulary import Group, LetterState


class SeatTaken(KonfKasusError):
    """The meeting has begun; who was invited belongs to its record."""


def require_removable(plan: Plan) -> None:
    """Stop unless somebody may still be taken off the list.

    Raises:
        SeatTaken: the meeting has begun.
    """
    if plan.conference.opened_at is not None:
        raise SeatTaken(
            _(
                "Pertemuan sudah dimulai, jadi daftar peserta tetap disimpan."
                " Catat sebagai tidak hadir pada daftar kehadiran."
            )
        )


def letter_without_reader(plan: Plan, guest: Participant) -> Letter | None:
    """The cancelled invitation of somebody who leaves the list, if there was one."""
    letter = plan.letter_of(guest)
    return replace(letter, state=LetterState.CANCELLED) if letter is not None else None


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

"""What the meeting tells in figures, as ground for the counselor's judgement of it."""

from collections import Counter
from collections.abc import Iterator

from konfkasus_gui.language import _
from konfkasus_gui.procedure import evidence, wishes
from konfkasus_gui.procedure.evaluation import added, commitment, information
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.timekeeping import in_minutes
from konfkasus_gui.procedure.vocabulary import Aim, Basis, ConclusionKind


def figures(meeting: Meeting) -> tuple[str, ...]:
    """A sentence for each figure of the meeting; none for what it did not have."""
    return tuple(_figures(meeting))


def ground(meeting: Meeting, aim: Aim) -> str:
    """The figure of the meeting that speaks for or against ``aim``; empty when there is none."""
    found = information(meeting)
    if aim is Aim.PICTURE:
        parts = [
            _("{n} dari {total} keterangan berarti").format(n=found.reached, total=found.total)
            if found.total
            else "",
            _answered(meeting),
        ]
        return " · ".join(part for part in parts if part)
    present = meeting.present()
    if aim is Aim.INFORMED:
        if not present:
            return ""
        return _("{n} dari {total} yang diundang mengikuti pertemuan").format(
            n=len(present), total=len(meeting.plan.participants)
        )
    promises = commitment(meeting)
    if not promises.total:
        return ""
    return _("{n} dari {total} yang hadir berkomitmen").format(
        n=promises.reached, total=promises.total
    )


def _figures(meeting: Meeting) -> Iterator[str]:
    seconds = sum(one.seconds for one in meeting.durations if one.participant_id is None)
    if length := in_minutes(seconds):
        yield _("Pertemuan berlangsung {length}, tanpa jeda.").format(length=length)
    said = added(meeting)
    if present := meeting.present():
        spoke = {one.participant_id for one in said}
        yield _("{n} dari {total} peserta hadir memberi keterangan atau pendapat.").format(
            n=sum(guest.id in spoke for guest in present), total=len(present)
        )
    if said:
        bases = Counter(one.basis for one in said)
        yield _(
            "{total} keterangan dan pendapat: {observed} diamati sendiri, {heard} didengar,"
            " {opinion} pendapat."
        ).format(
            total=len(said),
            observed=bases[Basis.OBSERVED],
            heard=bases[Basis.HEARD],
            opinion=bases[Basis.OPINION],
        )
    if answered := _answered(meeting):
        yield f"{answered}."
    concluded = [one for kind in ConclusionKind for one in meeting.concluded(kind)]
    if concluded:
        yield _("{n} dari {total} kesimpulan menyebut keterangan yang menjadi dasarnya.").format(
            n=sum(bool(evidence.cited(meeting, one.id)) for one in concluded),
            total=len(concluded),
        )


def _answered(meeting: Meeting) -> str:
    wanted = wishes.wishes(meeting.conference)
    if not wanted:
        return ""
    return _("{n} dari {total} data yang ingin diperoleh terjawab").format(
        n=len(wishes.answered(meeting)), total=len(wanted)
    )

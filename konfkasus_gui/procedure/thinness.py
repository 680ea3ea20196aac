"""What is thin in the minutes before they become final: told, never held against anybody."""

from collections.abc import Callable, Iterator

from konfkasus_gui.language import _
from konfkasus_gui.procedure import coverage, evidence, wishes
from konfkasus_gui.procedure.gap import Gap
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.rounds import noted
from konfkasus_gui.procedure.sentences import ended
from konfkasus_gui.procedure.vocabulary import Agenda, Basis, ConclusionKind, Presence, RemarkKind

_ITEM_OF = {
    ConclusionKind.POSITIVE: Agenda.FIRST_CONCLUSION,
    ConclusionKind.BACKGROUND: Agenda.FIRST_CONCLUSION,
    ConclusionKind.CAUSE: Agenda.SECOND_CONCLUSION,
}


def _hint(key: str, sentence: str, agenda: Agenda) -> Gap:
    return Gap(f"thin.{key}", sentence, agenda)


def _attendance(meeting: Meeting) -> Iterator[Gap]:
    lines = {line.participant_id: line for line in meeting.attendances}
    unheard = [
        guest.called
        for guest in meeting.plan.participants
        if (line := lines.get(guest.id))
        and line.presence is Presence.WRITTEN
        and not line.statement.strip()
    ]
    if unheard:
        yield _hint(
            "statement",
            ended(
                _("Isi keterangan tertulis belum dicatat: {names}.").format(
                    names=", ".join(unheard)
                )
            ),
            Agenda.OPENING,
        )


def _information(meeting: Meeting) -> Iterator[Gap]:
    said = noted(meeting, Agenda.INFORMATION)
    if bare := sum(one.aspect is None for one in said):
        yield _hint(
            "aspect",
            _("{n} keterangan belum berada di bawah aspek.").format(n=bare),
            Agenda.INFORMATION,
        )
    if bare := sum(one.basis is None for one in said):
        yield _hint(
            "basis",
            _("{n} keterangan belum menyebut diamati, didengar, atau pendapat.").format(n=bare),
            Agenda.INFORMATION,
        )
    if said and not any(one.basis is Basis.OBSERVED for one in said):
        yield _hint("observed", _("Belum ada keterangan yang diamati sendiri."), Agenda.INFORMATION)
    if bare := sum(one.basis is Basis.HEARD and not one.heard_from.strip() for one in said):
        yield _hint(
            "heard_from",
            _("{n} keterangan didengar dari orang lain tanpa menyebut dari siapa.").format(n=bare),
            Agenda.INFORMATION,
        )
    if said and (left := coverage.unasked(meeting)):
        yield _hint(
            "coverage",
            _("Belum ditanyakan: {aspects}.").format(
                aspects=", ".join(aspect.label for aspect in left)
            ),
            Agenda.INFORMATION,
        )
    if open_wishes := wishes.unanswered(meeting):
        yield _hint(
            "wishes",
            _("{n} data yang ingin diperoleh belum terjawab.").format(n=len(open_wishes)),
            Agenda.INFORMATION,
        )


def _conclusions(meeting: Meeting) -> Iterator[Gap]:
    if not any(one.text.strip() for one in meeting.contributions):
        return
    for kind, agenda in _ITEM_OF.items():
        bare = sum(not evidence.cited(meeting, one.id) for one in meeting.concluded(kind))
        if bare:
            yield _hint(
                f"evidence.{kind.value}",
                _("{n} {kind} belum menyebut keterangan yang menjadi dasarnya.").format(
                    n=bare, kind=kind.label
                ),
                agenda,
            )


def _commitments(meeting: Meeting) -> Iterator[Gap]:
    promises = [one for one in meeting.commitments if one.text.strip()]
    if bare := sum(one.starts_on is None or one.check_on is None for one in promises):
        yield _hint(
            "days",
            _("{n} komitmen belum punya hari mulai dan hari diperiksa.").format(n=bare),
            Agenda.COMMITMENT,
        )
    if promises and not meeting.remarked(RemarkKind.CLIENT):
        yield _hint("client", _("Suara konseli belum dicatat."), Agenda.COMMITMENT)


RULES: tuple[Callable[[Meeting], Iterator[Gap]], ...] = (
    _attendance,
    _information,
    _conclusions,
    _commitments,
)


def thin(meeting: Meeting) -> list[Gap]:
    """What a reader of the minutes will miss; every one of them may stay as it is."""
    return [gap for rule in RULES for gap in rule(meeting)]

"""What a counselor does with letters: numbers, what becomes of one, and new ones in their place."""

from collections.abc import Iterable, Sequence
from datetime import date

from konfkasus_gui.procedure import planning, register
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.paper_state import require_printable
from konfkasus_gui.procedure.planning import Plan
from konfkasus_gui.procedure.vocabulary import DocumentKind, LetterState
from konfkasus_gui.screens.session import Session


def number_invitations(
    session: Session, conference_id: int, dated: date, typed: Sequence[str] = ()
) -> tuple[Letter, ...]:
    """A letter for each named participant without an invitation: all of them or none.

    Raises:
        ConsentMissing, CaseNotOpen: see ``planning.require_consent``.
        PatternInvalid, NumberUnusable: see ``Register.issue``.
    """
    plan = session.plan(conference_id)
    planning.require_consent(plan)
    drafts = register.invitations(plan, register.waiting(plan), dated)
    return _numbered(session, plan, drafts, typed)


def number_notices(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    dated: date,
    typed: Sequence[str] = (),
) -> tuple[Letter, ...]:
    """A letter of ``kind`` for each invited participant who has none: all of them or none.

    Raises:
        ConsentMissing, CaseNotOpen: see ``paper_state.require_printable``.
        PatternInvalid, NumberUnusable: see ``Register.issue``.
    """
    plan = session.plan(conference_id)
    require_printable(plan, kind)
    drafts = register.notices(plan, kind, register.unwritten(plan, kind), dated)
    return _numbered(session, plan, drafts, typed)


def number_paper(
    session: Session,
    conference_id: int,
    kind: DocumentKind,
    dated: date,
    recipient: str = "",
    typed: Sequence[str] = (),
) -> tuple[Letter, ...]:
    """The one paper of ``kind`` in the register, unless it stands there already.

    Raises:
        ConsentMissing, CaseNotOpen: see ``paper_state.require_printable``.
        PatternInvalid, NumberUnusable: see ``Register.issue``.
    """
    plan = session.plan(conference_id)
    require_printable(plan, kind)
    if register.issued(plan, kind) is not None:
        return ()
    return _numbered(session, plan, [register.sole(plan, kind, recipient, dated)], typed)


def turn_letter(session: Session, letter: Letter, state: LetterState) -> Letter:
    """Mark a letter as delivered, received or cancelled.

    Raises:
        LetterSettled: see ``register.turned``.
    """
    turned = register.turned(letter, state)
    cancelled = state is LetterState.CANCELLED
    with session.together():
        kept = session.save(turned)
        deed = Deed.LETTERS_CANCELLED if cancelled else Deed.LETTER_MARKED
        session.note(deed, kept.case_id, "1" if cancelled else state.label)
    return kept


def fill_in_number(session: Session, letter: Letter, number: str) -> Letter:
    """Keep the number that a letter got by hand.

    Raises:
        LetterSettled, NumberUnusable: see ``Register.fill_in``.
    """
    with session.together():
        kept = session.save(session.register.fill_in(letter, number))
        session.note(Deed.NUMBERED, kept.case_id, "1")
    return kept


def replace_letters(session: Session, plan: Plan, letters: Iterable[Letter]) -> int:
    """Mark the invitations among ``letters`` that stand as replaced; how many they were."""
    standing = [
        letter
        for letter in letters
        if letter.kind in planning.INVITING and letter.state not in planning.RETIRED
    ]
    with session.together():
        for letter in standing:
            session.save(register.turned(letter, LetterState.REPLACED))
        if standing:
            session.note(Deed.LETTERS_REPLACED, plan.case.id, str(len(standing)))
    return len(standing)


def _numbered(
    session: Session, plan: Plan, drafts: Sequence[Letter], typed: Sequence[str]
) -> tuple[Letter, ...]:
    with session.together():
        letters = session.register.issue(drafts, session.school, typed)
        for letter in letters:
            session.save(letter)
        if letters:
            session.note(Deed.NUMBERED, plan.case.id, str(len(letters)))
    return letters

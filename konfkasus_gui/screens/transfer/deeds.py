"""What a counselor makes of two versions of one record."""

from dataclasses import replace
from typing import Any

from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.transfer import plain
from konfkasus_gui.procedure.transfer_words import kind_title
from konfkasus_gui.procedure.variant import Cause, Decision, Variant, decided, joined, swapped
from konfkasus_gui.screens.session import Session


def may_take(session: Session, variant: Variant) -> bool:
    """Whether the other version can stand in the place of the one here."""
    if variant.cause is not Cause.BOTH_CHANGED:
        return False
    return session.lists.beside(variant) is not None


def may_join(session: Session, variant: Variant) -> bool:
    """Whether both say something that can stand in one text."""
    return may_take(session, variant) and bool(_texts(session, variant))


def keep_here(session: Session, variant: Variant) -> None:
    """Leave the record as it is; the other version stays beside it, looked at."""
    _decide(session, variant, Decision.KEPT)


def take_other(session: Session, variant: Variant) -> None:
    """Let the other version stand; what stood here is kept beside it.

    Raises:
        CaseNotOpen, MinutesFinal: see ``Session.save``.
    """
    record = session.lists.beside(variant)
    if record is not None:
        _change(session, variant, record, session.lists.said(variant), Decision.TAKEN)


def join(session: Session, variant: Variant) -> None:
    """Put the texts of both versions into the record; all else stays as it is here.

    Raises:
        CaseNotOpen, MinutesFinal: see ``Session.save``.
    """
    record = session.lists.beside(variant)
    if record is not None:
        both = {
            name: joined(here, there) for name, (here, there) in _texts(session, variant).items()
        }
        _change(session, variant, record, both, Decision.JOINED)


def _change(
    session: Session, variant: Variant, record: Record, values: dict[str, Any], how: Decision
) -> None:
    own = (name for name in values if not name.endswith("_id"))  # an id says nothing elsewhere
    before = {name: plain(getattr(record, name)) for name in own}
    with session.together():
        session.save(replace(record, **values))
        other = swapped(variant, before) if how is Decision.TAKEN else variant
        _decide(session, other, how)


def _decide(session: Session, variant: Variant, how: Decision) -> None:
    with session.together():
        session.save(decided(variant, how, session.now()))
        record = session.lists.beside(variant)
        kind = kind_title(type(record)) if record is not None else ""
        note = f"{kind}, {how.label}" if kind else how.label
        session.note(Deed.VERSION_CHOSEN, variant.case_id, note)


def _texts(session: Session, variant: Variant) -> dict[str, tuple[str, str]]:
    record = session.lists.beside(variant)
    said = session.lists.said(variant)
    long_texts = session.lists.long_texts(variant)
    found = {
        name: (getattr(record, name), value)
        for name, value in said.items()
        if record is not None and name in long_texts and value
    }
    return {name: both for name, both in found.items() if all(text.strip() for text in both)}

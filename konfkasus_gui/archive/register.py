"""What is counted and never given twice: case codes and letter numbers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from peewee import Database

from konfkasus_gui.archive.rows import columns, record
from konfkasus_gui.archive.tables.case import CaseTable, SequenceTable
from konfkasus_gui.archive.tables.paper import LetterTable
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Letter, invitation_subject
from konfkasus_gui.procedure.numbering import case_code, letter_number
from konfkasus_gui.procedure.planning import Participant, Plan, require_consent
from konfkasus_gui.procedure.school import School


class Register:
    """Gives out numbers; a number that was given is never given again, whatever becomes of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_case(self, case: Case) -> Case:
        """Keep a new case under the next code of the year in which it is opened."""
        with self._database.atomic():
            sequence = self._next("case", case.opened_on.year)
            coded = replace(case, code=case_code(case.opened_on.year, sequence))
            return record(Case, CaseTable.create(**columns(coded)))

    def issue(
        self,
        plan: Plan,
        school: School,
        participants: Sequence[Participant],
        *,
        dated: date,
    ) -> tuple[Letter, ...]:
        """A numbered invitation for each of ``participants``: all of them or none.

        Raises:
            ConsentMissing, CaseNotOpen: see ``planning.require_consent``.
            PatternInvalid: the school's number pattern cannot be used.
        """
        require_consent(plan)
        with self._database.atomic():
            return tuple(
                self._issue_one(plan, school, participant, dated) for participant in participants
            )

    def _issue_one(
        self, plan: Plan, school: School, participant: Participant, dated: date
    ) -> Letter:
        sequence = self._next("letter", dated.year)
        letter = Letter(
            case_id=plan.case.id,
            conference_id=plan.conference.id,
            participant_id=participant.id,
            year=dated.year,
            sequence=sequence,
            number=letter_number(
                school.number_pattern,
                code=school.number_code,
                sequence=sequence,
                unit=school.number_unit,
                on=dated,
            ),
            dated=dated,
            recipient=participant.name,
            subject=invitation_subject(participant.origin),
        )
        return record(Letter, LetterTable.create(**columns(letter)))

    def _next(self, name: str, year: int) -> int:
        """The next number of ``name`` in ``year``; the counter starts at 1 each January."""
        SequenceTable.insert(name=name, year=year, last=0).on_conflict_ignore().execute()
        mine = (SequenceTable.name == name) & (SequenceTable.year == year)
        SequenceTable.update(last=SequenceTable.last + 1).where(mine).execute()
        return int(SequenceTable.get(mine).last)

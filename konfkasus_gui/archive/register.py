"""What is counted and never given twice: case codes and letter numbers."""

from collections.abc import Sequence
from dataclasses import replace

from peewee import Database

from konfkasus_gui.archive.rows import columns, record, records
from konfkasus_gui.archive.tables.case import CaseTable, SequenceTable
from konfkasus_gui.archive.tables.paper import LetterTable
from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Letter
from konfkasus_gui.procedure.numbering import case_code, letter_number
from konfkasus_gui.procedure.register import (
    NumberUnusable,
    filled_in,
    may_share,
    with_numbers,
)
from konfkasus_gui.procedure.school import School
from konfkasus_gui.procedure.vocabulary import Numbering


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
        self, drafts: Sequence[Letter], school: School, typed: Sequence[str] = ()
    ) -> tuple[Letter, ...]:
        """Keep ``drafts`` of one mailing with their numbers: all of them or none.

        The numbers come from where the school takes them: counted here, as ``typed`` (one for
        each, or one for all), or none, to be written by hand.

        Raises:
            PatternInvalid: the school's number pattern cannot be used.
            NumberUnusable: a typed number is missing, stands twice or is in the register.
        """
        if not drafts:
            return ()
        with self._database.atomic():
            if school.numbering is Numbering.TYPED:
                found = with_numbers(drafts, typed)
                for number in {draft.number for draft in found}:
                    self._require_unused(number)
            elif school.numbering is Numbering.BLANK:
                found = tuple(drafts)
            else:
                found = self._counted(drafts, school)
            return tuple(record(Letter, LetterTable.create(**columns(one))) for one in found)

    def fill_in(self, letter: Letter, number: str) -> Letter:
        """Keep the number that a letter got by hand; those of one mailing may share one.

        Raises:
            LetterSettled, NumberUnusable: see ``register.filled_in``; or another letter has it.
        """
        written = filled_in(letter, number)
        with self._database.atomic():
            rows = LetterTable.select().where(LetterTable.number == written.number)
            holders = records(Letter, rows)
            if not may_share(written, holders):
                self._require_unused(written.number)
            written = replace(written, place=len(holders) + 1)
            LetterTable(**columns(written)).save()
        return written

    def _counted(self, drafts: Sequence[Letter], school: School) -> tuple[Letter, ...]:
        if school.shared_number:
            number = self._numbered(drafts[0], school)
            return tuple(
                replace(
                    draft,
                    year=number.year,
                    sequence=number.sequence,
                    number=number.number,
                    place=place,
                )
                for place, draft in enumerate(drafts, 1)
            )
        return tuple(self._numbered(draft, school) for draft in drafts)

    def _numbered(self, draft: Letter, school: School) -> Letter:
        """``draft`` under the next number; one that a typed number used up is passed over."""
        year = draft.dated.year
        while True:
            sequence = self._next("letter", year)
            number = letter_number(
                school.number_pattern,
                code=school.number_code,
                sequence=sequence,
                unit=school.number_unit,
                on=draft.dated,
            )
            if not self._used(number):
                return replace(draft, year=year, sequence=sequence, number=number)

    def _require_unused(self, number: str) -> None:
        if self._used(number):
            raise NumberUnusable(
                _("Nomor {number} sudah tercatat dalam register. Periksa lagi nomornya.").format(
                    number=number
                )
            )

    def _used(self, number: str) -> bool:
        return bool(LetterTable.select().where(LetterTable.number == number).exists())

    def _next(self, name: str, year: int) -> int:
        """The next number of ``name`` in ``year``; the counter starts at 1 each January."""
        SequenceTable.insert(name=name, year=year, last=0).on_conflict_ignore().execute()
        mine = (SequenceTable.name == name) & (SequenceTable.year == year)
        SequenceTable.update(last=SequenceTable.last + 1).where(mine).execute()
        return int(SequenceTable.get(mine).last)

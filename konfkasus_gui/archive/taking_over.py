"""Writes what a merge found: records, versions kept beside them, counters and the history."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.database import Reader
from konfkasus_gui.archive.progress import Report
from konfkasus_gui.archive.rows import columns
from konfkasus_gui.archive.shape import table_name
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.tables.case import SequenceTable
from konfkasus_gui.archive.tables.school import AccountTable
from konfkasus_gui.archive.tables.transfer import SeenTable
from konfkasus_gui.archive.transfer_errors import TransferDamaged
from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import AuditEvent, Deed, signed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.letter import Document, Letter, fingerprint
from konfkasus_gui.procedure.matching import paper_code
from konfkasus_gui.procedure.merging import Fate, Merge, Outcome, differing
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.transfer import (
    LOCAL,
    Holding,
    Item,
    Plain,
    case_concerned,
    plain,
)
from konfkasus_gui.procedure.variant import Cause, Variant

AT_ONCE = 400  # rows in one statement
_CODE = re.compile(r"KK-(\d{4})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Compared:
    """What taking a file over would do, or did.

    ``made_at`` and ``origin`` are those of the file: when, and the name of its archive.
    """

    made_at: datetime
    origin: str
    found: Merge
    here: Holding
    there: Holding

    @property
    def items(self) -> dict[str, Item]:
        """The records of the file under the names that they have here."""
        return {uid: fate.item for uid, fate in self.found.fates.items()}


@dataclass(frozen=True, slots=True)
class Importer:
    """Who takes a file over, and when."""

    now: datetime
    account_id: int | None = None


class Keeper:
    """Keeps what was ``compared``, inside one transaction of ``archive``.

    Args:
        archive: open in this thread.
        reader: the archive inside the file; the bytes of documents come from there.
        compared: what to keep.
        id_of: the ids of the names here.
        names: those of the accounts in the file, by the name of their rows.
        importer: who and when.
    """

    def __init__(
        self,
        archive: Archive,
        reader: Reader,
        compared: Compared,
        id_of: Mapping[str, int],
        names: Mapping[str, str],
        importer: Importer,
    ) -> None:
        self._archive = archive
        self._reader = reader
        self._compared = compared
        self._id_of = dict(id_of)
        self._names = names
        self._importer = importer
        self._accounts = {row.uid: row.id for row in AccountTable.select()}
        self._case_of = case_concerned(compared.items)

    def keep(self, report: Report) -> None:
        """Write all of it; ``report`` may raise to stop.

        Raises:
            TransferDamaged: a document of the file is not what it says.
        """
        fates = self._compared.found.fates
        for done, fate in enumerate(fates.values()):
            report(done, len(fates))
            if fate.kept is not None:
                self._write(fate, fate.kept)
        for fate in fates.values():
            if fate.aside is not None:
                self._keep_version(fate, fate.aside)
        self._know()
        self._count_on()
        self._tell()
        report(1, 1)

    def _write(self, fate: Fate, kept: Item) -> None:
        record = self._linked(kept)
        if fate.mine is not None:
            self._archive.save(replace(record, id=self._id_of[kept.uid]))
            return
        if isinstance(record, AuditEvent):
            line = replace(self._signed(record, kept), id=0, code="")
            self._id_of[kept.uid] = self._archive.history.append(line, kept.uid).id
            return
        if isinstance(record, Document):
            record = replace(record, content=self._content(record))
        held = columns(replace(record, id=0))
        self._id_of[kept.uid] = int(TABLE_OF[kept.kind].create(**held, uid=kept.uid).id)

    def _linked(self, kept: Item) -> Record:
        """The record with the ids that its owners have here; an owner left out is nobody."""
        ids: dict[str, Any] = {}
        for name, uid in kept.links.items():
            known = self._accounts if name == "account_id" else self._id_of
            ids[name] = known.get(uid) if uid else None
        return replace(kept.record, **ids)

    def _signed(self, event: AuditEvent, kept: Item) -> AuditEvent:
        """A line whose account is not known here keeps who it was."""
        name = self._names.get(kept.links.get("account_id") or "")
        if event.account_id is not None or name is None:
            return event
        return replace(event, note=signed(event.note, name))

    def _content(self, document: Document) -> bytes:
        found = self._reader.rows(
            "select content from document where sha256 = ? limit 1", document.sha256
        )
        content = found[0][0] if found else None
        if not isinstance(content, bytes) or fingerprint(content) != document.sha256:
            raise TransferDamaged
        return content

    def _keep_version(self, fate: Fate, aside: Item) -> None:
        case = self._case_of.get(fate.item.uid, "")
        variant = Variant(
            case_id=self._id_of.get(case),
            kind=table_name(aside.kind),
            record_uid=fate.item.uid,
            cause=fate.cause,
            content=json.dumps(_content_of(fate, aside), ensure_ascii=False),
            origin=self._compared.origin,
            made_at=self._compared.made_at,
        )
        held = columns(variant)
        TABLE_OF[Variant].create(**held, uid=fate.aside_uid)

    def _know(self) -> None:
        here = self._compared.here
        rows = [
            {"record_uid": uid, "state": state}
            for uid, states in self._compared.found.seen.items()
            for state in sorted(states - here.known(uid))
        ]
        for start in range(0, len(rows), AT_ONCE):
            SeenTable.insert_many(rows[start : start + AT_ONCE]).on_conflict_ignore().execute()

    def _count_on(self) -> None:
        """A number that came in is not given again here."""
        for name, year, number in self._numbers():
            SequenceTable.insert(name=name, year=year, last=0).on_conflict_ignore().execute()
            SequenceTable.update(last=number).where(
                SequenceTable.name == name, SequenceTable.year == year, SequenceTable.last < number
            ).execute()

    def _numbers(self) -> Iterator[tuple[str, int, int]]:
        for fate in self._compared.found.fates.values():
            record = fate.kept.record if fate.kept is not None else None
            if isinstance(record, Case) and (found := _CODE.fullmatch(paper_code(record.code))):
                yield "case", int(found[1]), int(found[2])
            elif isinstance(record, Letter) and record.year and record.sequence:
                yield "letter", record.year, record.sequence

    def _tell(self) -> None:
        """One line in the history of each case that is another now."""
        counts: dict[str, dict[Outcome, int]] = {}
        for uid, fate in self._compared.found.fates.items():
            if fate.kept is not None or fate.aside is not None:
                own = counts.setdefault(self._case_of.get(uid, ""), dict.fromkeys(Outcome, 0))
                own[fate.outcome] += 1
        for uid, own in counts.items():
            self._archive.history.append(
                AuditEvent(
                    at=self._importer.now,
                    account_id=self._importer.account_id,
                    case_id=self._id_of.get(uid),
                    deed=Deed.CASE_IMPORTED,
                    note=_("{new} baru, {changed} diperbarui, {conflict} berbeda").format(
                        new=own[Outcome.NEW],
                        changed=own[Outcome.CHANGED],
                        conflict=own[Outcome.CONFLICT],
                    ),
                )
            )


def _content_of(fate: Fate, aside: Item) -> dict[str, Plain]:
    """The fields of ``aside`` that the record here does not say; all of them if it is not here."""
    if fate.cause is Cause.NUMBER_TAKEN:
        own = LOCAL.get(aside.kind, frozenset())
        return {name: plain(getattr(aside.record, name)) for name in sorted(own)}
    stands = fate.kept or fate.mine
    said = aside.plain()
    if stands is None:
        return said
    return {name: said[name] for name in differing(stands, aside)}

"""Versions of records that came from another archive, and the records beside them."""

import json
from typing import Any

from peewee import TextField

from konfkasus_gui.archive.gathering import Unreadable, column_of, typed
from konfkasus_gui.archive.rows import record, records
from konfkasus_gui.archive.shape import links_of, table_name
from konfkasus_gui.archive.tables import TABLE_OF
from konfkasus_gui.archive.tables.case import CaseTable
from konfkasus_gui.archive.tables.transfer import VariantTable
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.variant import Variant


class VersionLists:
    """Reads versions; changes nothing."""

    def versions(self, case_id: int) -> tuple[Variant, ...]:
        """The versions of one case that somebody still has to look at, oldest first."""
        return records(Variant, _open(case_id).order_by(VariantTable.id))

    def count_versions(self, case_id: int) -> int:
        """How many versions of one case somebody still has to look at."""
        return int(_open(case_id).count())

    def cases_with_versions(self) -> tuple[tuple[int, str], ...]:
        """The cases of which somebody has to look at a version: their ids and codes."""
        rows = (
            CaseTable.select(CaseTable.id, CaseTable.code)
            .join(VariantTable, on=VariantTable.case == CaseTable.id)
            .where(VariantTable.decision.is_null())
            .group_by(CaseTable.id)
            .order_by(CaseTable.id)
        )
        return tuple((int(row.id), str(row.code)) for row in rows)

    def beside(self, variant: Variant) -> Record | None:
        """The record that ``variant`` is another version of, None if it is not here."""
        kind = kind_named(variant.kind)
        found = TABLE_OF[kind].get_or_none(uid=variant.record_uid) if kind else None
        return record(kind, found) if kind and found is not None else None

    def long_texts(self, variant: Variant) -> frozenset[str]:
        """The fields of its record that hold texts of several lines."""
        kind = kind_named(variant.kind)
        columns = TABLE_OF[kind]._meta.columns if kind is not None else {}
        return frozenset(name for name, column in columns.items() if type(column) is TextField)

    def said(self, variant: Variant) -> dict[str, Any]:
        """The fields of ``variant`` with their values; links as ids, None where nobody is here."""
        kind = kind_named(variant.kind)
        if kind is None:
            return {}
        links, found = links_of(kind), {}
        for name, held in json.loads(variant.content).items():
            if name in links:
                found[name] = _id_of(links[name], held)
            elif name in TABLE_OF[kind]._meta.columns:
                try:
                    found[name] = typed(column_of(kind, name), held)
                except Unreadable:
                    found[name] = None
        return found


def kind_named(table: str) -> type[Record] | None:
    """The kind whose table bears this name."""
    return next((kind for kind in TABLE_OF if table_name(kind) == table), None)


def _open(case_id: int) -> Any:
    return VariantTable.select().where(
        VariantTable.case == case_id, VariantTable.decision.is_null()
    )


def _id_of(kind: type[Record], uid: object) -> int | None:
    found = TABLE_OF[kind].get_or_none(uid=uid) if uid else None
    return None if found is None else int(found.id)

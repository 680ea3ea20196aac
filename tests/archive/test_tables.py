import re
from dataclasses import fields, replace

import pytest
from playhouse.schema_diff import diff_models

from konfkasus_gui.archive.tables import TABLE_OF, TABLES
from konfkasus_gui.procedure.school import Person


@pytest.mark.parametrize(("value", "table"), TABLE_OF.items())
def test_a_table_has_the_columns_of_its_value(value, table):
    assert set(table._meta.columns) == {field.name for field in fields(value)} | {"uid"}


def test_each_row_has_a_name_that_it_keeps(archive):
    table = TABLE_OF[Person]
    first, _second = (archive.save(Person(name=name)) for name in ("Rina", "Rudi"))
    names = [row.uid for row in table.select().order_by(table.id)]
    assert all(re.fullmatch("[0-9a-f]{32}", name) for name in names)
    assert names[0] != names[1]
    archive.save(replace(first, name="Rini"))
    assert [row.uid for row in table.select().order_by(table.id)] == names


def test_migrations_end_in_the_tables_of_today(archive):
    assert not diff_models(archive._database, list(TABLES))

from dataclasses import fields

import pytest
from playhouse.schema_diff import diff_models

from konfkasus_gui.archive.tables import TABLE_OF, TABLES


@pytest.mark.parametrize(("value", "table"), TABLE_OF.items())
def test_a_table_has_the_columns_of_its_value(value, table):
    assert set(table._meta.columns) == {field.name for field in fields(value)}


def test_migrations_end_in_the_tables_of_today(archive):
    assert not diff_models(archive._database, list(TABLES))

from datetime import datetime

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.procedure.school import School
from konfkasus_gui.screens.cases import CasesPage
from konfkasus_gui.screens.registry.page import RegistryPage
from konfkasus_gui.screens.session import Session

KEY = bytes(range(32))
NOON = datetime(2026, 3, 2, 12)


@pytest.mark.parametrize("kind", [CasesPage, RegistryPage])
def test_what_was_typed_last_is_not_looked_for_after_locking(qtbot, tmp_path, kind):
    with Archive.open(tmp_path / "arsip.kkdb", KEY) as archive:
        archive.save(School(name="SMP"))
        session = Session(archive, lambda: NOON)
        page = kind(session)
        qtbot.addWidget(page)
        page.show()
        qtbot.keyClicks(page.search, "KK-2026")
        session.lock()
    with qtbot.waitSignal(page.search._pause.timeout):
        pass

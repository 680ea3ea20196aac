from dataclasses import replace

import pytest

from konfkasus_gui.archive.transfer import Wish, export
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.screens import dialogs
from tests.conftest import NOON
from tests.transfers import SECRET
from tests.vaults import CHEAP


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "pindahan.kktransfer"


@pytest.fixture
def chosen(monkeypatch, path):
    """Whoever is asked for a file chooses ``path``; what was suggested is noted."""
    suggested = []

    def save(parent, caption, name, filter):
        suggested.append(name)
        return path

    def look(parent, caption, filter):
        return path

    monkeypatch.setattr(dialogs, "choose_save_file", save)
    monkeypatch.setattr(dialogs, "choose_open_file", look)
    return suggested


@pytest.fixture
def sent(session, cases, path):
    """A file with a case that was held, and the case itself."""
    conference = cases.held(name="Raka Saputra")
    case = session.get(Case, conference.case_id)
    export(session.archive, Wish((case.id,), path, SECRET, NOON, 1, CHEAP))
    return case


@pytest.fixture
def gone(session, sent):
    """The case of the file is not here any more."""
    archive = session.archive
    for table in ("letter", "document", "audit_event", "seen"):
        archive._database.execute_sql(f"delete from {table}")
    archive.remove(sent)
    session.refresh()
    return sent


@pytest.fixture
def differing(session, sent, path):
    """Both sides wrote another closing note."""
    session.save(replace(sent, closing_note="Di sana."))
    export(session.archive, Wish((sent.id,), path, SECRET, NOON, 1, CHEAP))
    session.archive._database.execute_sql("delete from seen")
    return session.save(replace(sent, closing_note="Di sini."))

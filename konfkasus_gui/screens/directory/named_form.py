"""The form of somebody who has a name."""

from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Guardian, Person, Student
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.label import small

N = TypeVar("N", Student, Person, Guardian)

LONGEST = 60
"""Letters of a name in a title or a sentence."""


def in_short(name: str) -> str:
    """``name`` as a title or a sentence can bear it."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


class NamedForm(Form, Generic[N]):
    """Keeps somebody from the first letter of the name on, and never under an empty name.

    What was typed before the name waits in the form; an emptied name leaves the earlier one.
    """

    added = Signal(object)
    """Somebody new was kept; brings the record."""

    def __init__(self, session: Session, record: N) -> None:
        self._latest: N = record
        self._gone = False
        self._kind: type[N] = type(record)
        super().__init__(session, self.read)
        self.name = self.bind(QLineEdit(), "name")
        self.nameless = small()
        self.nameless.hide()
        self.name.textChanged.connect(self._weigh_name)

    @property
    def record_id(self) -> int:
        """0 until the first name was typed."""
        return self._latest.id

    def read(self) -> N:
        """The record as it is now, or as it was last when it was removed."""
        if self._latest.id and not self._gone:
            self._latest = self.session.get(self._kind, self._latest.id)
        return self._latest

    def let_go(self) -> None:
        """Keep what is typed and read no more: the record goes, or another one is shown."""
        self.flush()
        self._gone = True

    @override
    def keep(self, edited: Record) -> None:
        latest = self._latest
        if not isinstance(edited, self._kind):
            raise TypeError(type(edited).__name__)
        if not edited.name.strip():
            edited = replace(edited, name=latest.name)
            if not edited.name.strip():
                self._latest = edited
                return
        if edited == latest:
            return
        self._latest = self.session.save(edited)
        if not latest.id:
            self.added.emit(self._latest)

    @override
    def refreshed(self) -> None:
        super().refreshed()
        self._weigh_name(self.name.text())

    def _weigh_name(self, text: str) -> None:
        earlier = self._latest.name
        self.nameless.setText(
            _("Nama belum diisi. Nama {name} masih tersimpan.").format(name=in_short(earlier))
            if earlier
            else _("Mulai dari nama. Setelah nama diisi, semuanya tersimpan.")
        )
        self.nameless.setVisible(not text.strip())

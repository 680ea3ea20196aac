"""Records below one another that are kept from their first letter on; the last line is blank."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.procedure.record import Record
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session

T = TypeVar("T", bound=Record)


class DraftForm(Form, Generic[T]):
    """A form for one record; while nothing was typed there is none in the archive."""

    def __init__(
        self,
        session: Session,
        found: Callable[[], Sequence[T]],
        fresh: Callable[[], T],
        record_id: int = 0,
    ) -> None:
        """``found`` reads the records kept so far, ``fresh`` makes the blank one."""
        self.record_id = record_id
        self._found: Callable[[], Sequence[T]] = found
        self._fresh: Callable[[], T] = fresh
        super().__init__(session, self.record)

    def record(self) -> T:
        """The record as it is now; a blank one until its first letter."""
        for one in reversed(self._found()):  # what is being typed is mostly the newest
            if one.id == self.record_id:
                return one
        return self._fresh()

    def save(self, edited: T) -> T:
        """Keep ``edited``; a form overrides this where more follows from it."""
        return self.session.save(edited)

    @override
    def keep(self, edited: Record) -> None:
        before = self.record_id
        try:
            with self.session.together():  # screens are told once the draft is known by its id
                self.record_id = self.save(cast(T, edited)).id
        except BaseException:
            self.record_id = before
            raise


class DraftColumn(QWidget, Generic[T]):
    """A form for each record and a blank one below; forms that stay are never made anew."""

    def __init__(self, make: Callable[[int], DraftForm[T]], spacing: int = 8) -> None:
        super().__init__()
        self.shown: tuple[DraftForm[T], ...] = ()
        self._make: Callable[[int], DraftForm[T]] = make
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_records(self, ids: Sequence[int], *, blank: bool) -> None:
        """Show the records ``ids`` in this order, and a ``blank`` line if wanted."""
        wanted = (*ids, 0) if blank else tuple(ids)
        known = {form.record_id: form for form in self.shown}
        for record_id, form in known.items():
            if record_id not in wanted:
                self._column.removeWidget(form)
                form.hide()
                form.deleteLater()
        self.shown = tuple(known.get(one) or self._make(one) for one in wanted)
        for place, form in enumerate(self.shown):
            if self._column.indexOf(form) != place:
                self._column.insertWidget(place, form)
                form.show()

"""What was noted under an agenda item: to read, change, order, move to others, or remove."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.proceedings import Contribution
from konfkasus_gui.procedure.rounds import basis_in_words
from konfkasus_gui.procedure.vocabulary import Aspect
from konfkasus_gui.screens.widgets.button import Button, icon_button, link
from konfkasus_gui.screens.widgets.label import body, small, strong
from konfkasus_gui.screens.widgets.line_row import paint_row

AT_ONCE = 30
"""Lines that are shown at first, the newest; a button brings as many more."""


class NotedLine(QWidget):
    """One contribution: who, what, when.

    With the cursor on it Enter changes it, Delete removes it, Alt and an arrow order it, and M
    moves it to another person or aspect.
    """

    edit_requested = Signal(int)
    removal_requested = Signal(int)
    order_requested = Signal(int, int)
    """The id, and by how many places down."""
    speaker_requested = Signal(int, int)
    """The id, and the id of the participant whose words they were."""
    aspect_requested = Signal(int, object)
    step_requested = Signal(int)
    """The cursor is wanted so many lines down."""

    def __init__(self, people: Callable[[], Sequence[tuple[int, str]]], *, aspects: bool) -> None:
        super().__init__()
        self.said: Contribution | None = None
        self._people = people
        self._aspects = aspects
        self.about = strong()
        self.words = body()
        self.clock = small()
        self.clock.setWordWrap(False)
        self.change: Button = link(_("Ubah"), pressed=self._change)
        self.more: Button = icon_button("ellipsis", _("Pindahkan atau hapus"), pressed=self._open)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.about)
        words.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.clock)
        for deed in (self.change, self.more):
            deed.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the line itself has all their keys
            row.addWidget(deed)

    def show_said(self, said: Contribution, name: str) -> None:
        """Show ``said`` of the participant ``name``."""
        self.said = said
        about = [name]
        about += [said.aspect.label] if said.aspect else []
        about += [basis_in_words(said)] if said.basis else []
        about += [_("sisi positif")] if said.positive else []
        self.about.setText(" · ".join(about))
        self.words.setText(said.text.strip())
        self.clock.setText(f"{said.said_at:%H.%M}")
        told = f"{name}: {said.text.strip()}"
        self.setAccessibleName(told)
        for deed in (self.change, self.more):
            deed.setAccessibleDescription(told)

    def menu(self) -> QMenu:
        """What may be done with this contribution."""
        menu = QMenu(self)
        assert self.said is not None
        people = menu.addMenu(_("Pindahkan ke peserta"))
        for guest_id, name in self._people():
            if guest_id != self.said.participant_id:
                people.addAction(name, partial(self._give_to, guest_id))
        if self._aspects:
            aspects = menu.addMenu(_("Pindahkan ke aspek"))
            for aspect in Aspect:
                if aspect is not self.said.aspect:
                    aspects.addAction(aspect.title, partial(self._put_under, aspect))
        menu.addSeparator()
        menu.addAction(_("Naikkan"), partial(self._order, -1))
        menu.addAction(_("Turunkan"), partial(self._order, 1))
        menu.addSeparator()
        menu.addAction(_("Hapus"), self.remove)
        return menu

    def remove(self) -> None:
        """Ask to remove this contribution."""
        if self.said is not None:
            self.removal_requested.emit(self.said.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        arrow = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if arrow is not None and held:
            self._order(arrow)
        elif arrow is not None:
            self.step_requested.emit(arrow)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._change()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif event.key() == Qt.Key.Key_M:
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_row(self)

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _change(self) -> None:
        if self.said is not None:
            self.edit_requested.emit(self.said.id)

    def _order(self, by: int) -> None:
        if self.said is not None:
            self.order_requested.emit(self.said.id, by)

    def _give_to(self, guest_id: int) -> None:
        if self.said is not None:
            self.speaker_requested.emit(self.said.id, guest_id)

    def _put_under(self, aspect: Aspect) -> None:
        if self.said is not None:
            self.aspect_requested.emit(self.said.id, aspect)


class NotedLines(QWidget):
    """The contributions of one item below one another: one Tab stop, arrows go from line to line.

    Lines that stay are never made anew; of very many only the newest are shown until asked for.
    """

    def __init__(self, make: Callable[[], NotedLine]) -> None:
        super().__init__()
        self.shown: tuple[NotedLine, ...] = ()
        self._make = make
        self._said: tuple[Contribution, ...] = ()
        self._names: Mapping[int, str] = {}
        self._limit = AT_ONCE
        self.earlier: Button = link("", icon="history", pressed=self.show_more)
        self.earlier.hide()
        self.hint = small(
            _("Alt+↑ dan Alt+↓ mengurutkan · Enter mengubah · M memindahkan · Delete menghapus")
        )
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.earlier)
        column.addLayout(self._column)
        column.addWidget(self.hint)
        self.hint.hide()

    def show_said(self, said: Sequence[Contribution], names: Mapping[int, str]) -> None:
        """Show ``said`` in this order; ``names`` are those of the participants, by id."""
        if tuple(said) == self._said and names == self._names:
            return
        self._said, self._names = tuple(said), names
        self._draw()

    def show_more(self) -> None:
        """Show as many earlier lines again."""
        self._limit += AT_ONCE
        self._draw()

    def focus_line(self, said_id: int) -> bool:
        """Put the cursor on the line of a contribution; whether there is one."""
        place = next((n for n, one in enumerate(self._said) if one.id == said_id), None)
        if place is None:
            return False
        missing = len(self._said) - place - self._limit
        if missing > 0:
            self._limit += missing
            self._draw()
        self.line(said_id).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def line(self, said_id: int) -> NotedLine:
        """The line of a contribution.

        Raises:
            StopIteration: it is not shown.
        """
        return next(line for line in self.shown if line.said and line.said.id == said_id)

    def _draw(self) -> None:
        wanted = self._said[-self._limit :]
        known = {line.said.id: line for line in self.shown if line.said is not None}
        kept = {one.id for one in wanted}
        focused = next((n for n, line in enumerate(self.shown) if line.hasFocus()), None)
        lost = focused is not None and (
            (said := self.shown[focused].said) is None or said.id not in kept
        )
        for said_id, line in known.items():
            if said_id not in kept:
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
        lines = []
        for place, one in enumerate(wanted):
            line = known.get(one.id) or self._new_line()
            if line.said != one or one.id not in known:
                line.show_said(one, self._names.get(one.participant_id, ""))
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
                line.show()
            lines.append(line)
        self.shown = tuple(lines)
        left = len(self._said) - len(wanted)
        self.earlier.setText(_("Tampilkan {n} keterangan sebelumnya").format(n=left))
        self.earlier.setVisible(left > 0)
        self.hint.setVisible(bool(wanted))
        self._let_tab_in()
        if lost and self.shown and focused is not None:
            self.shown[min(focused, len(self.shown) - 1)].setFocus()

    def _new_line(self) -> NotedLine:
        line = self._make()
        line.step_requested.connect(self._step)
        return line

    def _step(self, by: int) -> None:
        lines = list(self.shown)
        at = next((n for n, line in enumerate(lines) if line.hasFocus()), 0) + by
        if 0 <= at < len(lines):
            lines[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _let_tab_in(self) -> None:
        """Tab comes to the newest line; the arrows lead to the others."""
        for line in self.shown:
            last = line is self.shown[-1]
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if last else Qt.FocusPolicy.ClickFocus)

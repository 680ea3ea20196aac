"""What the wizards of the four stages share: steps at the side, one question per page."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget, QWizard
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.checklist import Check
from konfkasus_gui.procedure.gap import Gap, Waiver, by_weight, holding, written_for
from konfkasus_gui.procedure.planning import Bookmark
from konfkasus_gui.procedure.proceedings import Duration
from konfkasus_gui.procedure.word import Word
from konfkasus_gui.screens import wizard_frame
from konfkasus_gui.screens.stage_page import StagePage
from konfkasus_gui.screens.undo_bar import UndoBar
from konfkasus_gui.screens.widgets.button import link
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.step_list import StepList, StepState
from konfkasus_gui.screens.widgets.tab_order import chain, stops

if TYPE_CHECKING:
    from konfkasus_gui.screens.session import Session

__all__ = ["StagePage", "StageWizard"]

_Known = tuple[tuple[Enum, ...], tuple[Gap, ...], tuple[Waiver, ...], dict[Enum, Check]]
_FORWARD = ("Alt+Right", "Ctrl+PgDown")
_BACK = ("Alt+Left", "Ctrl+PgUp")
ROOMY = QSize(1020, 660)


class StageWizard(QWizard):
    """The steps of one stage. Nothing waits for *Selesai*: every page keeps what is typed.

    A stage says which ``steps`` apply, which ``gaps`` stand and which ``waivers`` were written;
    the wizard asks once per change, however often Qt asks it. A window is opened once: make a new
    one to go on later, it finds the step where work stopped.
    """

    pages: ClassVar[tuple[type[StagePage], ...]]
    stage: ClassVar[Word]

    def __init__(
        self, session: "Session", conference_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.conference_id = conference_id
        self._known: _Known | None = None
        self._visited: set[Enum] = set()
        self._tabs: list[QWidget] = []
        self._moving = True
        self._closed = False
        self.saved = small()
        self.saved.setWordWrap(False)
        self.lacking = link("", icon="triangle-alert", pressed=self._show_missing)
        self.lacking.hide()
        wizard_frame.dress(self, _("Simpan dan tutup"))
        self.customButtonClicked.connect(self.reject)
        for number, kind in enumerate(self.pages):
            page = kind(session, conference_id)
            page.stage = self
            page.body.rearranged.connect(self._show_lacking)
            self.setPage(number, page)
        self.setSideWidget(self.side())
        session.changed.connect(self._take)
        session.locked.connect(self._lock)
        self.currentIdChanged.connect(self._arrive)
        self._listen()
        self.restart()
        self._moving = False
        self.go_to(self._first_step())
        self._frame()
        self.undo_bar = UndoBar(session, self)

    def steps(self) -> Sequence[Enum]:
        """The steps that apply now, in order; a subset of the pages' steps."""
        return [page.step for page in self.pages]

    def gaps(self) -> Sequence[Gap]:
        """All gaps of this stage."""
        raise NotImplementedError

    def waivers(self) -> Sequence[Waiver]:
        """The reasons written so far for going on in this conference."""
        return ()

    def checks(self, gaps: Sequence[Gap]) -> Sequence[Check]:
        """How each step stands, as the case page says it too; ``gaps`` are those of this stage."""
        raise NotImplementedError

    def step_title(self, step: Enum) -> str:
        """The name of ``step`` in the side list."""
        return step.title if isinstance(step, Word) else step.name

    def title(self) -> str:
        """The name of the stage, above the steps and in the window's frame."""
        return self.stage.title

    def side(self) -> QWidget:
        """The column at the left; a stage may stand another there and override ``show_place``."""
        self.step_list = StepList(self.title())
        self.step_list.chosen.connect(self.go_to)
        return self.step_list

    def header(self) -> QWidget | None:
        """A bar across the top, if the stage wants one."""
        return None

    def remembered_step(self) -> str:
        """The name of the step where work stopped last, ``""`` when it never began."""
        return self.session.bookmark(self.conference_id, self.stage)

    def remember(self, step: Enum) -> None:
        """Keep ``step`` as the place to go on from."""
        self.session.set_bookmark(self.conference_id, self.stage, step.name)

    @property
    def step(self) -> Enum:
        """The step on the screen."""
        return self.page_now.step

    @property
    def page_now(self) -> StagePage:
        """The page on the screen."""
        return cast(StagePage, self.currentPage())

    def page_of(self, step: Enum) -> StagePage:
        """The page of ``step``."""
        return cast(StagePage, self.page(self._number(step)))

    def step_gaps(self, step: Enum) -> list[Gap]:
        """What ``step`` still misses, heaviest first, and what blocks at a step before it."""
        before = self._until(step)
        return by_weight(
            gap
            for gap in self._asked()[1]
            if gap.step is step or (gap.blocks and gap.step in before)
        )

    def holding(self, step: Enum) -> list[Gap]:
        """What holds one at ``step``: blocks up to it, and gaps whose reason is not written."""
        _steps, gaps, waivers, _checks = self._asked()
        before = self._until(step)
        blocks = [gap for gap in gaps if gap.blocks and gap.step in before]
        return blocks + holding(gaps, step, waivers)

    def may_leave(self, step: Enum) -> bool:
        """Whether nothing holds one at ``step``: no block up to it, a reason where one is due."""
        return not self.holding(step)

    def may_enter(self, step: Enum) -> bool:
        """Whether every step before ``step`` may be left."""
        for earlier in self._asked()[0]:
            if earlier is step:
                return True
            if not self.may_leave(earlier):
                return False
        return False

    def step_after(self, step: Enum) -> int:
        """The number of the page after ``step``, -1 at the end."""
        applicable = self._asked()[0]
        later = range(self._number(step) + 1, len(self.pages))
        return next((n for n in later if self.pages[n].step in applicable), -1)

    def waiver_of(self, gap: Gap) -> Waiver:
        """The reason written for going on despite ``gap``, or an empty one to write."""
        return written_for(gap, self._asked()[2]) or Waiver(
            conference_id=self.conference_id,
            gap=gap.key,
            sentence=gap.sentence,
            noted_at=self.session.now(),
        )

    def go_to(self, step: Enum) -> None:
        """Turn to ``step``, if it may be entered; everything typed is kept first."""
        self.flush()
        if not self.may_enter(step):
            return
        target = self._number(step)
        self._moving = True
        self.setUpdatesEnabled(False)
        while self.currentId() > target and len(self.visitedIds()) > 1:
            self.back()
        while self.currentId() < target and self.nextId() != -1:
            self.next()
        self.setUpdatesEnabled(True)
        self._moving = False
        self._arrive(self.currentId())

    def forward(self) -> None:
        """Turn to the next step, if nothing holds one here; everything typed is kept first."""
        self.flush()
        self.button(QWizard.WizardButton.NextButton).click()

    def backward(self) -> None:
        """Turn to the step before."""
        self.button(QWizard.WizardButton.BackButton).click()

    def flush(self) -> None:
        """Keep at once what is still being typed.

        Raises:
            KonfKasusError: it could not be kept; the page stays as it is.
        """
        page = self.currentPage()
        if isinstance(page, StagePage):
            page.flush()

    def order_tabs(self) -> None:
        """Tab goes through the page as it is read, then to the buttons below it."""
        if not self.isAncestorOf(self.lacking):
            return  # the frame is not built yet
        which = QWizard.WizardButton
        kinds = (which.BackButton, which.NextButton, which.FinishButton, which.CustomButton1)
        wanted = stops(self.page_now)
        wanted += [self.lacking, *(self.button(kind) for kind in kinds)]
        if wanted != self._tabs:
            self._tabs = wanted
            chain(wanted)

    def show_kept(self, at: datetime) -> None:
        """Say when something was last kept."""
        self.saved.setText(_("Tersimpan pukul {time}").format(time=f"{at:%H.%M}"))

    def show_place(self) -> None:
        """Draw the side column as things stand."""
        applicable = self._asked()[0]
        self.step_list.show_steps(
            [
                (step, self.step_title(step), self._state(step), self.may_enter(step))
                for step in applicable
            ]
        )

    @override
    def reject(self) -> None:
        self.flush()
        super().reject()

    @override
    def accept(self) -> None:
        self.flush()
        super().accept()

    @override
    def validateCurrentPage(self) -> bool:
        self.flush()
        if self._closed or self.may_leave(self.step):
            return True
        self.page_now.missing.alert()
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wizard_frame.lay_bare(self)
        self.page_now.take_focus()

    def _asked(self) -> _Known:
        if self._known is None:
            gaps = tuple(self.gaps())
            checks: dict[Enum, Check] = {check.step: check for check in self.checks(gaps)}
            self._known = tuple(self.steps()), gaps, tuple(self.waivers()), checks
        return self._known

    def _take(self, record: object) -> None:
        self._known = None
        if self._closed or self.currentPage() is None:
            return
        self.page_now.show_state()
        self.show_place()
        self._show_lacking()
        if not isinstance(record, Bookmark | AuditEvent | Duration):
            self.show_kept(self.session.now())

    def _show_lacking(self) -> None:
        """On a low page what is missing may be out of sight: say so beside the buttons."""
        if self._closed or not self.isAncestorOf(self.lacking):
            return
        left = len(self.holding(self.step))
        self.lacking.setText(_("{n} hal belum lengkap").format(n=left))
        self.lacking.setVisible(bool(left) and self.page_now.body.low)

    def _show_missing(self) -> None:
        self.page_now.body.show_missing()

    def _lock(self) -> None:
        self._closed = True
        super().reject()

    def _arrive(self, number: int) -> None:
        if self._moving or number < 0:
            return
        self._visited.update(page.step for page in self.pages[: number + 1])
        wizard_frame.lay_bare(self)
        page = self.page_now
        page.show_state()
        self.order_tabs()
        page.take_focus()
        self.show_place()
        self._show_lacking()
        self.setWindowTitle(f"{self.title()} · {self.step_title(page.step)}")
        if self.remembered_step() != page.step.name:
            self.remember(page.step)

    def _first_step(self) -> Enum:
        remembered = self.remembered_step()
        applicable = self._asked()[0]
        wanted = next((step for step in applicable if step.name == remembered), applicable[0])
        if self.may_enter(wanted):
            return wanted
        return next(step for step in applicable if not self.may_leave(step))

    def _until(self, step: Enum) -> tuple[Enum, ...]:
        """The steps before ``step``."""
        return tuple(page.step for page in self.pages[: self._number(step)])

    def _number(self, step: Enum) -> int:
        return next(n for n, page in enumerate(self.pages) if page.step is step)

    def _state(self, step: Enum) -> StepState:
        if step is self.step:
            return StepState.CURRENT
        if step not in self._visited:
            return StepState.LATER
        done = self._asked()[3][step].done
        if done and self.may_leave(step):
            return StepState.DONE
        left_open = done is not None or bool(self.step_gaps(step))
        return StepState.ATTENTION if left_open else StepState.LATER

    def _listen(self) -> None:
        for keys in _FORWARD:
            QShortcut(QKeySequence(keys), self).activated.connect(self.forward)
        for keys in _BACK:
            QShortcut(QKeySequence(keys), self).activated.connect(self.backward)

    def _frame(self) -> None:
        header = self.header()
        if header is not None:
            wizard_frame.stand_on_top(self, header)
        wizard_frame.stand_in_footer(self, self.saved, 1)
        wizard_frame.stand_in_footer(self, self.lacking, 3)
        wizard_frame.lay_bare(self)
        self.order_tabs()
        self._show_lacking()
        # not self.screen(): PySide hands the screen to the wizard, and both die together
        self.resize(ROOMY.boundedTo(QGuiApplication.primaryScreen().availableSize()))

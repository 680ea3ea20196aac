"""One page of a stage: a frame around one form."""

from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget, QWizardPage
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.gap import Gap, Waiver
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.gaps_area import GapsArea
from konfkasus_gui.screens.widgets.label import heading, muted
from konfkasus_gui.screens.widgets.page_body import PageBody
from konfkasus_gui.screens.widgets.tab_order import put_away, stops

if TYPE_CHECKING:
    from konfkasus_gui.screens.session import Session
    from konfkasus_gui.screens.wizard import StageWizard


class StagePage(QWizardPage):
    """The question above, the form in the middle, what is still missing below.

    The form is made when the page is first shown and stands outside the wizard as well.
    """

    step: ClassVar[Enum]
    heading: ClassVar[str]
    guidance: ClassVar[str] = ""
    aside_name: ClassVar[str] = ""
    """What stands on the button that shows the column beside the form."""
    aside_keys: ClassVar[str] = "F1"
    """The keys of that button."""
    calm: ClassVar[bool] = False
    """Whether what is missing is told calmly, and *Lanjut* may be pressed, until it was tried."""
    stage: "StageWizard"
    """The wizard around this page, from the moment it takes the page in."""

    def __init__(self, session: "Session", conference_id: int) -> None:
        super().__init__()
        self.session = session
        self.conference_id = conference_id
        self.content: QWidget | None = None
        self._leads: tuple[bool, int] | None = None
        self.setObjectName("page_ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_(self.heading))
        self.question = heading(_(self.heading))
        self.advice = muted(_(self.guidance) if self.guidance else "")
        self.missing = GapsArea(session, self._waiver_of, calm=self.calm)
        self.body = PageBody(self.question, self.advice, self.missing)
        self.advice.setVisible(bool(self.guidance))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.body)

    def form(self) -> QWidget:
        """The widget that edits this step."""
        raise NotImplementedError

    def aside(self) -> QWidget | None:
        """A column at the right of the form, if the page wants one."""
        return None

    def refreshed(self) -> None:
        """For pages to override: the page is shown, or something in the archive has changed."""

    def gaps(self) -> list[Gap]:
        """What this step still misses, heaviest first."""
        return self.stage.step_gaps(self.step)

    def show_state(self) -> None:
        """Draw what is missing and tell the wizard whether the page may be left."""
        gaps = self.gaps()
        self.missing.show_gaps(gaps)
        self.body.fit(lacking=bool(gaps))
        if self.content is not None:
            self.refreshed()
            self.stage.order_tabs()
        leads = self.isComplete(), self.nextId()
        if leads != self._leads:
            self._leads = leads
            self.completeChanged.emit()  # QWizard paints all of its window anew then

    def flush(self) -> None:
        """Keep at once what is still being typed.

        Raises:
            KonfKasusError: it could not be kept.
        """
        if self.content is not None:
            for form in self._forms():
                form.flush()
        self.missing.flush()

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        if self.content is not None and self.isVisible():
            for field in stops(self.content):
                if field.isEnabled() and not put_away(field, self.content):
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    @override
    def isComplete(self) -> bool:
        return self.calm or self.stage.may_leave(self.step)

    @override
    def nextId(self) -> int:
        return self.stage.step_after(self.step)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self.content is None:
            self._build()
        super().showEvent(event)
        self.body.show_form_side()
        self.body.fit(lacking=bool(self.missing.rows))

    def _build(self) -> None:
        self.content = self.form()
        name = self.aside_name and _(self.aside_name)
        self.body.show_form(self.content, self.aside(), name, self.aside_keys)
        self.refreshed()
        self.stage.order_tabs()

    def _forms(self) -> list[Form]:
        if self.content is None:
            return []
        own = [self.content] if isinstance(self.content, Form) else []
        return own + self.content.findChildren(Form)

    def _waiver_of(self, gap: Gap) -> Waiver:
        return self.stage.waiver_of(gap)

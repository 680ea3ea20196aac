"""The window of the open archive: the rail at the left, one page beside it."""

from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.overview import Door
from konfkasus_gui.screens import doors
from konfkasus_gui.screens.page import Page
from konfkasus_gui.screens.rail import Place, Rail
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.undo_bar import UndoBar

SMALLEST = QSize(1024, 600)
ROOMY = QSize(1366, 768)
NEW_CASE_KEYS = "Ctrl+N"


class MainWindow(QMainWindow):
    """Shows one page at a time; each is made when it is first visited.

    The title never names a client, only the code of the case that is shown.
    """

    lock_requested = Signal()
    """The counselor wants to lock; whoever owns the archive does it."""
    passphrase_requested = Signal()
    """The counselor wants another passphrase; whoever owns the keys asks for it."""
    account_requested = Signal(object)
    """The coordinator wants to change the account with this id, or a new one if it is None."""
    recovery_requested = Signal()
    """The coordinator wants another recovery key."""
    restore_requested = Signal(object)
    """The coordinator wants the backup at this path back, or to choose one if it is None."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._resting = False
        self._day = session.today()
        self._pages: dict[Place, QWidget] = {}
        self._case_page: QWidget | None = None
        self.rail = Rail(session)
        self.stack = QStackedWidget()
        self.place = Place.HOME
        self._lay_out()
        self._listen()
        self.undo_bar = UndoBar(session, self.stack)
        self.go_to(Place.HOME)
        self._show_due()
        self.stack.setFocus()

    def go_to(self, place: Place) -> QWidget:
        """Turn to ``place`` and give back its page."""
        page = self._pages.get(place)
        if page is None:
            page = self._pages[place] = self._made(place)
            self.stack.addWidget(page)
        self.place = place
        self.stack.setCurrentWidget(page)
        self.rail.show_place(place)
        self.setWindowTitle(_("KonfKasus"))
        return page

    def show_case(self, case_id: int) -> None:
        """Turn to the page of one case."""
        from konfkasus_gui.screens.case_page.page import CasePage

        if not isinstance(self._case_page, CasePage):
            page = CasePage(self.session)
            page.cases_requested.connect(partial(self.go_to, Place.CASES))
            page.menus.removed_requested.connect(self.show_removed)
            page.history_requested.connect(self.show_history)
            self._case_page = page
            self.stack.addWidget(page)
        self._case_page.show_case(case_id)
        self.place = Place.CASES
        self.stack.setCurrentWidget(self._case_page)
        self.rail.show_place(Place.CASES)
        code = self.session.get(Case, case_id).code
        self.setWindowTitle(_("KonfKasus – {code}").format(code=code))
        self.session.note_daily(Deed.VIEWED, case_id)

    def show_backups(self) -> None:
        """Turn to the backups in the settings."""
        from konfkasus_gui.screens.settings.page import Part, SettingsPage

        cast(SettingsPage, self.go_to(Place.SETTINGS)).show_part(Part.BACKUPS)

    def show_review(self) -> None:
        """Turn to the cases whose time of keeping is over, in the settings."""
        from konfkasus_gui.screens.settings.page import Part, SettingsPage

        cast(SettingsPage, self.go_to(Place.SETTINGS)).show_part(Part.RETENTION)

    def show_history(self, code: str) -> None:
        """Turn to the history of the case ``code``, in the settings."""
        from konfkasus_gui.screens.settings.page import SettingsPage

        cast(SettingsPage, self.go_to(Place.SETTINGS)).show_history(code)

    def show_removed(self) -> None:
        """Turn to what was removed, in the settings."""
        from konfkasus_gui.screens.settings.page import Part, SettingsPage

        cast(SettingsPage, self.go_to(Place.SETTINGS)).show_part(Part.REMOVED)

    def find_case(self, text: str = "") -> None:
        """Turn to the cases that hold ``text``, with the cursor in the search field."""
        from konfkasus_gui.screens.cases import CasesPage

        page = cast(CasesPage, self.go_to(Place.CASES))
        page.look_for(text)

    @property
    def case_id(self) -> int:
        """The number of the case on the screen, 0 if another page is."""
        if self._case_page is None or self.stack.currentWidget() is not self._case_page:
            return 0
        from konfkasus_gui.screens.case_page.page import CasePage

        return cast(CasePage, self._case_page).case_id

    def open_new_case(self, case_id: int = 0) -> QWidget:
        """Open the wizard for a new case, or go on with one that is screened."""
        from konfkasus_gui.screens.case_opening.wizard import CaseWizard

        wizard = cast(CaseWizard, doors.open_new_case(self.session, self, case_id))
        wizard.planned.connect(self._show_case_of)
        wizard.declined.connect(self.show_case)
        wizard.case_wanted.connect(self.show_case)
        return wizard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_K and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.find_case()
            return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_be_closed():
            super().closeEvent(event)
        else:
            event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._resting:
            return
        if event.type() is QEvent.Type.ActivationChange and self._day != self.session.today():
            self._day = self.session.today()
            self._follow(None)
            page = self.stack.currentWidget()
            if isinstance(page, Page):
                page.refresh_soon()

    def _lay_out(self) -> None:
        whole = QWidget()
        whole.setProperty("ground", "background")
        whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(SMALLEST)
        self.resize(
            ROOMY.boundedTo(QGuiApplication.primaryScreen().availableSize()).expandedTo(SMALLEST)
        )

    def _listen(self) -> None:
        for place in Place:
            QShortcut(QKeySequence(place.keys), self).activated.connect(partial(self.go_to, place))
        QShortcut(QKeySequence(NEW_CASE_KEYS), self).activated.connect(self.open_new_case)
        self.rail.chosen.connect(self.go_to)
        self.rail.lock_requested.connect(self.lock_requested)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_due)
        self.session.changed.connect(self._follow)
        self.session.locked.connect(self._rest)

    def _made(self, place: Place) -> QWidget:
        page = _page(place, self.session)
        if isinstance(page, Page):
            page.case_requested.connect(self.show_case)
            page.search_requested.connect(self.find_case)
            page.new_case_requested.connect(self.open_new_case)
            page.place_requested.connect(self.go_to)
            page.passphrase_requested.connect(self.passphrase_requested)
            page.account_requested.connect(self.account_requested)
            page.recovery_requested.connect(self.recovery_requested)
            page.restore_requested.connect(self.restore_requested)
            page.backups_requested.connect(self.show_backups)
            page.review_requested.connect(self.show_review)
        return page

    def _may_be_closed(self) -> bool:
        """Whether all that was typed is kept, or the counselor gives up what cannot be."""
        refusals = self.session.keep_typed()
        if not refusals:
            return True
        from konfkasus_gui.screens import dialogs  # seldom needed, so loaded late

        sure = dialogs.confirm(
            self,
            _("Tutup tanpa menyimpan yang terakhir diketik?"),
            action=_("Tutup"),
            detail=str(refusals[0]),
            danger=True,
        )
        if sure:
            self.session.given_up.emit()
        return sure

    def _follow(self, _record: object) -> None:
        self._soon.start()

    def _show_due(self) -> None:
        self.rail.refresh()
        self.rail.show_due(self.session.lists.count_due(self.session.today()))

    def _show_case_of(self, conference_id: int) -> None:
        self.show_case(self.session.plan(conference_id).case.id)
        doors.open_door(Door.PLANNING, self.session, conference_id, self)

    def _rest(self) -> None:
        self._resting = True
        self.session.changed.disconnect(self._follow)
        self._soon.stop()
        self.setWindowTitle(_("KonfKasus"))


def _page(place: Place, session: Session) -> QWidget:
    """A new page; its module is read when it is first visited, so that the window opens fast."""
    if place is Place.HOME:
        from konfkasus_gui.screens.home import HomePage

        return HomePage(session)
    if place is Place.CASES:
        from konfkasus_gui.screens.cases import CasesPage

        return CasesPage(session)
    if place is Place.FOLLOW_UP:
        from konfkasus_gui.screens.follow_up_list import FollowUpListPage

        return FollowUpListPage(session)
    if place is Place.DIRECTORY:
        from konfkasus_gui.screens.directory import DirectoryPage

        return DirectoryPage(session)
    if place is Place.REGISTRY:
        from konfkasus_gui.screens.registry.page import RegistryPage

        return RegistryPage(session)
    if place is Place.GUIDE:
        from konfkasus_gui.screens.guide import GuidePage

        return GuidePage()
    from konfkasus_gui.screens.settings import SettingsPage

    return SettingsPage(session)

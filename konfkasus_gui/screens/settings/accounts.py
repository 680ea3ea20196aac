"""The accounts of the archive, for all to see; a coordinator adds, changes and removes them."""

from PySide6.QtCore import Qt, Signal

from konfkasus_gui.language import _
from konfkasus_gui.procedure.account import active, coordinates
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import body, small
from konfkasus_gui.screens.widgets.line_row import LineRow
from konfkasus_gui.screens.widgets.row_column import RowColumn


class AccountsCard(Card):
    """Who opens the archive; one line opens an account, a button makes another."""

    account_requested = Signal(object)
    """The id of the account to change, None for a new one."""
    recovery_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(_("Akun yang dapat membuka arsip"))
        self._session = session
        self.rows = RowColumn()
        self.add_button = button(_("Tambah akun…"), icon="plus", pressed=self._add)
        self.renew_button = button(
            _("Ganti kunci pemulihan…"), pressed=self.recovery_requested.emit
        )
        self.only = small(_("Akun dan kunci pemulihan hanya dapat diubah koordinator BK."))
        self.add(
            body(
                _(
                    "Setiap konselor membuka arsip dengan kata sandinya sendiri, dan riwayat"
                    " mencatat siapa melakukan apa."
                )
            )
        )
        self.add(self.rows)
        for way in (self.add_button, self.renew_button):
            self.column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.only)
        self.refresh()

    def refresh(self) -> None:
        """Show the accounts as they are now."""
        me = self._session.account
        may = coordinates(me)
        rows = []
        for account in active(self._session.archive.every(Account)):
            mine = me is not None and account.id == me.id
            row = LineRow(
                account.id,
                account.name,
                badge=_("Anda") if mine else "",
                badge_kind="accent",
                note=account.role.title,
                opens=may,
            )
            row.activated.connect(self.account_requested)
            rows.append(row)
        self.rows.show_rows(rows)
        self.add_button.setVisible(may)
        self.renew_button.setVisible(may)
        self.only.setVisible(not may)

    def _add(self) -> None:
        self.account_requested.emit(None)

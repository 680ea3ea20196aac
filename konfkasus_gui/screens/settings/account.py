"""The one who is at work: name, identity, passphrase."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.locking import LOCK_CHOICES, MEETING_MINUTES
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.settings.accounts import AccountsCard
from konfkasus_gui.screens.settings.identity_field import IdentityField
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import body, small


class AccountForm(Form):
    """The counselor as papers name them. The name is never empty."""

    def __init__(self, session: Session, account: Account) -> None:
        self._account = account
        super().__init__(session, self.read)
        self.rows.setSpacing(12)
        self.name = self.bind(QLineEdit(), "name")
        self.identity = self.bind(IdentityField(_("Nomor di bawah nama")), "identity")
        self.phone = self.bind(QLineEdit(), "phone")
        self.nameless = small(_("Nama belum diisi. Nama yang lama masih tersimpan."))
        self.name.textChanged.connect(self._weigh_name)
        self.add(_("Nama dengan gelar"), self.name, hint=_("Seperti di bawah tanda tangan."))
        self.add_widget(self.nameless)
        self.add(_("Nomor di bawah nama"), self.identity)
        self.add(_("Telepon"), self.phone)
        self._weigh_name(self.name.text())

    def read(self) -> Account:
        """The account as it is now."""
        return self.session.account or self._account

    @override
    def keep(self, edited: Record) -> None:
        account = self.read()
        if isinstance(edited, Account) and not edited.name.strip():
            edited = replace(edited, name=account.name)
        if isinstance(edited, Account) and edited != account:
            with self.session.together():
                super().keep(edited)
                self.session.note_daily(Deed.ACCOUNT_CHANGED, note=edited.name)

    def _weigh_name(self, text: str) -> None:
        self.nameless.setVisible(not text.strip())


class LockForm(Form):
    """After how many minutes of rest the archive locks."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, lambda: session.school)
        minutes = [(n, _("{n} menit").format(n=n)) for n in LOCK_CHOICES]
        self.minutes = self.bind(
            ChoiceChips(minutes, optional=False, name=_("Kunci otomatis")), "lock_minutes"
        )
        self.add_widget(
            body(
                _(
                    "Bila tidak ada yang mengetik atau menggerakkan tetikus, arsip terkunci"
                    " sendiri. Setelah kata sandi diketik, halaman dan ketikan Anda kembali seperti"
                    " semula."
                )
            )
        )
        self.add(
            _("Kunci setelah"),
            self.minutes,
            hint=_("Selama pertemuan berlangsung paling sedikit {n} menit.").format(
                n=MEETING_MINUTES
            ),
        )


class AccountSection(Flowing):
    """The account's form, the way to another passphrase, when to lock, and who else may open."""

    passphrase_requested = Signal()
    account_requested = Signal(object)
    recovery_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.form: AccountForm | None = None
        if session.account is not None:
            who = Card(_("Konselor"))
            self.form = AccountForm(session, session.account)
            who.add(self.form)
            column.addWidget(who)
        key = Card(_("Kata sandi"))
        key.add(
            body(
                _(
                    "Kata sandi membuka arsip ini. Jika suatu saat lupa, lembar kunci pemulihan "
                    "yang dicetak pada awal pemakaian tetap dapat membukanya."
                )
            )
        )
        self.change_button = button(
            _("Ganti kata sandi…"), icon="lock", pressed=self.passphrase_requested.emit
        )
        key.column.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(key)
        resting = Card(_("Kunci otomatis"))
        self.lock_form = LockForm(session)
        resting.add(self.lock_form)
        column.addWidget(resting)
        self.accounts = AccountsCard(session)
        self.accounts.account_requested.connect(self.account_requested)
        self.accounts.recovery_requested.connect(self.recovery_requested)
        column.addWidget(self.accounts)
        column.addStretch()

    def refresh(self) -> None:
        """Show the accounts as they are now."""
        self.accounts.refresh()

"""Who may open the archive, and what only a coordinator may change."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.vocabulary import Role


class AccountRefused(KonfKasusError):
    """An account cannot become what was asked for; nothing was changed."""


def active(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Those who have not left."""
    return tuple(account for account in accounts if account.left_on is None)


def coordinates(account: Account | None) -> bool:
    """Whether ``account`` may change accounts, the recovery key and the archive as a whole."""
    return account is not None and account.left_on is None and account.role is Role.COORDINATOR


def require_coordinator(account: Account | None) -> None:
    """Stop unless ``account`` is a coordinator's.

    Raises:
        AccountRefused: it is not.
    """
    if not coordinates(account):
        raise AccountRefused(
            _("Ini hanya dapat dilakukan koordinator BK. Mintalah koordinator membuka arsip.")
        )


def require_active(account: Account | None) -> None:
    """Stop unless ``account`` is there and has not left, whatever the key file says.

    Raises:
        AccountRefused: it is not.
    """
    if account is None or account.left_on is not None:
        raise AccountRefused(
            _("Akun ini tidak ada lagi dalam arsip. Mintalah koordinator BK membuka arsip.")
        )


def settled(account: Account, accounts: Iterable[Account]) -> Account:
    """``account`` as it may be kept beside the other ``accounts``, its name without edges.

    Raises:
        AccountRefused: it has no name, or that of another, or nobody would coordinate any more.
    """
    others = [other for other in active(accounts) if other.id != account.id]
    name = " ".join(account.name.split())
    if not name:
        raise AccountRefused(_("Nama akun belum diisi. Isi nama lengkap dengan gelar."))
    if name.casefold() in (other.name.casefold() for other in others):
        raise AccountRefused(
            _("Sudah ada akun dengan nama ini. Tambahkan gelar atau nama tengah agar berbeda.")
        )
    if not any(coordinates(one) for one in (*others, account)):
        raise AccountRefused(
            _("Harus ada sedikitnya satu koordinator. Jadikan akun lain koordinator lebih dahulu.")
        )
    return replace(account, name=name)


def departed(account: Account, accounts: Iterable[Account], today: date) -> Account:
    """``account`` after it was removed; what it did stays in the history under its name.

    Raises:
        AccountRefused: it left already, or nobody would coordinate any more.
    """
    if account.left_on is not None:
        raise AccountRefused(_("Akun ini sudah dihapus."))
    return settled(replace(account, left_on=today), accounts)


def recovering(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Whose passphrase the recovery key may set anew: coordinators first, each by its age."""
    return tuple(sorted(active(accounts), key=lambda one: (not coordinates(one), one.id)))

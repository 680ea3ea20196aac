"""What a coordinator does with accounts and keys: the rule, the change, its line in the history.

An account is kept in the archive before it gets a passphrase, and loses its passphrase before it
leaves: a power cut in between leaves an account that opens nothing, never one that nobody knows.
"""

from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.procedure import account as rules
from konfkasus_gui.procedure.audit import Deed
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.screens.session import Session


def keep_account(session: Session, draft: Account) -> Account:
    """Keep a new account, or another name or role of one.

    Raises:
        AccountRefused: whoever is at work may not, or the account cannot be like this.
    """
    rules.require_coordinator(session.account)
    accounts = session.archive.every(Account)
    with session.together():
        kept = session.save(rules.settled(draft, accounts))
        known = any(account.id == kept.id for account in accounts)
        session.note(Deed.ACCOUNT_CHANGED if known else Deed.ACCOUNT_ADDED, note=kept.name)
    return kept


def remove_account(session: Session, vault: Vault, account: Account) -> Account:
    """Let ``account`` open the archive no more; what it did stays in the history.

    Raises:
        AccountRefused: whoever is at work may not, or nobody would coordinate any more.
        KeyFileMissing, KeyFileDamaged, FolderReadOnly, DiskFull, DiskFailing: it still may.
    """
    rules.require_coordinator(session.account)
    gone = rules.departed(account, session.archive.every(Account), session.today())
    vault.remove_passphrase(account.id)
    with session.together():
        kept = session.save(gone)
        session.note(Deed.ACCOUNT_REMOVED, note=gone.name)
    return kept


def note_passphrase(session: Session, account: Account) -> None:
    """Remember that ``account`` has another passphrase."""
    session.note(Deed.PASSPHRASE_CHANGED, note=account.name)


def renew_recovery(session: Session, vault: Vault, key: bytes, recovery: RecoveryKey) -> None:
    """Let the sheet with ``recovery`` open the archive, and no earlier one.

    Raises:
        AccountRefused: whoever is at work may not.
        KeyFileMissing, KeyFileDamaged, FolderReadOnly, DiskFull, DiskFailing: nothing changed.
    """
    rules.require_coordinator(session.account)
    vault.set_recovery(key, recovery)
    session.note(Deed.RECOVERY_RENEWED)

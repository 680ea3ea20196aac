"""What kunci.json holds: the wrapped keys, and nothing that tells who they belong to."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from konfkasus_gui.archive.errors import ArchiveTooNew, KeyFileDamaged, WrongPassphrase
from konfkasus_gui.archive.keys import (
    BOX_SIZE,
    MINIMUM,
    NAME_SIZE,
    NONCE_SIZE,
    SALT_SIZE,
    Parameters,
    PassphraseWrap,
    RecoveryWrap,
)
from konfkasus_gui.archive.recovery import RecoveryKey

if TYPE_CHECKING:
    from konfkasus_gui.archive.health import Verdict

FORMAT = 1
SIZE_LIMIT = 64 * 1024  # bytes; a hundred accounts need half of it


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key, and the account whose passphrase gave it away.

    ``recovered`` says that the recovery key did, and set the passphrase of ``account`` anew.
    ``verdict`` is what a look at the whole archive found, None if nobody looked.
    """

    key: bytes = field(repr=False)
    account: int
    recovered: bool = False
    verdict: "Verdict | None" = None


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All wraps of one data key.

    ``archive`` is the name of the archive that it opens (``keys.archive_name``); empty in files of
    old, whose archive only a passphrase tells.
    """

    passphrases: tuple[PassphraseWrap, ...]
    recovery: RecoveryWrap
    archive: str = ""

    @classmethod
    def parse(cls, content: bytes, weakest: Parameters = MINIMUM) -> Self:
        """The key file that ``content`` is, checked before any key is tried.

        Args:
            content: the bytes of kunci.json.
            weakest: the least work that a passphrase may ask of Argon2id.

        Raises:
            KeyFileDamaged: a byte differs from what was written, or the work asked for is below
                ``weakest`` or beyond any PC.
            ArchiveTooNew: a newer program wrote it.
        """
        written = _unsealed(content)
        if written.get("format") != FORMAT:
            raise ArchiveTooNew
        try:
            wraps = written["wraps"]
            passphrases = [each for each in wraps if each["kind"] == "passphrase"]
            (recovery,) = (each for each in wraps if each["kind"] == "recovery")
            return cls(
                tuple(_read_passphrase(each, weakest) for each in passphrases),
                RecoveryWrap(**_read_box(recovery)),
                _name(written.get("archive", "")),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise KeyFileDamaged from error

    def written(self) -> bytes:
        """The bytes of kunci.json, with a checksum that tells damage from a wrong passphrase."""
        wraps = [
            *({"kind": "passphrase", **_work(wrap), **_box(wrap)} for wrap in self.passphrases),
            {"kind": "recovery", **_box(self.recovery)},
        ]
        named = {"archive": self.archive} if self.archive else {}
        content = {"format": FORMAT, **named, "wraps": wraps}
        sealed = {**content, "checksum": _checksum(content)}
        return json.dumps(sealed, indent=1).encode() + b"\n"

    def unlock(self, passphrase: str) -> Unlocked:
        """The data key and the account that ``passphrase`` belongs to. Takes about 0.5 s for each.

        Raises:
            WrongPassphrase: no account has it.
        """
        for wrap in self.passphrases:
            try:
                return Unlocked(wrap.open(passphrase), wrap.account)
            except WrongPassphrase:
                continue
        raise WrongPassphrase

    def unlock_with_recovery(self, typed: str) -> bytes:
        """The data key (32 bytes), for someone who has the printed recovery key.

        Raises:
            RecoveryKeyMistyped: ``typed`` is not what any sheet says.
            WrongRecoveryKey: it is the key of another archive.
        """
        return self.recovery.open(RecoveryKey.parse(typed))

    def fits_another(self, passphrase: str, account: int) -> bool:
        """Whether an account other than ``account`` has ``passphrase``. 0.5 s for each of them."""
        others = (wrap for wrap in self.passphrases if wrap.account != account)
        return any(_fits(wrap, passphrase) for wrap in others)

    def with_passphrase(self, new: PassphraseWrap) -> "KeyFile":
        """The same keys with ``new`` as the one wrap of its account."""
        others = (wrap for wrap in self.passphrases if wrap.account != new.account)
        return replace(self, passphrases=(*others, new))

    def without(self, account: int) -> "KeyFile":
        """The same keys but that of ``account``."""
        others = (wrap for wrap in self.passphrases if wrap.account != account)
        return replace(self, passphrases=tuple(others))

    def with_recovery(self, new: RecoveryWrap) -> "KeyFile":
        """The same keys with ``new`` as the one that a printed sheet opens."""
        return replace(self, recovery=new)


def _fits(wrap: PassphraseWrap, passphrase: str) -> bool:
    try:
        wrap.open(passphrase)
    except WrongPassphrase:
        return False
    return True


def _unsealed(content: bytes) -> dict[str, Any]:
    """What ``content`` says, if it is whole. The checksum is the same in every format to come."""
    if len(content) > SIZE_LIMIT:
        raise KeyFileDamaged
    try:
        written = json.loads(content)
        whole = written.pop("checksum") == _checksum(written)
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError) as error:
        raise KeyFileDamaged from error
    if not whole:
        raise KeyFileDamaged
    found: dict[str, Any] = written
    return found


def _checksum(content: dict[str, Any]) -> str:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _work(wrap: PassphraseWrap) -> dict[str, int]:
    return {
        "account": wrap.account,
        "memory_kib": wrap.parameters.memory_kib,
        "passes": wrap.parameters.passes,
        "lanes": wrap.parameters.lanes,
    }


def _box(wrap: PassphraseWrap | RecoveryWrap) -> dict[str, str]:
    return {"salt": wrap.salt.hex(), "nonce": wrap.nonce.hex(), "box": wrap.box.hex()}


def _read_passphrase(written: dict[str, Any], weakest: Parameters) -> PassphraseWrap:
    parameters = Parameters(*(_number(written[key]) for key in ("memory_kib", "passes", "lanes")))
    if not parameters.sensible(weakest):
        raise ValueError("work out of bounds")
    return PassphraseWrap(_number(written["account"]), parameters, **_read_box(written))


def _read_box(written: dict[str, Any]) -> dict[str, bytes]:
    sizes = {"salt": SALT_SIZE, "nonce": NONCE_SIZE, "box": BOX_SIZE}
    return {name: _bytes(written[name], size) for name, size in sizes.items()}


def _name(written: object) -> str:
    if not isinstance(written, str) or len(written) not in (0, NAME_SIZE):
        raise TypeError("no name of an archive")
    return written


def _number(written: object) -> int:
    if type(written) is not int:  # True is an int, too
        raise TypeError("not a whole number")
    return written


def _bytes(written: str, size: int) -> bytes:
    content = bytes.fromhex(written)
    if len(content) != size:
        raise ValueError("wrong length")
    return content

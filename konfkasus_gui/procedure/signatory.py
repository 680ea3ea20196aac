"""The line below a name that signs: which number it is, and how it is written."""

import re

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word

_CIVIL = (8, 6, 1, 3)
"""Birth, appointment, sex, place in the series: how the 18 digits are set apart."""


class Identity(Word):
    """What number stands below a name."""

    NIP = "nip", N_("NIP")
    PPPK = "pppk", N_("NI PPPK")
    NUPTK = "nuptk", N_("NUPTK")
    OTHER = "other", N_("lainnya")
    NONE = "none", N_("tanpa nomor")


DIGITS = {Identity.NIP: 18, Identity.PPPK: 18, Identity.NUPTK: 16}
_NAMED = re.compile(r"(NI\s*PPPK|NIPPPK|NUPTK|NIP)\b[.:\s]*(.*)", re.IGNORECASE | re.DOTALL)
_BY_NAME = {"NIPPPK": Identity.PPPK, "NUPTK": Identity.NUPTK, "NIP": Identity.NIP}


def identity_line(identity: Identity, number: str) -> str:
    """``NIP 19850101 201001 2 001``; empty without a number."""
    own = " ".join(number.split())
    if identity is Identity.NONE or not own:
        return ""
    if identity is Identity.OTHER:
        return own
    return f"{identity.label} {_grouped(identity, own)}"


def identity_of(line: str) -> tuple[Identity, str]:
    """Which number ``line`` shows, and the number alone."""
    own = " ".join(line.split())
    if not own:
        return Identity.NONE, ""
    named = _NAMED.fullmatch(own)
    if named is None or not named[2]:
        return Identity.OTHER, own
    return _BY_NAME["".join(named[1].upper().split())], named[2].strip()


def identity_problem(identity: Identity, number: str) -> str:
    """A sentence when the digits are more or fewer than they should be, else nothing."""
    wanted = DIGITS.get(identity)
    digits = sum(character.isdigit() for character in number)
    if wanted is None or not number.strip() or digits == wanted:
        return ""
    return _("{name} biasanya {wanted} angka; di sini ada {digits}.").format(
        name=identity.label, wanted=wanted, digits=digits
    )


def _grouped(identity: Identity, number: str) -> str:
    digits = number.replace(" ", "")
    if identity is Identity.NUPTK or len(digits) != sum(_CIVIL) or not digits.isdecimal():
        return number
    groups, start = [], 0
    for length in _CIVIL:
        groups.append(digits[start : start + length])
        start += length
    return " ".join(groups)

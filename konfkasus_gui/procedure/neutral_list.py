"""The list of words that judge a child, read from its text (resources/words)."""

from dataclasses import dataclass
from itertools import product

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.word import Word

_COLUMNS = 6
_AFFIXED = {"imbuhan": True, "tetap": False}


class NeutralKind(Word):
    """Why a word does not suit a paper about a child."""

    LABEL = "cap", N_("cap pada anak")
    DIAGNOSIS = "diagnosis", N_("diagnosis tanpa ahli")
    VERDICT = "putusan", N_("putusan atau hukuman")


_KINDS = {kind.value: kind for kind in NeutralKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Words that mean the same, why they are better avoided, and how to write what was seen.

    ``words`` are stems or phrases in small letters; what is written in capitals is met in capitals
    only. ``affixed`` ones are met with all prefixes and suffixes, the others with clitics.
    ``spared`` are forms that mean something else; after one of ``after``, within four words, or
    right before one of ``ahead`` the entry means something else too.
    """

    kind: NeutralKind
    words: tuple[str, ...]
    affixed: bool
    reason: str
    instead: tuple[str, ...] = ()
    spared: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()


def read_entries(text: str) -> tuple[Entry, ...]:
    """The entries of a list whose head says how its lines are written.

    Raises:
        ValueError: a line is no entry; the error names its number.
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                found.append(_entry([column.strip() for column in line.split("|")]))
            except (KeyError, ValueError) as error:
                raise ValueError(f"line {number} of the word list is no entry") from error
    return tuple(found)


def _entry(columns: list[str]) -> Entry:
    if len(columns) != _COLUMNS:
        raise ValueError("a line has six columns")
    kind, words, forms, reason, instead, spared = columns
    if not words or not reason:
        raise ValueError("words or the reason are missing")
    exceptions = _parted(spared, ",")
    return Entry(
        kind=_KINDS[kind],
        words=tuple(spelled for phrase in _parted(words, ",") for spelled in _spelled(phrase)),
        affixed=_AFFIXED[forms],
        reason=reason,
        instead=_parted(instead, ";"),
        spared=frozenset(one for one in exceptions if one[0] not in "<>"),
        after=frozenset(one[1:] for one in exceptions if one[0] == "<"),
        ahead=frozenset(one[1:] for one in exceptions if one[0] == ">"),
    )


def _spelled(phrase: str) -> list[str]:
    """Each way to read a phrase whose words may be one of several: ``tidak/tak sopan``."""
    return [" ".join(words) for words in product(*(word.split("/") for word in phrase.split()))]


def _parted(column: str, sign: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in column.split(sign) if part.strip())

"""The school's own part in bahasa netral: words it adds, and words it wants to hear no more of."""

from collections.abc import Iterable
from dataclasses import dataclass

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.name_words import TOKEN
from konfkasus_gui.procedure.neutral_list import Entry, NeutralKind
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.word import Word

LONGEST = 60
"""Letters of a word or phrase of the school."""


class Treatment(Word):
    """What the school wants of a word."""

    WATCHED = "watched", N_("ditandai")
    SILENCED = "silenced", N_("tidak diingatkan lagi")


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolWord(Record):
    """A word or phrase in small letters, and for a watched one what to write ``instead``.

    A silenced one is a word of the list, as ``NeutralFinding.word`` names it.
    """

    word: str
    treatment: Treatment = Treatment.WATCHED
    instead: str = ""


def added(words: Iterable[SchoolWord]) -> tuple[Entry, ...]:
    """The watched ones as entries of the list; a single word is met in all its forms."""
    return tuple(
        Entry(
            kind=NeutralKind.LABEL,
            words=(one.word,),
            affixed=len(TOKEN.findall(one.word)) == 1,
            reason=_("Sekolah meminta kata ini dihindari."),
            instead=(one.instead,) if one.instead else (),
        )
        for one in words
        if one.treatment is Treatment.WATCHED
    )


def silenced(words: Iterable[SchoolWord]) -> frozenset[str]:
    """The words that are let be."""
    return frozenset(one.word for one in words if one.treatment is Treatment.SILENCED)


def as_kept(text: str) -> str:
    """``text`` as a word of the school is kept: small letters, single spaces."""
    return " ".join(text.lower().split())


def word_problem(text: str, words: Iterable[SchoolWord]) -> str:
    """Why ``text`` cannot be added to ``words``, in a sentence; empty when it can."""
    kept = as_kept(text)
    if not any(sign.isalpha() for sign in kept):
        return _("Tulis kata atau ungkapan yang ingin ditandai.")
    if len(kept) > LONGEST:
        return _("Paling panjang {n} huruf. Tulis kata atau ungkapan saja.").format(n=LONGEST)
    if any(one.word == kept for one in words):
        return _("“{word}” sudah ada dalam daftar di bawah.").format(word=kept)
    return ""

"""Bahasa netral: words that judge a child, and how to write what was seen instead."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from konfkasus_gui.procedure.name_words import TOKEN
from konfkasus_gui.procedure.neutral_context import (
    earlier_words,
    has_source,
    is_cancelled,
    is_named,
    judges_nobody,
    next_word,
)
from konfkasus_gui.procedure.neutral_list import Entry, NeutralKind
from konfkasus_gui.procedure.quotations import quotations
from konfkasus_gui.procedure.sentences import sentence_around
from konfkasus_gui.procedure.word_forms import forms, spellings

_NEAR = 4
_MOST_REMEMBERED = 20_000
_GAP = re.compile(r"[\s\u00ad\u200b-\u200d\u2010-\u2013-]{1,3}")
_HYPHEN = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class NeutralFinding:
    """One place where a text judges a child.

    ``text[start:end]`` is ``found``; ``word`` is the word of the list that it is a form of, by
    which it can be silenced.
    """

    start: int
    end: int
    found: str
    word: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class JudgingSentence:
    """A sentence of a paper and what in it judges a child."""

    sentence: str
    findings: tuple[NeutralFinding, ...]


@dataclass(slots=True)
class _Node:
    """A word on the way through a phrase; ``ends`` says what the phrase is."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    ends: tuple[str, Entry] | None = None


class WordTree:
    """Entries made ready to be met in texts; takes some milliseconds, so it is made once.

    ``single`` are words that stand alone, ``root`` is where the phrases begin, ``words`` are all.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.single: dict[str, tuple[str, Entry]] = {}
        self.root = _Node()
        self.words: set[str] = set()
        for entry in entries:
            for phrase in entry.words:
                self._plant(phrase, entry)
        self.words.update(self.single)

    def _plant(self, phrase: str, entry: Entry) -> None:
        words = TOKEN.findall(phrase)
        if len(words) == 1:
            made = forms(words[0]) - entry.spared if entry.affixed else words
            meant = (phrase, entry)
            for form in made:
                self.single.setdefault(form, meant)
        elif words:
            node = self.root
            for word in words:
                node = node.following.setdefault(word, _Node())
            node.ends = node.ends or (phrase, entry)
            self.words.update(words)


class NeutralCheck:
    """Looks through texts for the words of ``trees``; those of ``silenced`` are let be."""

    def __init__(self, trees: Sequence[WordTree], silenced: Iterable[str] = ()) -> None:
        self._trees = tuple(trees)
        self._words = frozenset[str]().union(*(tree.words for tree in trees))
        self._silenced = frozenset(silenced)
        self._met: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> tuple[NeutralFinding, ...]:
        """Each place in ``text``, in its order; what stands in quotation marks is let be."""
        tokens = list(TOKEN.finditer(text))
        if len(self._met) > _MOST_REMEMBERED:
            self._met.clear()
        hits = [place for place, token in enumerate(tokens) if self._known(token.group())]
        return tuple(self._findings(text, tokens, hits)) if hits else ()

    def _findings(
        self, text: str, tokens: list[re.Match[str]], hits: list[int]
    ) -> Iterator[NeutralFinding]:
        quoted = quotations(text)
        free = 0
        for place in hits:
            if place < free:
                continue
            match = self._longest(text, tokens, place)
            if match is None:
                continue
            last, word, entry = match
            free = last + 1
            first, last = _whole(text, tokens, place, last)
            free = max(free, last + 1)
            start, end = tokens[first].start(), tokens[last].end()
            found = text[start:end]
            if _inside(quoted, start) or word in self._silenced or found.lower() in entry.spared:
                continue
            if not self._means_else(text, tokens, (first, last), entry):
                yield NeutralFinding(start, end, found, word, entry)

    def _known(self, token: str) -> tuple[str, ...]:
        """The spellings of ``token`` that stand in the list; mostly none."""
        known = self._met.get(token)
        if known is None:
            ways = (token, *spellings(token)) if token.isupper() else spellings(token)
            known = tuple(dict.fromkeys(way for way in ways if way in self._words))
            self._met[token] = known
        return known

    def _longest(
        self, text: str, tokens: list[re.Match[str]], first: int
    ) -> tuple[int, str, Entry] | None:
        """The longest phrase that begins at token ``first``: its last token and what it is."""
        spelled = self._known(tokens[first].group())
        best = next(
            (
                (first, *tree.single[word])
                for word in spelled
                for tree in self._trees
                if word in tree.single
            ),
            None,
        )
        nodes = [tree.root for tree in self._trees]
        for place in range(first, len(tokens)):
            nodes = [
                node.following[word]
                for node in nodes
                for word in self._known(tokens[place].group())
                if word in node.following
            ]
            if not nodes:
                break
            best = next(((place, *node.ends) for node in nodes if node.ends), best)
            following = place + 1
            if following < len(tokens) and not _GAP.fullmatch(
                text, tokens[place].end(), tokens[following].start()
            ):
                break
        return best

    def _means_else(
        self, text: str, tokens: list[re.Match[str]], span: tuple[int, int], entry: Entry
    ) -> bool:
        first, last = span
        earlier = earlier_words(text, tokens, first)
        following = next_word(text, tokens, last)
        start, end = tokens[first].start(), tokens[last].end()
        return (
            not entry.after.isdisjoint(earlier[:_NEAR])
            or following in entry.ahead
            or is_named(earlier, tokens[first].group())
            or judges_nobody(earlier, lambda word: bool(self._known(word)))
            or (entry.kind is NeutralKind.VERDICT and is_cancelled(following))
            or (entry.kind is NeutralKind.DIAGNOSIS and has_source(text, start, end))
        )


def judging_sentences(check: NeutralCheck, texts: Iterable[str]) -> tuple[JudgingSentence, ...]:
    """The sentences of ``texts`` that judge a child, each once, in their order."""
    found: dict[str, list[NeutralFinding]] = {}
    for text in texts:
        for finding in check(text):
            same = found.setdefault(sentence_around(text, finding.start, finding.end), [])
            if finding.found not in [one.found for one in same]:
                same.append(finding)
    return tuple(JudgingSentence(sentence, tuple(mine)) for sentence, mine in found.items())


def _inside(spans: tuple[tuple[int, int], ...], place: int) -> bool:
    """Whether ``place`` stands in one of ``spans``, which follow each other."""
    earlier = bisect_right(spans, (place, sys.maxsize)) - 1
    return earlier >= 0 and place < spans[earlier][1]


def _whole(text: str, tokens: list[re.Match[str]], first: int, last: int) -> tuple[int, int]:
    """``first`` and ``last`` with what a hyphen ties to them: all of ``bermalas-malasan``."""
    while first and _tied(text, tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _tied(text, tokens[last], tokens[last + 1]):
        last += 1
    return first, last


def _tied(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    return text[one.end() : two.start()] in _HYPHEN

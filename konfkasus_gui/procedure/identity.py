"""The identity check: where a text would tell who the client, the family or another student is.

``confidentiality`` replaces what it is sure of; this looks at what is left, counts word forms, and
leaves the decision to the counselor (product rule).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.confidentiality import TITLED, initials, without_invisible
from konfkasus_gui.procedure.name_words import CALENDAR, COMMON, TOKEN, folded, stems
from konfkasus_gui.procedure.school import Guardian, Student
from konfkasus_gui.procedure.sentences import sentence_around
from konfkasus_gui.procedure.word import Word

_SHORTEST_PART = 3
_SHORTEST_NUMBER = 4
_SURE_NUMBER = 8
_WIDEST_GAP = 3
_LEAST_OF_ADDRESS = 3
_ABROAD = "62"

_TITLES = frozenset(
    """
    bu ibu pak bapak bpk bp h hj drs dra dr ir prof ustaz ustadz ustazah ustadzah kak
    """.split()  # noqa: SIM905 - words are read as words
)
_SAME = {"jln": "jalan", "jl": "jalan", "gg": "gang", "no": "nomor", "ds": "desa", "dsn": "dusun"}
_BETWEEN_DIGITS = r"[ .()/-]{0,2}"


class Whose(Word):
    """Whose identity a word would tell."""

    CLIENT = "client", N_("konseli")
    GUARDIAN = "guardian", N_("orang tua/wali")
    STUDENT = "student", N_("siswa lain")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who must not be told by a text, and who may.

    ``client`` is None where the client may be named; ``guardians`` are those who may not stand in
    the text, ``students`` the full names of the school's other students. ``adults`` may be named:
    participants, signers, guardians where they take part.
    """

    code: str
    client: Student | None = None
    nicknames: tuple[str, ...] = ()
    guardians: tuple[Guardian, ...] = ()
    students: tuple[str, ...] = ()
    adults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text that would tell who somebody is.

    ``sentence`` is what stands around it, ``found`` the words as they stand there, ``instead`` what
    to write in their place. A find that is not ``certain`` may be an ordinary word. ``before`` is
    the word before it, folded.
    """

    whose: Whose
    found: str
    instead: str
    certain: bool
    sentence: str
    before: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """What tells the same place of two drawings of one paper."""
        return self.before, folded(self.found)


@dataclass(frozen=True, slots=True)
class _Sought:
    """Words to look for, folded, in their order; ``whose`` is None for somebody who may stand."""

    words: tuple[str, ...]
    whose: Whose | None = None
    instead: str = ""
    certain: bool = True
    capital: bool = False


class IdentityCheck:
    """Looks through texts for ``people``; made once, used for all texts of a paper."""

    def __init__(self, people: People) -> None:
        self._alone: dict[str, list[_Sought]] = {}
        self._paired: dict[str, dict[str, list[_Sought]]] = {}
        for sought in _everything(people):
            first, *rest = sought.words
            if rest:
                self._paired.setdefault(first, {}).setdefault(rest[0], []).append(sought)
            else:
                self._alone.setdefault(first, []).append(sought)
        self._numbers = _numbers(people)

    def __call__(self, texts: Iterable[str]) -> tuple[Finding, ...]:
        """Each place in ``texts``, in their order; a name that is whole hides its parts."""
        found: list[Finding] = []
        for text in texts:
            visible = without_invisible(text)
            found += [_finding(visible, *place) for place in self._places(visible)]
        return tuple(found)

    def marks(self, text: str) -> tuple[tuple[int, int, Finding], ...]:
        """Each place in ``text`` with where it begins and ends, for marking it there."""
        return tuple(
            (start, end, _finding(text, start, end, sought))
            for start, end, sought in self._places(text)
        )

    def _places(self, text: str) -> list[tuple[int, int, _Sought]]:
        return sorted([*self._named(text), *self._numbered(text)], key=_start)

    def _named(self, text: str) -> Iterator[tuple[int, int, _Sought]]:
        tokens = list(TOKEN.finditer(text))
        place = 0
        while place < len(tokens):
            for sought in self._candidates(tokens, place):
                if self._stands(text, tokens, place, sought):
                    last = place + len(sought.words) - 1
                    if sought.whose is not None:
                        titled = place and folded(tokens[place - 1].group()) in _TITLES
                        shown = _doubted(sought) if titled and len(sought.words) == 1 else sought
                        yield tokens[place].start(), tokens[last].end(), shown
                    place = last
                    break
            place += 1

    def _candidates(self, tokens: Sequence[re.Match[str]], place: int) -> list[_Sought]:
        """What may stand at ``place``, the longest first; hundreds may share their first word."""
        found: list[_Sought] = []
        for stem in stems(tokens[place].group()):
            first = _SAME.get(stem, stem)
            found += self._alone.get(first, ())
            paired = self._paired.get(first)
            if paired and place + 1 < len(tokens):
                following = stems(tokens[place + 1].group())
                for second in (*following, *filter(None, [_SAME.get(following[0])])):
                    found += paired.get(second, ())
        if len(found) > 1:
            found.sort(key=lambda sought: (-len(sought.words), sought.whose is not None))
        return found

    @staticmethod
    def _stands(text: str, tokens: Sequence[re.Match[str]], place: int, sought: _Sought) -> bool:
        """Whether all words of ``sought`` stand from ``place`` on, close to each other."""
        mine = tokens[place : place + len(sought.words)]
        if len(mine) < len(sought.words):
            return False
        for one, (token, word) in enumerate(zip(mine, sought.words, strict=True)):
            last = one == len(mine) - 1
            forms = stems(token.group()) if last else (folded(token.group()),)
            if word not in forms and _SAME.get(forms[0]) != word:
                return False
            if not last and not _close(text[token.end() : mine[one + 1].start()]):
                return False
        return not sought.capital or mine[0].group()[0].isupper()

    def _numbered(self, text: str) -> Iterator[tuple[int, int, _Sought]]:
        for pattern, sought in self._numbers:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), sought


def nicknames(student: Student) -> tuple[str, ...]:
    """What ``student`` is called, each name on its own."""
    return tuple(name for part in re.split("[,;/]", student.nickname) if (name := part.strip()))


def by_certainty(findings: Sequence[Finding]) -> list[Finding]:
    """Those that surely tell somebody first, else in the order of the paper."""
    return sorted(findings, key=lambda one: not one.certain)


def of_its_own(findings: Sequence[Finding], hollow: Sequence[Finding]) -> tuple[Finding, ...]:
    """``findings`` without those that the same paper has when all records are hollow.

    Letters thank ("terima kasih"), streets and schools bear people's names: what a paper says of
    its own accord tells nobody.
    """
    own = Counter(finding.place for finding in hollow)
    left = []
    for finding in findings:
        if own[finding.place]:
            own[finding.place] -= 1
        else:
            left.append(finding)
    return tuple(left)


def _everything(people: People) -> Iterator[_Sought]:
    whole = _words(people.client.name) if people.client else ()
    for adult in people.adults:
        words = _words(adult)
        if words and not _holds(words, whole) and (len(words) > 1 or words[0] not in whole):
            yield _Sought(words)
    if people.client is not None:
        yield from _of_client(people, people.client)
    for guardian in people.guardians:
        yield from _of_guardian(guardian)
    for name in people.students:
        words = _words(name)
        if len(words) > 1:
            yield _Sought(words, Whose.STUDENT, initials(name))
        elif words and words[0] not in COMMON and len(words[0]) >= _SHORTEST_PART:
            yield _Sought(words, Whose.STUDENT, initials(name), certain=False, capital=True)


def _of_client(people: People, client: Student) -> Iterator[_Sought]:
    words = _words(client.name)
    adults = {word for adult in people.adults for word in _words(adult)}
    namesake = any(
        TITLED.search(adult.strip()) and _holds(_words(adult), words) for adult in people.adults
    )
    for name in (words, *map(_words, people.nicknames), *map(_words, _called(client.name))):
        if name:
            sure = (len(name) > 1 or name[0] not in COMMON) and not namesake
            yield _Sought(name, Whose.CLIENT, people.code, certain=sure)
    if len(words) > 1:
        yield _Sought(("".join(words),), Whose.CLIENT, people.code)
    for part in words:
        if len(part) >= _SHORTEST_PART and part not in CALENDAR:
            sure = part not in COMMON and part not in adults
            yield _Sought((part,), Whose.CLIENT, people.code, certain=sure)
    street = _words(client.address.split(",", maxsplit=1)[0])
    for address in (_words(client.address.replace(",", " ")), street):
        known = tuple(_SAME.get(word, word) for word in address)
        if len(known) >= _LEAST_OF_ADDRESS:
            yield _Sought(known, Whose.CLIENT, _("alamat konseli"))


def _of_guardian(guardian: Guardian) -> Iterator[_Sought]:
    if words := _words(guardian.name):
        sure = len(words) > 1 or words[0] not in COMMON
        yield _Sought(words, Whose.GUARDIAN, _("orang tua/wali"), certain=sure)


def _numbers(people: People) -> tuple[tuple[re.Pattern[str], _Sought], ...]:
    found = []
    if client := people.client:
        for number in (client.nisn, client.nipd):
            digits = re.sub(r"\D", "", number)
            if len(digits) >= _SHORTEST_NUMBER:
                sure = len(digits) >= _SURE_NUMBER
                sought = _Sought((digits,), Whose.CLIENT, people.code, certain=sure)
                found.append((_digits(digits), sought))
        if phone := _phone(client.phone):
            sought = _Sought(("",), Whose.CLIENT, _("nomor telepon konseli"))
            found.append((phone, sought))
    for guardian in people.guardians:
        if phone := _phone(guardian.phone):
            sought = _Sought(("",), Whose.GUARDIAN, _("nomor telepon orang tua/wali"))
            found.append((phone, sought))
    return tuple(found)


def _phone(number: str) -> re.Pattern[str] | None:
    """Looks for a telephone number as it is dialled here or from abroad."""
    digits = re.sub(r"\D", "", number).removeprefix(_ABROAD).removeprefix("0")
    if len(digits) < _SURE_NUMBER - 1:
        return None
    return _digits(digits, before=rf"(?:\+?{_ABROAD}|0)?{_BETWEEN_DIGITS}")


def _digits(digits: str, before: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?<!\d){before}{_BETWEEN_DIGITS.join(digits)}(?!\d)")


def _finding(text: str, start: int, end: int, sought: _Sought) -> Finding:
    earlier = [match.group() for match in TOKEN.finditer(text[max(0, start - 60) : start])]
    return Finding(
        whose=sought.whose or Whose.CLIENT,
        found=text[start:end],
        instead=sought.instead,
        certain=sought.certain,
        sentence=sentence_around(text, start, end),
        before=folded(earlier[-1]) if earlier else "",
    )


def _start(place: tuple[int, int, _Sought]) -> tuple[int, int]:
    return place[0], -place[1]


def _doubted(sought: _Sought) -> _Sought:
    """After a title a single name is rather a colleague's than the child's."""
    return _Sought(sought.words, sought.whose, sought.instead, certain=False)


def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without degrees after a comma and a call name in brackets."""
    own = re.sub(r"\(.*?\)", " ", without_invisible(name)).split(",", maxsplit=1)[0]
    words = tuple(folded(match.group()) for match in TOKEN.finditer(own))
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return words


def _called(name: str) -> list[str]:
    """The call names that schools write in brackets after a name."""
    return re.findall(r"\(([^)]+)\)", name)


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return bool(part) and any(
        words[place : place + size] == part for place in range(len(words) - size + 1)
    )


def _close(between: str) -> bool:
    return len(between) <= _WIDEST_GAP

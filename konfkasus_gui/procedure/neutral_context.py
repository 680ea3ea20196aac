"""Where a word of the list judges nobody: denied, somebody's own feeling, a topic, a finding."""

import re
from collections.abc import Callable, Sequence

_REACH = 8
_NEAR = 4
_TOPIC_NEAR = 6
_LONGEST_SENTENCE = 300
_CLAUSE = re.compile(r"[.,;:!?()\n\u2028\u2029–—]")

_NOT = frozenset(
    """
    tidak tak bukan tanpa jangan belum tidaklah bukanlah janganlah takkan enggak nggak gak ga ndak
    tiada
    """.split()  # noqa: SIM905 - words are read as words
)
_AGAINST = frozenset(
    """
    menolak ditolak penolakan mencegah cegah dicegah pencegahan menghindari hindari menghindarkan
    menjauhi anti antisipasi melawan memerangi menentang menghapus mengganti meniadakan larangan
    dilarang melarang korban bebas berhenti khawatir takut cemas apakah
    menyangkal membantah menyanggah keberatan
    """.split()  # noqa: SIM905
)
_BETWEEN_NOT = frozenset(
    """
    tentu selamanya
    ada akan pernah perlu boleh dapat bisa harus lagi mau ingin diberi dikenai dikenakan dijatuhi
    mendapat mendapatkan menerima memberi memberikan menjatuhkan menjadi termasuk seorang anak
    siswa yang untuk ikut dari itu ini merupakan konseli ia dia siapa siapapun apa pun bersikap
    berlaku sengaja bermaksud benar sungguh sama sekali melakukan kata cap label sebutan memakai
    bentuk sebagai maupun atau dan ataupun mengadili diancam mengancam menyebut memanggil berarti
    """.split()  # noqa: SIM905
)
_TURNED = frozenset(
    """
    hanya cuma sekadar cukup saja main kalah karena sebab sehingga tetapi tapi namun melainkan malah
    justru bahwa kalau bila jika ketika saat agar supaya dasar berhenti jera sadar akibat bagi
    terhadap kepada
    """.split()  # noqa: SIM905
)
_REPORTED = frozenset(
    """
    dijuluki dipanggil disebut diejek dikatai dicap dilabeli dituduh dikira disangka diolok dimaki
    dihina menyebut mengejek menjuluki menjulukinya mengatai mengatainya mengolok mencap
    memanggilnya olok
    kata istilah sebutan julukan label cap ejekan umpatan makian tuduhan
    """.split()  # noqa: SIM905
)
_FELT = frozenset({"merasa", "mengaku", "perasaan", "merasakan", "mengakui"})
_BETWEEN_FELT = frozenset(
    """
    diri dirinya sering selalu sangat agak masih sedang pernah bahwa paling lebih kadang
    """.split()  # noqa: SIM905
)
_TOPICS = frozenset(
    """
    materi bab makalah novel film lagu judul berjudul tema topik artikel cerpen puisi drama dongeng
    kisah legenda tokoh membaca menonton mementaskan
    pidato poster seminar penyuluhan sosialisasi layanan edukasi kampanye lomba pelajaran tentang
    """.split()  # noqa: SIM905
)
_TOPIC_ENDS = _TURNED | frozenset({"ia", "dia", "konseli", "untuk", "yang", "sebagai", "adalah"})
_NAMED = frozenset(
    """
    jalan jl jln gang gg desa kampung dusun kelurahan kecamatan pak bu ibu bapak bang kak mas mbak
    toko warung kafe sd smp sma smk mts ma pantai sungai gunung pasar
    """.split()  # noqa: SIM905
)
_WANTED = frozenset(
    """
    percaya yakin setuju sepakat ingin mau menghendaki menginginkan rela bermaksud berniat membahas
    membicarakan menjatuhkan bertujuan merencanakan mengusulkan
    """.split()  # noqa: SIM905
)
_CANCELLED = frozenset({"tidak", "bukan", "belum", "ditiadakan", "dihapus", "dibatalkan"})

_EXPERT = (
    r"(?:dokter|dr|psikolog|psikiater|puskesmas|rumah sakit|rsud|rsj|rs|klinik|terapis|neurolog"
    r"|tenaga medis|ahli)\w{0,3}"
)
_SOURCE = re.compile(
    r"\b(?:(?:di|men)?diagnos\w+|menurut|hasil|pemeriksaan|asesmen|surat|keterangan|dinyatakan"
    r"|rekam medis|catatan medis|oleh|dari)\b"
    rf"(?:(?!\b(?:bukan|belum|tanpa|tidak)\b)[^.;!?\n]){{0,60}}?\b{_EXPERT}\b"
    rf"|\b{_EXPERT}\b(?:(?!\b(?:bukan|belum|tidak)\b)[^.;!?\n]){{0,40}}?"
    r"\b(?:menyatakan|mendiagnos\w+|menyimpulkan|menetapkan|menjelaskan|memastikan|menuliskan)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")


def earlier_words(text: str, tokens: Sequence[re.Match[str]], first: int) -> list[str]:
    """The words before token ``first`` in its clause, nearest first, in small letters."""
    found: list[str] = []
    for place in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _CLAUSE.search(text, tokens[place].end(), tokens[place + 1].start()):
            break
        found.append(tokens[place].group().lower())
    return found


def next_word(text: str, tokens: Sequence[re.Match[str]], last: int) -> str:
    """The word after token ``last`` in its clause, in small letters; empty at its end."""
    if last + 1 >= len(tokens) or _CLAUSE.search(
        text, tokens[last].end(), tokens[last + 1].start()
    ):
        return ""
    return tokens[last + 1].group().lower()


def judges_nobody(earlier: list[str], listed: Callable[[str], bool]) -> bool:
    """Whether the words before say that the word is denied, only reported, or a topic.

    ``listed`` tells words of the list: a denial reaches over them, as in "tidak malas dan bandel".
    """
    for place, word in enumerate(earlier):
        between, before = earlier[:place], earlier[place + 1 : place + 2]
        if word in _NOT:
            if _denied(word, between, listed):
                return True
        elif word in _AGAINST and place < _NEAR:
            if not _TURNED.intersection(between) and not _NOT.intersection(before):
                return True
        elif word in _REPORTED and place < _NEAR:
            return True
        elif word in _FELT and place < _NEAR:
            if all(one in _BETWEEN_FELT or listed(one) for one in between):
                return True
        elif word in _TOPICS and place < _TOPIC_NEAR and not _TOPIC_ENDS.intersection(between):
            return True
    return False


def _denied(word: str, between: list[str], listed: Callable[[str], bool]) -> bool:
    """Whether the denial ``word`` reaches over the words ``between``, nearest to it last."""
    if between and between[-1] in _WANTED and len(between) <= _NEAR:
        return True
    if between[-1:] == ["ada"] and "yang" in between and not _TURNED.intersection(between):
        return True  # "tidak ada peserta yang mengusulkan …"
    passed = between[:-1] if word == "bukan" and between[-1:] == ["karena"] else between
    return all(one in _BETWEEN_NOT or listed(one) for one in passed)


def is_named(earlier: Sequence[str], found: str) -> bool:
    """Whether ``found`` is a name: with a capital, after *Jalan*, *Desa*, *Pak* and the like."""
    return bool(earlier) and earlier[0] in _NAMED and found.istitle()


def is_cancelled(following: str) -> bool:
    """Whether the word after a verdict takes it back: "sanksi tidak diberikan"."""
    return following in _CANCELLED


def has_source(text: str, start: int, end: int) -> bool:
    """Whether the sentence around ``text[start:end]`` says which expert found it."""
    before = text[max(0, start - _LONGEST_SENTENCE) : start]
    begins = [match.end() for match in _SENTENCE_END.finditer(before)]
    after = text[end : end + _LONGEST_SENTENCE]
    ended = _SENTENCE_END.search(after)
    sentence = before[begins[-1] if begins else 0 :] + text[start:end]
    return _SOURCE.search(sentence + after[: ended.start() if ended else None]) is not None

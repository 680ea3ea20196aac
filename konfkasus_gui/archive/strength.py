"""How hard a new passphrase is to guess, in words that help to find a better one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word

SHORTEST = 10  # characters
LONGEST_RATED = 72  # characters; zxcvbn takes no more, and by then it is strong or hopeless

# zxcvbn's dictionaries are English: these are the words that a counselor's neighbor tries first.
_COMMON_WORDS = (
    "sekolah konseling bimbingan konselor guru gurubk siswa siswi murid kelas kasus konferensi "
    "konfkasus arsip rahasia sandi katasandi kunci masuk buka admin operator indonesia raya "
    "merdeka pancasila garuda nusantara bismillah bismillahirrahmanirrahim alhamdulillah "
    "assalamualaikum insyaallah allah islam kristen katolik hindu buddha sayang cinta cantik "
    "ganteng bahagia semangat sukses selamat pagi "
    "siang malam senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni "
    "juli agustus september oktober november desember jakarta bandung surabaya medan semarang "
    "yogyakarta makassar palembang denpasar anak ibu bapak ayah mama papa kakak adik keluarga "
    "rumah negara negeri bangsa satu dua tiga empat lima enam tujuh delapan sembilan sepuluh "
    "tahun bulan hari aku kamu kita saya dia mereka dan yang untuk dengan tidak ada ini itu "
    "kucing ayam ikan nasi goreng kopi hitam putih merah biru hijau kuning"
)


class Strength(Word):
    """Four marks on the bar beside a new passphrase."""

    VERY_WEAK = "very weak", N_("sangat lemah")
    WEAK = "weak", N_("lemah")
    FAIR = "fair", N_("cukup")
    STRONG = "strong", N_("kuat")


@dataclass(frozen=True, slots=True)
class Rating:
    """What is said about one passphrase: its strength and one sentence of advice."""

    strength: Strength
    advice: str

    @property
    def allowed(self) -> bool:
        """Whether it may guard an archive: 10 characters or more, and at least *cukup*.

        *Cukup* is zxcvbn's 3 of 4: more than a hundred million guesses. At half a second each
        (``keys.tune``) that is more than a year of one PC's time.
        """
        return self.strength in (Strength.FAIR, Strength.STRONG)


def rate(passphrase: str, hints: Iterable[str] = ()) -> Rating:
    """How well ``passphrase`` would guard an archive.

    Args:
        passphrase: as typed so far.
        hints: what others know, such as the names of the school and the counselor.
    """
    if len(passphrase) < SHORTEST:
        advice = _("Pakai sedikitnya 10 huruf. Tiga atau empat kata acak mudah diingat.")
        return Rating(Strength.VERY_WEAK, advice)

    from zxcvbn import zxcvbn  # its dictionaries take memory that a locked program does without

    known = [word for hint in hints for word in (_closed_up(hint), *re.findall(r"\w{3,}", hint))]
    words = [*known, *_COMMON_WORDS.split()]
    typed = passphrase[:LONGEST_RATED]
    # zxcvbn takes each space for a surprise: two names are no better apart than together
    both = (_closed_up(typed) or typed, typed)
    found = min((zxcvbn(each, words) for each in both), key=itemgetter("score"))
    strength = _STRENGTH_OF_SCORE[found["score"]]
    match strength:
        case Strength.STRONG:
            advice = _(
                "Kata sandi ini kuat. Ingat baik-baik dan jangan ditempel di dekat komputer."
            )
        case Strength.FAIR:
            advice = _("Kata sandi ini boleh dipakai. Satu kata lagi membuatnya lebih kuat.")
        case _weak:
            advice = _advice(found["sequence"])
    return Rating(strength, advice)


_STRENGTH_OF_SCORE = (
    Strength.VERY_WEAK,
    Strength.VERY_WEAK,
    Strength.WEAK,
    Strength.FAIR,
    Strength.STRONG,
)

_ADVICE_OF_PATTERN = {
    "repeat": N_("Huruf atau kata yang diulang mudah ditebak. Ganti dengan kata lain."),
    "sequence": N_("Urutan seperti abc atau 123 mudah ditebak. Ganti dengan kata lain."),
    "spatial": N_("Tombol yang bersebelahan mudah ditebak. Ganti dengan beberapa kata acak."),
    "date": N_("Tanggal dan tahun mudah ditebak. Ganti dengan beberapa kata acak."),
    "regex": N_("Tanggal dan tahun mudah ditebak. Ganti dengan beberapa kata acak."),
    "dictionary": N_("Kata ini sering dipakai orang. Tambahkan kata lain yang tidak berhubungan."),
    "bruteforce": N_("Tambahkan satu atau dua kata acak lagi."),
}
_ADVICE_ON_KNOWN_WORDS = N_(
    "Nama dan kata yang dekat dengan pekerjaan mudah ditebak. Tambahkan kata lain yang tidak "
    "berhubungan."
)


def _closed_up(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _advice(sequence: list[Mapping[str, Any]]) -> str:
    """The sentence for the longest part that zxcvbn recognized."""
    longest = max(sequence, key=lambda part: len(part["token"]))
    if longest.get("dictionary_name") == "user_inputs":
        return _(_ADVICE_ON_KNOWN_WORDS)
    return _(_ADVICE_OF_PATTERN[longest["pattern"]])

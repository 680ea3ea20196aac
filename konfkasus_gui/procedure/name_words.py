"""Words of everyday Indonesian that are names as well: a find of one may be no name at all."""

import re
from functools import lru_cache
from unicodedata import category, normalize

from konfkasus_gui.procedure.calendar import DAYS, MONTHS

TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
"""A word of letters and digits, accents included however they were typed."""

_ENDINGS = ("nya", "lah", "kah", "pun", "ku", "mu")
_SHORTEST_STEM = 3


def folded(word: str) -> str:
    """``word`` without capitals, accents and the difference between ways to write a letter."""
    parted = normalize("NFKD", word.casefold())
    return "".join(sign for sign in parted if category(sign) != "Mn").casefold()


@lru_cache(maxsize=8192)
def stems(word: str) -> tuple[str, ...]:
    """``word`` folded, then without its endings: ``rinanyalah``, ``rinanya``, ``rina``."""
    found = [folded(word)]
    for _round in range(2):
        last = found[-1]
        ending = next((ending for ending in _ENDINGS if last.endswith(ending)), "")
        if not ending or len(last) - len(ending) < _SHORTEST_STEM:
            break
        found.append(last.removesuffix(ending))
    return tuple(found)


CALENDAR = frozenset(folded(word) for word in (*DAYS, *MONTHS))
"""Days and months: on their own they date a paper and name nobody."""

COMMON = CALENDAR | frozenset(
    """
    abadi adil agung ahad alam aman amanah anggun angin anugerah arif asih awal ayu bagus bahagia
    bahari baik bangsa bayu bening berkah berlian bersih bima bintang budi bulan bumi bunga cahaya
    cantik cempaka cendana cerah cinta citra damai dewa dewi dharma dia duta embun fajar fitrah
    fitri gading gemilang gunawan guntur guru hakim hari harapan hidayah hijau hikmah ikhlas ilham
    ilmu iman indah indonesia intan jaga jaya jujur karya kasih kartika kartini kembang kemuning
    kenanga kencana kesuma kuat kurnia kusuma langit laras laut lestari lintang luhur lukman maju
    makmur malam manis mawar mega mekar melati menang merah merdeka mulia mulya murni mustika
    mutiara nilai nilam nur nusantara pagi panji pelangi pertama pertiwi perwira pesona permata
    permai pramuka prima purnama puspa putih putra putri rahayu rahmat raja ramadan ramadhan rasa
    ratu rejeki rezeki riang rindu rizki sabar saka sakti salam sakura samudra sang sari satria
    satu sehat sejahtera sejati sekar selamat senja sentosa seruni setia setiawan sinar siswa siti
    sri suci suka surya susanti syukur tahta tari tegar teguh teladan tirta tulus tunggal utama
    utami wangi warna wati widya wira wulan yakin zaman
    """.split()  # noqa: SIM905 - words are read as words
)
"""Folded words that a text may use without meaning anybody."""

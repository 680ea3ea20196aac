"""What the chair does at each agenda item, and a sentence to read aloud (in our own words)."""

from dataclasses import dataclass

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.vocabulary import Agenda


@dataclass(frozen=True, slots=True)
class Guidance:
    """One agenda item for the chair: its short name, what to do, what to say."""

    name: str
    todo: str
    aloud: str


GUIDANCE: dict[Agenda, Guidance] = {
    Agenda.OPENING: Guidance(
        N_("Pembukaan"),
        N_(
            "Catat yang hadir dan minta setiap orang berikrar menjaga rahasia. Sampaikan tujuan, "
            "kode kasus tanpa nama, dan kerahasiaan pertemuan."
        ),
        N_(
            "“Terima kasih sudah hadir. Kita berkumpul untuk membantu seorang peserta didik, bukan "
            "untuk mengadili. Semua yang dibicarakan hanya untuk ruangan ini.”"
        ),
    ),
    Agenda.PRESENTATION: Guidance(
        N_("Penyampaian data"),
        N_(
            "Bacakan butir data satu per satu, lalu beri tanda. Tulis diagnosis awal dengan kata "
            "netral: apa yang terlihat, bukan watak."
        ),
        N_(
            "“Berikut yang sudah kami ketahui sejauh ini. Mohon didengar sampai selesai; sesudah "
            "itu setiap orang mendapat giliran.”"
        ),
    ),
    Agenda.INFORMATION: Guidance(
        N_("Informasi tambahan"),
        N_(
            "Beri setiap peserta giliran: pendidikan, prestasi, keluarga, bakat, minat, hobi, "
            "kesehatan. Bahas masalahnya, bukan orangnya."
        ),
        N_(
            "“Apa yang Bapak/Ibu lihat atau ketahui, yang belum disebut? Bila tidak ada, cukup "
            "katakan tidak ada.”"
        ),
    ),
    Agenda.FIRST_CONCLUSION: Guidance(
        N_("Kesimpulan: sisi positif"),
        N_(
            "Mulai dari sisi positif konseli, sedikitnya satu. Baru kemudian latar belakang "
            "masalah menurut yang sudah disampaikan."
        ),
        N_(
            "“Sebelum membahas masalahnya, inilah hal baik yang kita dengar tentang peserta didik "
            "ini.”"
        ),
    ),
    Agenda.OPINION: Guidance(
        N_("Pendapat latar belakang"),
        N_(
            "Minta setiap peserta berpendapat bagaimana masalah ini timbul. Tidak ada pendapat "
            "yang dibantah; perbedaan dicatat."
        ),
        N_("“Menurut Bapak/Ibu, bagaimana masalah ini sampai terjadi?”"),
    ),
    Agenda.SECOND_CONCLUSION: Guidance(
        N_("Kesimpulan latar belakang"),
        N_(
            "Rangkum apa yang mungkin melatarbelakangi masalah. Tulis sebagai kemungkinan yang "
            "dapat ditangani, bukan sebagai vonis."
        ),
        N_(
            "“Dari semua pendapat, kemungkinan latar belakangnya sebagai berikut. Mohon dikoreksi "
            "bila kurang tepat.”"
        ),
    ),
    Agenda.COMMITMENT: Guidance(
        N_("Komitmen bantuan"),
        N_(
            "Tanyakan apa yang dapat dilakukan setiap peserta dan mulai kapan. Bacakan kembali, "
            "lalu tandai bila disetujui."
        ),
        N_("“Apa yang dapat Bapak/Ibu lakukan untuk membantu, dan mulai kapan?”"),
    ),
}

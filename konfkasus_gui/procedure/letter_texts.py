"""The texts of all letters as the program writes them, and which fields each may use."""

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.word import Word


class LetterField(Word):
    """What a text may ask its letter for; people type the value between braces."""

    STUDENT_NAME = "nama_siswa", N_("nama siswa")
    CLASS_NAME = "kelas", N_("kelas siswa")
    STUDENT_WORD = "sebutan_siswa", N_("sebutan siswa, misalnya murid")
    CASE_CODE = "kode_kasus", N_("kode kasus")
    GUIDANCE = "bidang", N_("bidang bimbingan")
    MEETING = "pertemuan", N_("sebutan pertemuan, sesuai penerima surat")
    MEETING_NUMBER = "pertemuan_ke", N_("pertemuan ke berapa")
    DAY = "hari_tanggal", N_("hari dan tanggal pertemuan")
    HOURS = "waktu", N_("jam pertemuan")
    PLACE = "tempat", N_("tempat pertemuan")
    WANTED = "data_diminta", N_("data yang diminta")
    CONFIRM_BY = "batas_konfirmasi", N_("batas konfirmasi")
    RECIPIENT = "nama_penerima", N_("nama penerima surat")
    CAPACITY = "jabatan", N_("jabatan atau unsur penerima")
    INSTITUTION = "lembaga", N_("lembaga penerima")
    COUNSELOR = "nama_guru_bk", N_("nama Guru BK")
    PHONE = "telepon_guru_bk", N_("telepon Guru BK")
    SCHOOL = "nama_sekolah", N_("nama sekolah")
    EARLIER_NUMBER = "nomor_surat_lama", N_("nomor undangan terdahulu")
    EARLIER_DAY = "tanggal_surat_lama", N_("tanggal undangan terdahulu")
    CONSENT_DAY = "tanggal_persetujuan", N_("tanggal persetujuan orang tua/wali")
    DECIDED_BY = "pemutus", N_("yang memutuskan rujukan")
    DOTS = "titik", N_("titik-titik, untuk diisi tangan")


NAMING_FIELDS = frozenset({LetterField.STUDENT_NAME, LetterField.CLASS_NAME})
"""Fields that tell who the client is; never offered where a letter shows the code."""

_F = LetterField
_ALWAYS = frozenset({_F.STUDENT_WORD, _F.COUNSELOR, _F.PHONE, _F.SCHOOL, _F.DOTS})
_MEETING = frozenset({_F.DAY, _F.HOURS, _F.PLACE, _F.CONFIRM_BY, _F.RECIPIENT})
_EARLIER = frozenset({_F.EARLIER_NUMBER, _F.EARLIER_DAY})
_FAMILY = _ALWAYS | _MEETING | NAMING_FIELDS
_CODED = _ALWAYS | _MEETING | {_F.CASE_CODE, _F.CAPACITY, _F.MEETING_NUMBER}
_COLLEAGUE = _CODED | {_F.GUIDANCE, _F.WANTED}
_EXPERT = _CODED | {_F.INSTITUTION}
_EVERYBODY = _ALWAYS | _MEETING | _EARLIER | {_F.MEETING}
_REFERRAL = _ALWAYS | NAMING_FIELDS | {_F.RECIPIENT}


class LetterText(Word):
    """The letters whose wording a school may change."""

    INVITATION_FAMILY = "invitation_family", N_("undangan orang tua/wali")
    INVITATION_SCHOOL = "invitation_school", N_("undangan guru dan staf")
    INVITATION_OUTSIDE = "invitation_outside", N_("undangan narasumber")
    SECOND_INVITATION = "second_invitation", N_("undangan ulang")
    POSTPONEMENT = "postponement", N_("pemberitahuan penundaan")
    CANCELLATION = "cancellation", N_("pemberitahuan pembatalan")
    REFERRAL = "referral", N_("surat rujukan")
    GUARDIAN_SUMMARY = "guardian_summary", N_("ringkasan untuk orang tua")

    @property
    def passages(self) -> tuple["Passage", ...]:
        """The texts of this letter, in their order on paper."""
        return tuple(passage for passage in Passage if passage.letter is self)


class Passage(Word):
    """One text of a letter: where it stands, the program's own words, and its fields."""

    _text: str
    letter: LetterText
    fields: frozenset[LetterField]

    def __new__(  # a word with more to it than a label
        cls,
        code: str,
        label: str,
        letter: LetterText,
        fields: frozenset[LetterField],
        text: str,
    ) -> "Passage":
        """The member whose value is ``code``."""
        member = object.__new__(cls)
        member._value_ = code
        member._label = label
        member._text = text
        member.letter = letter
        member.fields = fields
        return member

    @property
    def text(self) -> str:
        """The program's own words."""
        return _(self._text)

    FAMILY_OPENING = (
        "invitation_family.opening",
        N_("maksud surat"),
        LetterText.INVITATION_FAMILY,
        _FAMILY,
        N_(
            "Dalam rangka mendampingi perkembangan belajar dan pribadi Ananda, sekolah bermaksud"
            " mengajak Bapak/Ibu bermusyawarah bersama guru yang terkait. Untuk itu, kami mengharap"
            " kehadiran Bapak/Ibu pada:"
        ),
    )
    FAMILY_NOTE = (
        "invitation_family.note",
        N_("keterangan"),
        LetterText.INVITATION_FAMILY,
        _FAMILY,
        N_(
            "Pertemuan ini bersifat terbatas dan tertutup. Keterangan Bapak/Ibu sangat kami"
            " perlukan dan hanya dipakai untuk membantu Ananda. Bila berhalangan pada waktu"
            " tersebut, mohon mengembalikan lembar konfirmasi terlampir[ atau menghubungi Guru BK"
            " di nomor {telepon_guru_bk}][ paling lambat {batas_konfirmasi}] agar jadwal dapat"
            " disesuaikan."
        ),
    )
    FAMILY_CLOSING = (
        "invitation_family.closing",
        N_("penutup"),
        LetterText.INVITATION_FAMILY,
        _FAMILY,
        N_("Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih."),
    )
    SCHOOL_OPENING = (
        "invitation_school.opening",
        N_("maksud surat"),
        LetterText.INVITATION_SCHOOL,
        _COLLEAGUE,
        N_(
            "Sehubungan dengan rencana konferensi kasus (kode {kode_kasus}[, bidang bimbingan"
            " {bidang}]), kami mengundang Bapak/Ibu[ selaku {jabatan}] untuk hadir pada:"
        ),
    )
    SCHOOL_NOTE = (
        "invitation_school.note",
        N_("keterangan"),
        LetterText.INVITATION_SCHOOL,
        _COLLEAGUE,
        N_(
            "Mohon membawa catatan yang berkaitan dengan {data_diminta}. Identitas {sebutan_siswa}"
            " disampaikan langsung oleh Guru BK. Pertemuan bersifat terbatas dan tertutup; isi"
            " undangan ini mohon tidak diteruskan kepada siapa pun."
        ),
    )
    SCHOOL_CLOSING = (
        "invitation_school.closing",
        N_("penutup"),
        LetterText.INVITATION_SCHOOL,
        _COLLEAGUE,
        N_("Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih."),
    )
    OUTSIDE_OPENING = (
        "invitation_outside.opening",
        N_("maksud surat"),
        LetterText.INVITATION_OUTSIDE,
        _EXPERT,
        N_(
            "Kami memohon kesediaan Bapak/Ibu menjadi narasumber dalam musyawarah pendampingan"
            " seorang {sebutan_siswa} (kode {kode_kasus}), yang akan dilaksanakan pada:"
        ),
    )
    OUTSIDE_NOTE = (
        "invitation_outside.note",
        N_("keterangan"),
        LetterText.INVITATION_OUTSIDE,
        _EXPERT,
        N_(
            "Uraian yang diperlukan kami sampaikan setelah kesediaan Bapak/Ibu kami terima,"
            " sebatas izin yang diberikan orang tua/wali. Pertemuan bersifat terbatas dan tertutup;"
            " isi surat ini mohon tidak diteruskan kepada siapa pun."
        ),
    )
    OUTSIDE_CLOSING = (
        "invitation_outside.closing",
        N_("penutup"),
        LetterText.INVITATION_OUTSIDE,
        _EXPERT,
        N_("Atas perhatian dan kesediaan Bapak/Ibu, kami ucapkan terima kasih."),
    )
    SECOND_FAMILY = (
        "second_invitation.family",
        N_("maksud surat untuk orang tua/wali"),
        LetterText.SECOND_INVITATION,
        _FAMILY | _EARLIER,
        N_(
            "Menyusul surat kami Nomor {nomor_surat_lama}, tanggal {tanggal_surat_lama}, dan karena"
            " pertemuan belum dapat terlaksana, kami mengundang kembali Bapak/Ibu untuk"
            " bermusyawarah bersama guru yang terkait, dalam rangka mendampingi perkembangan"
            " belajar dan pribadi Ananda. Kami mengharap kehadiran Bapak/Ibu pada:"
        ),
    )
    SECOND_SCHOOL = (
        "second_invitation.school",
        N_("maksud surat untuk guru dan staf"),
        LetterText.SECOND_INVITATION,
        _COLLEAGUE | _EARLIER,
        N_(
            "Menyusul surat kami Nomor {nomor_surat_lama}, tanggal {tanggal_surat_lama}, dan karena"
            " konferensi kasus (kode {kode_kasus}[, bidang bimbingan {bidang}]) belum dapat"
            " terlaksana, kami mengundang kembali Bapak/Ibu[ selaku {jabatan}] untuk hadir pada:"
        ),
    )
    SECOND_OUTSIDE = (
        "second_invitation.outside",
        N_("maksud surat untuk narasumber"),
        LetterText.SECOND_INVITATION,
        _EXPERT | _EARLIER,
        N_(
            "Menyusul surat kami Nomor {nomor_surat_lama}, tanggal {tanggal_surat_lama}, dan karena"
            " pertemuan belum dapat terlaksana, kami memohon kembali kesediaan Bapak/Ibu menjadi"
            " narasumber dalam musyawarah pendampingan seorang {sebutan_siswa} (kode {kode_kasus}),"
            " yang akan dilaksanakan pada:"
        ),
    )
    POSTPONED_OPENING = (
        "postponement.opening",
        N_("pemberitahuan"),
        LetterText.POSTPONEMENT,
        _EVERYBODY,
        N_(
            "Menyusul surat kami Nomor {nomor_surat_lama}, tanggal {tanggal_surat_lama}, kami"
            " beritahukan bahwa {pertemuan} ditunda."
        ),
    )
    POSTPONED_BLANK = (
        "postponement.blank",
        N_("pemberitahuan pada format kosong"),
        LetterText.POSTPONEMENT,
        _EVERYBODY,
        N_(
            "Menyusul surat kami Nomor {nomor_surat_lama}, tanggal {tanggal_surat_lama}, kami"
            " beritahukan bahwa {pertemuan} yang semula dijadwalkan pada {titik} ditunda karena"
            " {titik}."
        ),
    )
    POSTPONED_NEW_DAY = (
        "postponement.new_day",
        N_("bila hari baru sudah ada"),
        LetterText.POSTPONEMENT,
        _EVERYBODY,
        N_("Pertemuan dijadwalkan kembali pada:"),
    )
    POSTPONED_LATER = (
        "postponement.later",
        N_("bila hari baru belum ada"),
        LetterText.POSTPONEMENT,
        _EVERYBODY,
        N_("Waktu penggantinya kami beritahukan kemudian."),
    )
    POSTPONED_DISCRETION = (
        "postponement.discretion",
        N_("pesan untuk guru dan narasumber"),
        LetterText.POSTPONEMENT,
        _EVERYBODY,
        N_(
            "Bahan yang sudah Bapak/Ibu siapkan mohon tetap dijaga kerahasiaannya, dan isi surat"
            " ini mohon tidak diteruskan kepada siapa pun."
        ),
    )
    POSTPONED_CLOSING = (
        "postponement.closing",
        N_("penutup"),
        LetterText.POSTPONEMENT,
        _EVERYBODY,
        N_("Kami mohon maaf atas perubahan ini, dan berterima kasih atas pengertian Bapak/Ibu."),
    )
    CANCELLED_OPENING = (
        "cancellation.opening",
        N_("pemberitahuan"),
        LetterText.CANCELLATION,
        _EVERYBODY,
        N_(
            "Menyusul surat kami Nomor {nomor_surat_lama}, tanggal {tanggal_surat_lama}, kami"
            " beritahukan bahwa {pertemuan} dibatalkan, sehingga Bapak/Ibu tidak perlu hadir."
            " Undangan terdahulu tidak berlaku lagi."
        ),
    )
    CANCELLED_DISCRETION = (
        "cancellation.discretion",
        N_("pesan untuk guru dan narasumber"),
        LetterText.CANCELLATION,
        _EVERYBODY,
        N_(
            "Bahan yang sudah Bapak/Ibu siapkan mohon tetap dijaga kerahasiaannya, dan isi surat"
            " ini mohon tidak diteruskan kepada siapa pun."
        ),
    )
    CANCELLED_CLOSING = (
        "cancellation.closing",
        N_("penutup"),
        LetterText.CANCELLATION,
        _EVERYBODY,
        N_("Atas kesediaan dan pengertian Bapak/Ibu, kami ucapkan terima kasih."),
    )
    REFERRAL_OPENING = (
        "referral.opening",
        N_("permohonan"),
        LetterText.REFERRAL,
        _REFERRAL,
        N_(
            "Dengan ini kami memohon kesediaan Bapak/Ibu memberikan bantuan keahlian kepada"
            " {sebutan_siswa} kami:"
        ),
    )
    REFERRAL_AGREED = (
        "referral.agreed",
        N_("bila orang tua/wali menyetujui"),
        LetterText.REFERRAL,
        _REFERRAL | {_F.CONSENT_DAY},
        N_(
            "Rujukan ini disampaikan dengan persetujuan orang tua/wali tanggal"
            " {tanggal_persetujuan} dan sepengetahuan {sebutan_siswa}."
        ),
    )
    REFERRAL_DECIDED = (
        "referral.decided",
        N_("bila orang tua/wali tidak dapat dimintai persetujuan"),
        LetterText.REFERRAL,
        _REFERRAL | {_F.DECIDED_BY},
        N_(
            "Persetujuan orang tua/wali tidak dapat diminta; rujukan ini diputuskan oleh {pemutus},"
            " dan diketahui {sebutan_siswa}."
        ),
    )
    REFERRAL_CLOSING = (
        "referral.closing",
        N_("penutup"),
        LetterText.REFERRAL,
        _REFERRAL,
        N_(
            "Keterangan ini bersifat rahasia dan hanya dipakai untuk membantu {sebutan_siswa}. Kami"
            " berterima kasih bila saran Bapak/Ibu disampaikan kembali kepada Guru BK dalam sampul"
            " tertutup."
        ),
    )
    SUMMARY_OPENING = (
        "guardian_summary.opening",
        N_("pembuka"),
        LetterText.GUARDIAN_SUMMARY,
        _ALWAYS | NAMING_FIELDS | {_F.RECIPIENT},
        N_(
            "Terima kasih atas perhatian Bapak/Ibu. Berikut ini hasil musyawarah yang perlu"
            " diketahui keluarga. Pendapat perorangan tidak dicantumkan, karena semua peserta"
            " berjanji menjaga kerahasiaannya."
        ),
    )
    SUMMARY_CLOSING = (
        "guardian_summary.closing",
        N_("penutup"),
        LetterText.GUARDIAN_SUMMARY,
        _ALWAYS | NAMING_FIELDS | {_F.RECIPIENT},
        N_(
            "Lembar ini hanya untuk Bapak/Ibu; mohon tidak diteruskan. Bila ada pertanyaan,"
            " Bapak/Ibu dapat menghubungi Guru BK[ di nomor {telepon_guru_bk}]."
        ),
    )

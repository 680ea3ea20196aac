"""Why a chosen file cannot be imported, each with the sentence the counselor reads."""

from konfkasus_gui.archive.errors import ArchiveError
from konfkasus_gui.language import N_


class FileUnusable(ArchiveError):
    """Base: the chosen file gives no list of students; nothing was changed."""


class FileUnreadable(FileUnusable):
    """The file is gone, or may not be read."""

    sentence = N_(
        "Berkas ini tidak dapat dibaca. Daftar siswa tidak berubah. Salin berkasnya ke komputer "
        "ini dan tutup di program lain, lalu pilih lagi."
    )


class FileEmpty(FileUnusable):
    """The file has no bytes."""

    sentence = N_(
        "Berkas ini kosong. Daftar siswa tidak berubah. Unduh lagi daftar peserta didik dari "
        "Dapodik, lalu pilih berkas yang baru."
    )


class FileTooLarge(FileUnusable):
    """The file has more bytes than any school's list."""

    sentence = N_(
        "Berkas ini lebih besar dari 20 MB. Daftar siswa tidak berubah. Pilih berkas daftar "
        "peserta didik yang diunduh langsung dari Dapodik."
    )


class FileSwollen(FileUnusable):
    """Unpacked, the file would be far larger than it looks."""

    sentence = N_(
        "Isi berkas ini jauh lebih besar daripada daftar siswa, jadi demi keamanan tidak dibuka. "
        "Daftar siswa tidak berubah. Unduh lagi dari Dapodik, lalu pilih berkas yang baru."
    )


class TooManyRows(FileUnusable):
    """The sheet has more rows than any school's list."""

    sentence = N_(
        "Lembar pertama berisi lebih dari 20.000 baris. Daftar siswa tidak berubah. Bagi daftarnya "
        "menjadi beberapa berkas, lalu impor satu per satu."
    )


class TooManyColumns(FileUnusable):
    """The sheet has more columns than any list of students."""

    sentence = N_(
        "Lembar pertama berisi lebih dari 200 kolom. Daftar siswa tidak berubah. Hapus kolom yang "
        "tidak diperlukan di Excel, simpan, lalu pilih lagi."
    )


class OldExcel(FileUnusable):
    """The file is of Excel 97-2003."""

    sentence = N_(
        "Berkas ini berformat Excel lama (.xls). Daftar siswa tidak berubah. Buka di Excel lalu "
        "simpan sebagai .xlsx, kemudian pilih berkas yang baru."
    )


class PageForExcel(FileUnusable):
    """The file is XML or HTML that Excel opens, often named .xls."""

    sentence = N_(
        "Berkas ini dapat dibuka Excel, tetapi isinya bukan .xlsx. Daftar siswa tidak berubah. "
        "Buka di Excel lalu simpan sebagai .xlsx, kemudian pilih berkas yang baru."
    )


class OtherSpreadsheet(FileUnusable):
    """The file is of LibreOffice (.ods) or binary Excel (.xlsb)."""

    sentence = N_(
        "Berkas ini berformat .ods atau .xlsb. Daftar siswa tidak berubah. Buka di LibreOffice "
        "atau Excel lalu simpan sebagai .xlsx, kemudian pilih berkas yang baru."
    )


class NotASpreadsheet(FileUnusable):
    """The file is something else altogether."""

    sentence = N_(
        "Berkas ini bukan berkas Excel (.xlsx). Daftar siswa tidak berubah. Pilih berkas daftar "
        "peserta didik yang diunduh dari Dapodik."
    )


class FileProtected(FileUnusable):
    """The file is encrypted with a password."""

    sentence = N_(
        "Berkas ini terkunci dengan kata sandi. Daftar siswa tidak berubah. Buka di Excel, hapus "
        "kata sandinya, simpan sebagai .xlsx, lalu pilih lagi."
    )


class FileDamaged(FileUnusable):
    """The file is cut off or its parts do not fit together."""

    sentence = N_(
        "Berkas ini rusak atau belum selesai diunduh. Daftar siswa tidak berubah. Unduh lagi dari "
        "Dapodik, lalu pilih berkas yang baru."
    )


class FileUnsafe(FileUnusable):
    """The file declares XML entities, as no spreadsheet program does."""

    sentence = N_(
        "Berkas ini memuat bagian yang tidak lazim dan demi keamanan tidak dibuka. Daftar siswa "
        "tidak berubah. Unduh lagi dari Dapodik, lalu pilih berkas yang baru."
    )


class NoStudentList(FileUnusable):
    """No row near the top names the columns of a student list."""

    sentence = N_(
        "Kolom Nama, NISN, dan NIPD tidak ditemukan pada 30 baris pertama lembar pertama. Daftar "
        "siswa tidak berubah. Pilih berkas daftar peserta didik yang diunduh dari Dapodik."
    )


class TeacherList(FileUnusable):
    """The file lists teachers or staff."""

    sentence = N_(
        "Berkas ini berisi daftar guru atau tenaga kependidikan, bukan siswa. Daftar siswa tidak "
        "berubah. Pilih berkas daftar peserta didik yang diunduh dari Dapodik."
    )


class NoStudents(FileUnusable):
    """The columns are there, and no row below them."""

    sentence = N_(
        "Berkas ini belum memuat seorang siswa pun. Daftar siswa tidak berubah. Periksa isinya di "
        "Excel, lalu pilih berkas yang lain."
    )

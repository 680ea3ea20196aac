"""What can go wrong with a transfer file, in the counselor's words."""

from konfkasus_gui.archive.errors import ArchiveError
from konfkasus_gui.language import N_


class TransferMissing(ArchiveError):
    """The file is not where it was."""

    sentence = N_(
        "Berkas pindahan tidak ditemukan lagi. Arsip tidak berubah. Pasang kembali tempat "
        "penyimpanannya atau pilih berkas yang lain."
    )


class TransferDamaged(ArchiveError):
    """The file is no transfer file of ours, or differs from what was written."""

    sentence = N_(
        "Berkas ini rusak atau bukan berkas pindahan KonfKasus, jadi tidak dipakai. Arsip tidak "
        "berubah. Minta berkas itu dibuat sekali lagi."
    )


class TransferTooNew(ArchiveError):
    """A newer program made the file."""

    sentence = N_(
        "Berkas pindahan ini dibuat oleh KonfKasus versi yang lebih baru. Arsip tidak berubah. "
        "Pasang versi terbaru di komputer ini, lalu coba lagi."
    )


class TransferTooLarge(ArchiveError):
    """The chosen cases are too much for one file, or a file says that it holds more."""

    sentence = N_(
        "Isinya terlalu besar untuk satu berkas pindahan. Arsip tidak berubah. Pindahkan kasusnya "
        "sedikit demi sedikit."
    )


class TransferPassphraseWrong(ArchiveError):
    """The passphrase is not the one that the file was made with, or its first line was changed."""

    sentence = N_(
        "Kata sandi berkas ini tidak cocok. Arsip tidak berubah. Periksa huruf besar dan huruf "
        "kecil, atau tanyakan lagi kepada pembuat berkasnya."
    )


class TransferUnproven(ArchiveError):
    """The file was written, and reading it again did not give what was written."""

    sentence = N_(
        "Berkas pindahan yang baru dibuat tidak sama saat dibaca kembali, jadi dihapus lagi. "
        "Arsip tidak berubah. Periksa tempat penyimpanan, lalu coba lagi."
    )


class DocumentAltered(ArchiveError):
    """A kept paper differs from what was kept, so that it is not handed on."""

    sentence = N_(
        "Ada dokumen tersimpan yang tidak sama lagi dengan saat disimpan, jadi berkas pindahan "
        "tidak dibuat. Periksa arsip di Pengaturan, lalu pulihkan dari cadangan terbaru."
    )

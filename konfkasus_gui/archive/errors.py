"""What can go wrong with the archive's files, each with the sentence the counselor reads."""

from typing import ClassVar

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import N_, _


class ArchiveError(KonfKasusError):
    """Base of the archive's errors: each kind brings its own sentence, so it is raised bare."""

    sentence: ClassVar[str]

    def __str__(self) -> str:
        """The sentence that the counselor reads."""
        return _(self.sentence)


class WrongPassphrase(ArchiveError):
    """No account of this archive has this passphrase."""

    sentence = N_(
        "Kata sandi tidak cocok. Periksa huruf besar dan huruf kecil, lalu ketik sekali lagi."
    )


class WrongRecoveryKey(ArchiveError):
    """The recovery key is well-formed and belongs to another archive, or was replaced."""

    sentence = N_(
        "Kunci pemulihan ini bukan milik arsip ini, atau sudah diganti. Arsip tidak berubah. "
        "Cari lembar kunci pemulihan yang terbaru, lalu coba lagi."
    )


class RecoveryKeyMistyped(WrongRecoveryKey):
    """What was typed cannot be a recovery key: a group is unreadable or the checksum differs."""

    sentence = N_(
        "Kunci pemulihan belum sama dengan yang tercetak. Cocokkan setiap kelompok huruf dengan "
        "lembarnya, lalu coba lagi."
    )
    sentence_with_group = N_(
        "Kelompok huruf ke-{group} belum sama dengan yang tercetak. Cocokkan dengan lembar kunci "
        "pemulihan, lalu coba lagi."
    )

    def __init__(self, group: int | None = None) -> None:
        """Args: group: the unreadable group, counted from 1, where one can be told."""
        super().__init__()
        self.group = group

    def __str__(self) -> str:
        """The sentence that the counselor reads."""
        if self.group is None:
            return super().__str__()
        return _(self.sentence_with_group).format(group=self.group)


class KeyFileMissing(ArchiveError):
    """The archive is there, and the file that holds its wrapped keys is not."""

    sentence = N_(
        "Berkas kunci.json tidak ada di folder arsip, jadi arsip belum dapat dibuka. Isi arsip "
        "tidak berubah. Kembalikan berkas itu dari salinannya, lalu buka lagi."
    )


class KeyFileDamaged(ArchiveError):
    """The key file cannot be read, or asks for work that no key file of ours asks for."""

    sentence = N_(
        "Berkas kunci.json rusak, jadi arsip belum dapat dibuka. Isi arsip tidak berubah. "
        "Kembalikan berkas itu dari salinannya, lalu buka lagi."
    )


class ArchiveMissing(ArchiveError):
    """The key file is there, and the archive it opens is not, or is empty."""

    sentence = N_(
        "Berkas arsip.kkdb tidak ada atau kosong, padahal kuncinya ada. Tidak ada yang diubah. "
        "Kembalikan berkas itu dari salinannya, lalu buka lagi."
    )


class ArchiveGone(ArchiveError):
    """Backups are there, and neither the archive nor the key file that they were made of."""

    sentence = N_(
        "Arsip dan kuncinya tidak ada lagi di folder ini, tetapi cadangannya masih ada. "
        "Pulihkan cadangan itu untuk bekerja lagi."
    )


class ArchiveAlreadyThere(ArchiveError):
    """A new archive was asked for in a folder that holds one, or a part of one."""

    sentence = N_(
        "Folder ini sudah berisi arsip. Arsip itu tidak diubah. Buka arsip itu, atau pilih folder "
        "lain untuk arsip baru."
    )


class NotAnArchive(ArchiveError):
    """The file is no archive of ours, or its pages are damaged."""

    sentence = N_(
        "Berkas arsip.kkdb rusak atau bukan arsip KonfKasus. Berkas itu tidak diubah. "
        "Kembalikan berkas itu dari salinannya, lalu buka lagi."
    )


class ArchiveTooNew(ArchiveError):
    """A newer program wrote the archive or its key file."""

    sentence = N_(
        "Arsip ini dibuat oleh KonfKasus versi yang lebih baru. Tidak ada yang diubah. "
        "Pasang versi terbaru di komputer ini, lalu buka lagi."
    )


class WrongKey(NotAnArchive):
    """The data key does not open the file: they do not belong together, or one is damaged."""

    sentence = N_(
        "Berkas arsip.kkdb tidak dapat dibuka dengan kunci di folder ini: salah satunya tertukar "
        "atau rusak. Tidak ada yang diubah. Kembalikan keduanya dari salinan yang sama."
    )


class FolderReadOnly(ArchiveError):
    """The folder or its disk does not let this person read or write there."""

    sentence = N_(
        "KonfKasus belum diizinkan memakai folder ini. Tidak ada yang diubah. Minta izin membaca "
        "dan menulis kepada pengelola komputer atau pilih folder lain, lalu coba lagi."
    )


class NameUnusable(ArchiveError):
    """No file can have that name there."""

    sentence = N_(
        "Nama itu tidak dapat dipakai: terlalu panjang, atau sudah menjadi nama folder. Tidak ada "
        "yang diubah. Pilih nama lain, lalu coba lagi."
    )


class TooSoon(ArchiveError):
    """A passphrase is not even looked at: too many were wrong just now."""

    sentence = N_(
        "Kata sandi belum dapat dicoba lagi. Tunggu sebentar, lalu ketik sekali lagi dengan tenang."
    )


class PassphraseTaken(ArchiveError):
    """Another account has this very passphrase."""

    sentence = N_("Kata sandi ini tidak dapat dipakai di arsip ini. Pilih kata sandi yang lain.")


class FolderGone(ArchiveError):
    """The folder is not there any more: a USB stick was pulled, or it was removed."""

    sentence = N_(
        "Folder itu tidak ditemukan lagi, mungkin diska USB-nya dicabut. Tidak ada yang diubah. "
        "Pasang lagi diska itu atau pilih folder lain, lalu coba lagi."
    )


class DiskFull(ArchiveError):
    """A file cannot be written because there is no room."""

    sentence = N_(
        "Tempat penyimpanan penuh. Tidak ada yang diubah. Kosongkan sebagian ruang, lalu coba lagi."
    )


class ArchiveReadOnly(FolderReadOnly):
    """The archive's file or folder can be neither changed nor prepared for changes."""

    sentence = N_(
        "Arsip tidak dapat ditulisi atau folder arsip tidak terjangkau. Yang sudah tersimpan tetap "
        "aman. Periksa izin menulis folder arsip, lalu coba lagi."
    )


class ArchiveFull(DiskFull):
    """A change to the archive found no room on the disk."""

    sentence = N_(
        "Tempat penyimpanan penuh, jadi perubahan terakhir belum tersimpan. Yang sudah tersimpan "
        "tetap aman. Kosongkan sebagian ruang, lalu coba lagi."
    )


class DiskFailing(ArchiveError):
    """The disk does not read or write what it should, or was taken away."""

    sentence = N_(
        "Tempat penyimpanan tidak dapat dibaca atau ditulisi, jadi perubahan terakhir mungkin "
        "belum tersimpan. Periksa apakah tempat penyimpanan masih terpasang, lalu buka arsip lagi."
    )


class ArchiveInUse(ArchiveError):
    """Another instance of the program, on this computer, has this archive open."""

    sentence = N_(
        "Arsip ini sedang terbuka di jendela KonfKasus yang lain. Tidak ada yang diubah. "
        "Pakai jendela itu, atau tutup dulu, lalu coba lagi."
    )


_ERROR_OF_CODE: dict[int, type[ArchiveError]] = {  # SQLite's primary result codes
    3: ArchiveReadOnly,  # PERM
    5: ArchiveInUse,  # BUSY
    6: ArchiveInUse,  # LOCKED
    8: ArchiveReadOnly,  # READONLY
    10: DiskFailing,  # IOERR
    11: NotAnArchive,  # CORRUPT
    13: ArchiveFull,  # FULL
    14: ArchiveReadOnly,  # CANTOPEN: a folder in which the log beside the archive cannot be made
    26: WrongKey,  # NOTADB: SQLCipher cannot tell a wrong key from a file of another kind
}


def from_database_error(error: BaseException) -> ArchiveError | None:
    """The sentence for what SQLite reports, or None when the fault is ours and stays a bug.

    Looks behind the error as well: peewee wraps what sqlcipher3 raised, twice while connecting,
    and a rollback that fails because SQLite already rolled back hides why it did.
    """
    behind: BaseException | None = error
    while behind is not None:
        code = getattr(behind, "sqlite_errorcode", None)
        if code is not None and (kind := _ERROR_OF_CODE.get(code & 0xFF)):  # the rest is detail
            return kind()
        behind = getattr(behind, "orig", None) or behind.__cause__ or behind.__context__
    return None

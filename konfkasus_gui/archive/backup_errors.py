"""What can go wrong with backups and with restoring them, in the counselor's words."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from konfkasus_gui.archive.errors import (
    ArchiveError,
    DiskFailing,
    DiskFull,
    FolderGone,
    FolderReadOnly,
)
from konfkasus_gui.archive.files import ROOM, disk_faults_told
from konfkasus_gui.language import N_


class BackupDamaged(ArchiveError):
    """The file is no backup of ours, or differs from what was written."""

    sentence = N_(
        "Berkas cadangan ini rusak atau bukan cadangan KonfKasus, jadi tidak dipakai. Arsip tidak "
        "berubah. Pilih cadangan yang lain."
    )


class BackupMissing(ArchiveError):
    """The file is not where it was."""

    sentence = N_(
        "Berkas cadangan tidak ditemukan lagi. Arsip tidak berubah. Pasang kembali tempat "
        "penyimpanannya atau pilih cadangan yang lain."
    )


class BackupTooNew(ArchiveError):
    """A newer program made the backup."""

    sentence = N_(
        "Cadangan ini dibuat oleh KonfKasus versi yang lebih baru. Arsip tidak berubah. "
        "Pasang versi terbaru di komputer ini, lalu coba lagi."
    )


class BackupUnproven(ArchiveError):
    """The backup was written, and reading it again did not give what was written."""

    sentence = N_(
        "Cadangan yang baru dibuat tidak sama dengan arsip saat diperiksa, jadi dihapus lagi. "
        "Arsip dan cadangan sebelumnya tidak berubah. Periksa tempat penyimpanan, lalu coba lagi."
    )


class ArchiveUnsound(ArchiveError):
    """What was copied is what the archive holds, and that is damaged."""

    sentence = N_(
        "Sebagian isi arsip rusak, jadi cadangan baru tidak dibuat. Arsip dan cadangan sebelumnya "
        "tidak diubah. Periksa arsip di Pengaturan, lalu pulihkan dari cadangan terbaru."
    )


class BackupFull(DiskFull):
    """The backup found no room."""

    sentence = N_(
        "Tempat cadangan penuh, jadi cadangan belum dibuat. Arsip dan cadangan sebelumnya tidak "
        "berubah. Kosongkan sebagian ruang, lalu coba lagi."
    )


class BackupFolderReadOnly(FolderReadOnly):
    """The folder for the backup takes no file."""

    sentence = N_(
        "Folder cadangan tidak dapat ditulisi, jadi cadangan belum dibuat. Arsip dan cadangan "
        "sebelumnya tidak berubah. Minta izin menulis atau pilih folder lain, lalu coba lagi."
    )


class BackupPlaceFailing(DiskFailing):
    """The disk or stick for the backup does not answer, or is gone."""

    sentence = N_(
        "Tempat cadangan tidak terjangkau, jadi cadangan belum dibuat di sana. Arsip tidak "
        "berubah. Pasang kembali tempat penyimpanan itu, lalu coba lagi."
    )


class BackupPlaceMissing(BackupPlaceFailing):
    """The second place is not there: the stick is not plugged in, or the folder was removed."""

    sentence = N_(
        "Tempat kedua untuk cadangan tidak ditemukan. Arsip dan cadangan di komputer ini tidak "
        "berubah. Pasang tempat penyimpanan itu atau pilih tempat lain, lalu coba lagi."
    )


class NothingReadable(ArchiveError):
    """Not even the list of tables can be read any more."""

    sentence = N_(
        "Isi berkas arsip yang rusak ini tidak dapat dibaca lagi. Berkas itu tidak diubah. "
        "Pulihkan arsip dari cadangan terbaru."
    )


@contextmanager
def backup_faults_told(folder: Path) -> Iterator[None]:
    """Let what the disk of ``folder`` says inside be told as a matter of backups.

    A disk without room is a full one, whatever SQLite calls it.

    Raises:
        BackupFull, BackupFolderReadOnly, BackupPlaceFailing: the disk refused.
    """
    try:
        with disk_faults_told():
            yield
    except (BackupFull, BackupFolderReadOnly, BackupPlaceFailing):
        raise
    except FolderGone as error:
        raise BackupPlaceMissing from error
    except DiskFull as error:
        raise BackupFull from error
    except FolderReadOnly as error:
        raise BackupFolderReadOnly from error
    except DiskFailing as error:
        raise (BackupFull if _is_full(folder) else BackupPlaceFailing) from error


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < ROOM
    except OSError:
        return False

"""The history of the archive: who did what, and when."""

from dataclasses import dataclass
from datetime import datetime

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.word import Word


class Deed(Word):
    """What the history of the archive remembers."""

    CREATED = "created", N_("arsip dibuat")
    UNLOCKED = "unlocked", N_("arsip dibuka")
    UNLOCK_FAILED = "unlock_failed", N_("kata sandi salah")
    IMPORTED = "imported", N_("data siswa diimpor")
    EXPORTED = "exported", N_("daftar disimpan sebagai Excel")
    CHANGED = "changed", N_("catatan diubah")
    REMOVED = "removed", N_("catatan dihapus")
    VIEWED = "viewed", N_("kasus dilihat")
    DOCUMENT_VIEWED = "document_viewed", N_("dokumen tersimpan dibuka")
    HISTORY_CHECKED = "history_checked", N_("rantai riwayat diperiksa")
    DESTROYED = "destroyed", N_("arsip kasus dimusnahkan")
    KEPT_LONGER = "kept_longer", N_("masa simpan diperpanjang")
    PASSPHRASE_CHANGED = "passphrase_changed", N_("kata sandi diganti")
    BACKED_UP = "backed_up", N_("cadangan dibuat dan diperiksa")
    COPIED = "copied", N_("cadangan disalin ke tempat kedua")
    REHEARSED = "rehearsed", N_("pemulihan diuji")
    CHECKED = "checked", N_("arsip diperiksa")
    RESTORED = "restored", N_("arsip dipulihkan dari cadangan")
    RECOVERY_RENEWED = "recovery_renewed", N_("kunci pemulihan diganti")
    ACCOUNT_ADDED = "account_added", N_("akun ditambahkan")
    ACCOUNT_CHANGED = "account_changed", N_("akun diubah")
    ACCOUNT_REMOVED = "account_removed", N_("akun dihapus")
    CASE_OPENED = "case_opened", N_("kasus dibuka")
    CASE_ACCEPTED = "case_accepted", N_("kasus dilanjutkan ke konferensi")
    CASE_CLOSED = "case_closed", N_("kasus ditutup")
    CASE_REOPENED = "case_reopened", N_("kasus dibuka kembali")
    CASE_EXPORTED = "case_exported", N_("kasus diekspor ke berkas pindahan")
    CASE_IMPORTED = "case_imported", N_("kasus diimpor dari berkas pindahan")
    VERSION_CHOSEN = "version_chosen", N_("dua versi catatan diputuskan")
    NAME_SHOWN = "name_shown", N_("nama konseli ditampilkan")
    CONSENT_RECORDED = "consent_recorded", N_("persetujuan dicatat")
    CONSENT_REFUSED = "consent_refused", N_("penolakan dicatat")
    CONSENT_WITHDRAWN = "consent_withdrawn", N_("persetujuan ditarik kembali")
    STAGE_FINISHED = "stage_finished", N_("tahap diselesaikan")
    NUMBERED = "numbered", N_("nomor surat diberikan")
    LETTERS_CANCELLED = "letters_cancelled", N_("surat dibatalkan")
    LETTERS_REPLACED = "letters_replaced", N_("surat diganti")
    LETTER_MARKED = "letter_marked", N_("keadaan surat dicatat")
    PRINTED = "printed", N_("dokumen dicetak")
    SAVED = "saved", N_("dokumen disimpan sebagai PDF")
    CONFERENCE_ADDED = "conference_added", N_("pertemuan lanjutan dibuat")
    CONFERENCE_OPENED = "conference_opened", N_("konferensi dimulai")
    CONFERENCE_PAUSED = "conference_paused", N_("konferensi dijeda")
    CONFERENCE_RESUMED = "conference_resumed", N_("konferensi dilanjutkan")
    CONFERENCE_POSTPONED = "conference_postponed", N_("konferensi ditunda")
    CONFERENCE_CLOSED = "conference_closed", N_("konferensi selesai")
    MINUTES_FINAL = "minutes_final", N_("notulen dinyatakan final")
    ADDENDUM_ISSUED = "addendum_issued", N_("ralat notulen dibuat")
    BROUGHT_BACK = "brought_back", N_("catatan dikembalikan")
    IDENTITY_LEFT = "identity_left", N_("identitas dibiarkan pada dokumen")
    LANGUAGE_LEFT = "language_left", N_("kata yang menilai dibiarkan pada dokumen")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent(Record):
    """One deed. ``note`` names counts, stages or kinds of paper, never a client.

    ``code`` is that of the case, and stays when the case is destroyed. ``previous`` and ``digest``
    chain the event to the one before it (``procedure.chain``). The archive fills all three in.
    """

    at: datetime
    account_id: int | None = None
    case_id: int | None = None
    deed: Deed
    note: str = ""
    code: str = ""
    previous: str = ""
    digest: str = ""


class Subject(Word):
    """What the deeds of the history are about, for those who look for some of them."""

    ACCESS = "access", N_("akun dan kunci")
    CASE = "case", N_("kasus dan persetujuan")
    CONFERENCE = "conference", N_("konferensi")
    PAPER = "paper", N_("surat dan dokumen")
    CHANGE = "change", N_("perubahan catatan")
    TRANSFER = "transfer", N_("data masuk dan keluar")
    CARE = "care", N_("cadangan dan pemeriksaan")


_SUBJECTS: dict[Subject, tuple[Deed, ...]] = {
    Subject.ACCESS: (
        Deed.UNLOCKED,
        Deed.UNLOCK_FAILED,
        Deed.PASSPHRASE_CHANGED,
        Deed.RECOVERY_RENEWED,
        Deed.ACCOUNT_ADDED,
        Deed.ACCOUNT_CHANGED,
        Deed.ACCOUNT_REMOVED,
    ),
    Subject.CASE: (
        Deed.CASE_OPENED,
        Deed.CASE_ACCEPTED,
        Deed.CASE_CLOSED,
        Deed.CASE_REOPENED,
        Deed.VIEWED,
        Deed.NAME_SHOWN,
        Deed.CONSENT_RECORDED,
        Deed.CONSENT_REFUSED,
        Deed.CONSENT_WITHDRAWN,
        Deed.STAGE_FINISHED,
        Deed.DESTROYED,
        Deed.KEPT_LONGER,
    ),
    Subject.CONFERENCE: (
        Deed.CONFERENCE_ADDED,
        Deed.CONFERENCE_OPENED,
        Deed.CONFERENCE_PAUSED,
        Deed.CONFERENCE_RESUMED,
        Deed.CONFERENCE_POSTPONED,
        Deed.CONFERENCE_CLOSED,
        Deed.MINUTES_FINAL,
        Deed.ADDENDUM_ISSUED,
    ),
    Subject.PAPER: (
        Deed.NUMBERED,
        Deed.LETTERS_CANCELLED,
        Deed.LETTERS_REPLACED,
        Deed.LETTER_MARKED,
        Deed.PRINTED,
        Deed.SAVED,
        Deed.DOCUMENT_VIEWED,
        Deed.IDENTITY_LEFT,
        Deed.LANGUAGE_LEFT,
    ),
    Subject.CHANGE: (Deed.CHANGED, Deed.REMOVED, Deed.BROUGHT_BACK, Deed.VERSION_CHOSEN),
    Subject.TRANSFER: (Deed.IMPORTED, Deed.EXPORTED, Deed.CASE_EXPORTED, Deed.CASE_IMPORTED),
    Subject.CARE: (
        Deed.CREATED,
        Deed.BACKED_UP,
        Deed.COPIED,
        Deed.REHEARSED,
        Deed.CHECKED,
        Deed.HISTORY_CHECKED,
        Deed.RESTORED,
    ),
}


LOOKS = (Deed.VIEWED, Deed.DOCUMENT_VIEWED)
"""The deeds that leave a case as it was."""
QUIET = (*LOOKS, Deed.CHANGED)
"""The deeds of every day, which would bury the others on the page of a case."""


def deeds_about(subject: Subject) -> tuple[Deed, ...]:
    """The deeds that are about ``subject``; each deed is about one."""
    return _SUBJECTS[subject]


def deeds_said(text: str) -> tuple[Deed, ...]:
    """The deeds whose words hold ``text``, in whatever letters."""
    wanted = text.strip().casefold()
    return tuple(deed for deed in Deed if wanted and wanted in deed.label.casefold())


def signed(note: str, name: str) -> str:
    """The note of a line from another archive, whose account is not known here: it keeps who."""
    who = _("oleh {name}").format(name=name)
    return f"{note}, {who}" if note else who

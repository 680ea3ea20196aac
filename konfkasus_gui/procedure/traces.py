"""What the history calls the values that were changed or removed, and which it passes over.

One line a day for each kind of value, case and account says who worked on what. A line for each
keystroke would bury that; what was typed stands in the records themselves.
"""

from collections.abc import Mapping

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.addendum import Addendum
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.deletion import Deletion
from konfkasus_gui.procedure.evaluation import Evaluation, Judgement
from konfkasus_gui.procedure.follow_up import Action, Assessment, Debriefing, Progress
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.letter import Document, Letter
from konfkasus_gui.procedure.pausing import Pause
from konfkasus_gui.procedure.planning import Bookmark, Conference, DataItem, Participant
from konfkasus_gui.procedure.proceedings import (
    Abstention,
    Answer,
    Attendance,
    Citation,
    Commitment,
    Conclusion,
    Contribution,
    Duration,
    Presentation,
    Remark,
)
from konfkasus_gui.procedure.record import Record
from konfkasus_gui.procedure.referral import Referral
from konfkasus_gui.procedure.school import Account, Guardian, Person, School, Student, Wording
from konfkasus_gui.procedure.school_words import SchoolWord
from konfkasus_gui.procedure.variant import Variant

TRACED: Mapping[type[Record], str] = {
    School: N_("data dan pengaturan sekolah"),
    Wording: N_("kalimat surat"),
    SchoolWord: N_("kata bahasa netral"),
    Student: N_("data siswa"),
    Guardian: N_("data orang tua atau wali"),
    Person: N_("direktori peserta"),
    Case: N_("pokok kasus"),
    Consent: N_("persetujuan"),
    Conference: N_("rencana pertemuan"),
    Participant: N_("peserta"),
    DataItem: N_("himpunan data"),
    Waiver: N_("alasan melanjutkan"),
    Attendance: N_("kehadiran dan ikrar"),
    Presentation: N_("penyampaian data"),
    Contribution: N_("keterangan dan pendapat"),
    Abstention: N_("keterangan dan pendapat"),
    Answer: N_("data yang ingin diperoleh"),
    Conclusion: N_("kesimpulan"),
    Citation: N_("kesimpulan"),
    Remark: N_("catatan pertemuan"),
    Commitment: N_("komitmen"),
    Referral: N_("surat rujukan"),
    Evaluation: N_("analisis dan evaluasi"),
    Judgement: N_("analisis dan evaluasi"),
    Action: N_("tindak lanjut"),
    Progress: N_("kemajuan tindak lanjut"),
    Assessment: N_("penilaian hasil"),
    Debriefing: N_("penyampaian hasil kepada konseli"),
}
"""Each kind of value that people change, as the note of its line."""

TOLD_OTHERWISE: tuple[type[Record], ...] = (
    Account,
    Addendum,
    Deletion,
    Document,
    Letter,
    Pause,
    Variant,
)
"""Whatever is done with these has a line of its own."""

UNTOLD: tuple[type[Record], ...] = (AuditEvent, Bookmark, Duration)
"""The history itself, where a wizard stands, and how long things took."""


def trace_of(value: Record) -> str:
    """The note of the line for a change of ``value``; empty where none is written."""
    words = TRACED.get(type(value), "")
    return _(words) if words else ""

"""Records of a transfer in the counselor's words: kinds, fields and values."""

from collections.abc import Mapping
from datetime import date, datetime, time

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.addendum import Addendum
from konfkasus_gui.procedure.audit import AuditEvent
from konfkasus_gui.procedure.calendar import clock_time, long_date
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
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
from konfkasus_gui.procedure.school import Guardian, Person, Student
from konfkasus_gui.procedure.variant import Variant
from konfkasus_gui.procedure.word import Word

KIND_WORDS: Mapping[type[Record], str] = {
    Student: N_("data siswa"),
    Guardian: N_("orang tua/wali"),
    Person: N_("orang di direktori"),
    Case: N_("kasus"),
    Consent: N_("persetujuan"),
    Conference: N_("pertemuan"),
    Participant: N_("peserta"),
    DataItem: N_("butir data"),
    Bookmark: N_("penanda tahap"),
    Waiver: N_("alasan melanjutkan"),
    Attendance: N_("kehadiran"),
    Presentation: N_("data yang disampaikan"),
    Contribution: N_("keterangan"),
    Pause: N_("jeda pertemuan"),
    Abstention: N_("tidak ada tambahan"),
    Conclusion: N_("kesimpulan"),
    Citation: N_("dasar kesimpulan"),
    Answer: N_("data yang diperoleh"),
    Duration: N_("lama acara"),
    Remark: N_("catatan rapat"),
    Commitment: N_("komitmen"),
    Addendum: N_("ralat"),
    Referral: N_("alih tangan kasus"),
    Evaluation: N_("evaluasi"),
    Judgement: N_("penilaian tujuan dan fungsi"),
    Action: N_("tindak lanjut"),
    Progress: N_("kemajuan"),
    Assessment: N_("penilaian layanan"),
    Debriefing: N_("penyampaian kepada konseli"),
    Letter: N_("surat"),
    Document: N_("dokumen"),
    AuditEvent: N_("riwayat"),
    Variant: N_("versi lain"),
}

FIELD_WORDS: Mapping[str, str] = {
    "action_id": N_("tindakan"),
    "address": N_("alamat"),
    "agenda": N_("acara"),
    "agreed": N_("sudah disepakati"),
    "aim": N_("tujuan"),
    "aim_stated": N_("tujuan disampaikan"),
    "aims": N_("tujuan konferensi"),
    "answer": N_("tanggapan konseli"),
    "arrived_at": N_("tiba pukul"),
    "aspect": N_("aspek"),
    "audience": N_("boleh dibicarakan dengan"),
    "basis": N_("dasar keterangan"),
    "began_at": N_("jeda mulai"),
    "birth_date": N_("tanggal lahir"),
    "birth_place": N_("tempat lahir"),
    "by": N_("dibuat oleh"),
    "capacity": N_("kedudukan"),
    "case_id": N_("kasus"),
    "case_stated": N_("identitas kasus disampaikan"),
    "cause": N_("sebab"),
    "chair": N_("pimpinan"),
    "check_on": N_("diperiksa tanggal"),
    "chosen": N_("dipilih"),
    "class_name": N_("kelas"),
    "closed_at": N_("ditutup pada"),
    "closed_on": N_("ditutup tanggal"),
    "closing_note": N_("catatan penutup"),
    "code": N_("kode"),
    "commitment_id": N_("komitmen asal"),
    "commitment_note": N_("catatan komitmen"),
    "conclusion_id": N_("kesimpulan"),
    "conference_id": N_("pertemuan"),
    "confirm_by": N_("batas konfirmasi"),
    "consideration": N_("pertimbangan"),
    "content": N_("isi"),
    "contribution_id": N_("keterangan"),
    "corrects": N_("yang diralat"),
    "danger_handling": N_("penanganan keselamatan"),
    "data_item_id": N_("butir data"),
    "dated": N_("tanggal"),
    "decided_by": N_("diputuskan oleh"),
    "diagnosis": N_("diagnosis awal"),
    "directions": N_("penstrukturan"),
    "done_on": N_("dilakukan tanggal"),
    "due_on": N_("batas waktu"),
    "ended_at": N_("jeda selesai"),
    "ended_early": N_("alasan selesai lebih awal"),
    "ended_on": N_("selesai tanggal"),
    "ends_at": N_("selesai pukul"),
    "evaluated_on": N_("tanggal evaluasi"),
    "exceptions": N_("yang tidak boleh dibuka"),
    "fields": N_("bidang"),
    "finished_on": N_("selesai tanggal"),
    "function": N_("fungsi"),
    "functions": N_("fungsi konferensi"),
    "gap": N_("yang belum lengkap"),
    "given_on": N_("tanggal jawaban"),
    "giver": N_("pemberi persetujuan"),
    "group": N_("kelompok peserta"),
    "guardian_id": N_("orang tua/wali"),
    "hard": N_("masalah pelik"),
    "heard_from": N_("didengar dari"),
    "held_on": N_("tanggal pertemuan"),
    "identity": N_("NIP atau identitas"),
    "in_danger": N_("anak dalam bahaya"),
    "information_note": N_("catatan informasi"),
    "institution": N_("instansi"),
    "inviter": N_("pengundang"),
    "keep_until": N_("masa simpan diperpanjang sampai"),
    "kept": N_("janji ditepati"),
    "kept_at": N_("disimpan pada"),
    "kept_on": N_("ditepati tanggal"),
    "kind": N_("jenis"),
    "left_at": N_("pulang pukul"),
    "left_on": N_("keluar tanggal"),
    "level": N_("tingkat"),
    "manner": N_("cara"),
    "meaningful": N_("berarti"),
    "measure": N_("ukuran keberhasilan"),
    "minute_taker": N_("notulis"),
    "minutes_final_at": N_("notulen final pada"),
    "name": N_("nama"),
    "needs_others": N_("perlu melibatkan pihak lain"),
    "next_check": N_("pemeriksaan berikutnya"),
    "nickname": N_("nama panggilan"),
    "nipd": N_("NIPD"),
    "nisn": N_("NISN"),
    "note": N_("catatan"),
    "noted_at": N_("dicatat pada"),
    "noted_on": N_("tanggal catatan"),
    "number": N_("nomor"),
    "occupation": N_("pekerjaan"),
    "opened_at": N_("dimulai pada"),
    "opened_on": N_("dibuka tanggal"),
    "origin": N_("asal peserta"),
    "other_service": N_("layanan lain"),
    "outside": N_("dari luar sekolah"),
    "overruled": N_("hasil yang ditetapkan"),
    "overruled_reason": N_("alasan penetapan"),
    "paper": N_("kertas"),
    "participant_id": N_("peserta"),
    "person_id": N_("orang di direktori"),
    "phone": N_("telepon"),
    "place": N_("tempat"),
    "pledge": N_("ikrar kerahasiaan"),
    "pledged_at": N_("berikrar pada"),
    "positive": N_("sisi positif"),
    "presence": N_("kehadiran"),
    "problem": N_("masalah"),
    "question": N_("data yang ingin diperoleh"),
    "raised_by": N_("diajukan oleh"),
    "reason": N_("alasan"),
    "recipient": N_("penerima"),
    "recorded_by": N_("dicatat oleh"),
    "relation": N_("hubungan"),
    "religion": N_("agama"),
    "represented_by": N_("diwakili oleh"),
    "resumes_on": N_("dilanjutkan tanggal"),
    "said_at": N_("disampaikan pada"),
    "scan_id": N_("pindaian"),
    "screening_reason": N_("alasan keputusan"),
    "seconds": N_("lama (detik)"),
    "secrecy_stated": N_("kerahasiaan disampaikan"),
    "seen": N_("yang teramati"),
    "sentence": N_("peringatan"),
    "sequence": N_("nomor urut"),
    "service": N_("layanan"),
    "sex": N_("jenis kelamin"),
    "sha256": N_("sidik dokumen"),
    "shareable": N_("boleh disampaikan"),
    "source": N_("sumber"),
    "stage": N_("tahap"),
    "starts_at": N_("mulai pukul"),
    "starts_on": N_("mulai tanggal"),
    "state": N_("keadaan"),
    "state_reason": N_("alasan keadaan"),
    "statement": N_("keterangan tertulis"),
    "step": N_("langkah"),
    "student_id": N_("siswa"),
    "subject": N_("perihal"),
    "summary": N_("ringkasan"),
    "technique": N_("teknik"),
    "text": N_("isi"),
    "title": N_("judul"),
    "told": N_("yang disampaikan"),
    "told_by": N_("disampaikan oleh"),
    "told_on": N_("disampaikan tanggal"),
    "trend": N_("arah"),
    "tried": N_("yang sudah dicoba"),
    "version": N_("versi"),
    "wanted": N_("yang diharapkan"),
    "what": N_("tindakan"),
    "where": N_("tempat"),
    "who": N_("pelaksana"),
    "withdrawn_on": N_("ditarik kembali tanggal"),
    "year": N_("tahun"),
}

FIELDS_OF: Mapping[tuple[type[Record], str], str] = {
    (Contribution, "place"): N_("urutan dalam acara"),
    (Letter, "place"): N_("urutan di bawah nomor itu"),
    (Conference, "number"): N_("pertemuan ke-"),
    (Addendum, "number"): N_("ralat ke-"),
}
"""Fields that mean something else in one kind."""


def kind_title(kind: type[Record]) -> str:
    """``Butir data``."""
    words = _(KIND_WORDS.get(kind, N_("catatan")))
    return words[:1].upper() + words[1:]


def field_title(kind: type[Record], name: str) -> str:
    """``Tanggal lahir``."""
    words = _(FIELDS_OF.get((kind, name), FIELD_WORDS.get(name, name)))
    return words[:1].upper() + words[1:]


def spoken(value: object) -> str:
    """``value`` as a counselor reads it; a dash for nothing."""
    if value is None or value in ((), ""):
        return "–"
    if isinstance(value, Word):
        return value.title
    if isinstance(value, tuple):
        return ", ".join(spoken(one) for one in value)
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, datetime):
        day, moment = long_date(value.date()), clock_time(value.time())
        return _("{day} pukul {time}").format(day=day, time=moment)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, time):
        return clock_time(value)
    return str(value)

"""The fixed words of the procedure, each a code in the archive and a label on the screen."""

from konfkasus_gui.language import N_
from konfkasus_gui.procedure.word import Word


class Role(Word):
    """What an account may do."""

    COUNSELOR = "counselor", N_("konselor")
    COORDINATOR = "coordinator", N_("koordinator BK")


class Sex(Word):
    """As in the school's own lists."""

    FEMALE = "P", N_("perempuan")
    MALE = "L", N_("laki-laki")


class Relation(Word):
    """Who a guardian is to the child."""

    FATHER = "father", N_("ayah")
    MOTHER = "mother", N_("ibu")
    GUARDIAN = "guardian", N_("wali")


class Paper(Word):
    """The papers that Indonesian schools print on."""

    A4 = "A4", N_("A4 (210 × 297 mm)")
    F4 = "F4", N_("F4/folio (215 × 330 mm)")
    CUSTOM = "custom", N_("ukuran sendiri")

    @property
    def short(self) -> str:
        """The name without the millimetres."""
        return self.title.partition(" (")[0].partition("/")[0]


class Field(Word):
    """The field of guidance that a problem belongs to (bidang bimbingan)."""

    PERSONAL = "personal", N_("pribadi")
    SOCIAL = "social", N_("sosial")
    LEARNING = "learning", N_("belajar")
    CAREER = "career", N_("karier")


class Raiser(Word):
    """Who brought the problem up."""

    TEACHER = "teacher", N_("guru")
    HOMEROOM = "homeroom", N_("wali kelas")
    COUNSELOR = "counselor", N_("konselor")
    PARENT = "parent", N_("orang tua")
    CLIENT = "client", N_("konseli")


class Aim(Word):
    """The three special aims of a case conference (paper, B)."""

    PICTURE = "picture", N_("gambaran masalah yang lebih jelas dan menyeluruh")
    INFORMED = "informed", N_("terkomunikasikannya masalah kepada pihak yang berkepentingan")
    COORDINATED = "coordinated", N_("terkoordinasinya upaya penanganan")


class Function(Word):
    """The five functions that the conference serves (paper, B)."""

    UNDERSTANDING = "understanding", N_("pemahaman")
    PREVENTION = "prevention", N_("pencegahan")
    RELIEF = "relief", N_("pengentasan")
    DEVELOPMENT = "development", N_("pengembangan dan pemeliharaan")
    ADVOCACY = "advocacy", N_("advokasi")


class Group(Word):
    """Why somebody sits in the conference (paper, D.1)."""

    DECIDES = "decides", N_("penentu")
    INFORMS = "informs", N_("pemberi keterangan")
    EASES = "eases", N_("pemberi kemudahan")


class Origin(Word):
    """Where a participant comes from; decides which invitation is written."""

    FAMILY = "family", N_("keluarga")
    SCHOOL = "school", N_("sekolah")
    OUTSIDE = "outside", N_("luar sekolah")


class ConsentGiver(Word):
    """Whose consent is asked for."""

    CLIENT = "client", N_("konseli")
    GUARDIAN = "guardian", N_("orang tua/wali")


class ConsentState(Word):
    """What became of the question."""

    GIVEN = "given", N_("diberikan")
    CONDITIONAL = "conditional", N_("diberikan dengan syarat")
    REFUSED = "refused", N_("belum bersedia")
    WITHDRAWN = "withdrawn", N_("ditarik kembali")
    UNOBTAINABLE = "unobtainable", N_("tidak dapat diminta")


class ConsentManner(Word):
    """How consent was expressed."""

    WRITTEN = "written", N_("tertulis")
    ORAL = "oral", N_("lisan")


class Aspect(Word):
    """The sides from which a client is known (himpunan data)."""

    SCHOOLING = "schooling", N_("riwayat pendidikan")
    ACHIEVEMENT = "achievement", N_("prestasi belajar")
    FAMILY = "family", N_("keadaan keluarga")
    TALENT = "talent", N_("bakat")
    INTEREST = "interest", N_("minat")
    HOBBY = "hobby", N_("hobi")
    HEALTH = "health", N_("kesehatan")
    ATTENDANCE = "attendance", N_("kehadiran")
    RELATIONS = "relations", N_("hubungan sosial")
    SERVICES = "services", N_("layanan sebelumnya")
    OTHER = "other", N_("lain-lain")


class Inviter(Word):
    """In whose name the invitations go out (paper, D.1)."""

    PRINCIPAL = "principal", N_("kepala sekolah")
    COORDINATOR = "coordinator", N_("koordinator BK")
    COUNSELOR = "counselor", N_("konselor")


class Direction(Word):
    """The five directions of structuring (penstrukturan), confirmed by the chair (paper, D.1)."""

    PROBLEM = "problem", N_("Tekankan masalahnya, bukan nama atau identitas konseli.")
    DEVELOPMENT = "development", N_("Semua pembicaraan untuk perkembangan dan kehidupan konseli.")
    OPEN = (
        "open",
        N_("Bicara terbuka, tetapi tidak merendahkan konseli: objektif dan tidak merugikan."),
    )
    RATIONAL = "rational", N_("Tafsiran dan rencana bersifat rasional, sistematis, dan ilmiah.")
    SECRET = "secret", N_("Rahasia dijaga: tidak ada yang dibawa keluar ruangan.")


class ConferenceState(Word):
    """How far one meeting has come."""

    PLANNED = "planned", N_("direncanakan")
    RUNNING = "running", N_("berlangsung")
    PAUSED = "paused", N_("dijeda")
    HELD = "held", N_("terlaksana")
    POSTPONED = "postponed", N_("ditunda")
    CANCELLED = "cancelled", N_("dibatalkan")


class CaseState(Word):
    """How far a case has come, or why it rests."""

    SCREENING = "screening", N_("telaah kelayakan")
    OPEN = "open", N_("berjalan")
    FROZEN = "frozen", N_("dibekukan")
    CLOSED = "closed", N_("ditutup")


class Stage(Word):
    """The four stages of the procedure."""

    PLANNING = "planning", N_("perencanaan")
    MEETING = "meeting", N_("pelaksanaan")
    EVALUATION = "evaluation", N_("analisis dan evaluasi")
    FOLLOW_UP = "follow_up", N_("tindak lanjut")


class Agenda(Word):
    """The seven items of the meeting, a to g, in their order (paper, D.2)."""

    OPENING = "a", N_("pembukaan")
    PRESENTATION = "b", N_("penyampaian data")
    INFORMATION = "c", N_("informasi tambahan")
    FIRST_CONCLUSION = "d", N_("kesimpulan: sisi positif dan latar belakang")
    OPINION = "e", N_("pendapat tentang latar belakang")
    SECOND_CONCLUSION = "f", N_("kesimpulan latar belakang")
    COMMITMENT = "g", N_("komitmen bantuan")


class Presence(Word):
    """Whether an invited person came."""

    PRESENT = "present", N_("hadir")
    LATE = "late", N_("terlambat")
    REPRESENTED = "represented", N_("diwakili")
    ONLINE = "online", N_("daring")
    EXCUSED = "excused", N_("izin")
    ABSENT = "absent", N_("tanpa keterangan")
    WRITTEN = "written", N_("keterangan tertulis")


class PledgeManner(Word):
    """How a participant promised confidentiality."""

    SIGNED = "signed", N_("ditandatangani")
    SPOKEN = "spoken", N_("diucapkan")


class Basis(Word):
    """What a contribution rests on."""

    OBSERVED = "observed", N_("diamati sendiri")
    HEARD = "heard", N_("didengar dari orang lain")
    OPINION = "opinion", N_("pendapat")


class ConclusionKind(Word):
    """What was concluded (paper, D.2 d and f)."""

    POSITIVE = "positive", N_("sisi positif")
    BACKGROUND = "background", N_("latar belakang masalah")
    CAUSE = "cause", N_("kemungkinan latar belakang")


class RemarkKind(Word):
    """What else is kept from the meeting."""

    DISSENT = "dissent", N_("pendapat berbeda")
    CLIENT = "client", N_("suara konseli")
    QUESTION = "question", N_("pertanyaan untuk pertemuan berikut")


class Level(Word):
    """How far an aim or a function was reached."""

    REACHED = "reached", N_("tercapai")
    PARTLY = "partly", N_("sebagian")
    NOT_YET = "not_yet", N_("belum")


class Outcome(Word):
    """Whether the conference succeeded (paper, D.3)."""

    SUCCESS = "success", N_("berhasil")
    PARTIAL = "partial", N_("berhasil sebagian")
    NOT_YET = "not_yet", N_("belum berhasil")


class Service(Word):
    """The services that an action supports."""

    INDIVIDUAL = "individual", N_("konseling individual")
    GROUP_COUNSELING = "group_counseling", N_("konseling kelompok")
    GROUP_GUIDANCE = "group_guidance", N_("bimbingan kelompok")
    ORIENTATION = "orientation", N_("layanan orientasi")
    INFORMATION = "information", N_("layanan informasi")
    PLACEMENT = "placement", N_("penempatan dan penyaluran")
    CONTENT = "content", N_("penguasaan konten")
    CONSULTATION = "consultation", N_("konsultasi")
    MEDIATION = "mediation", N_("mediasi")
    ADVOCACY = "advocacy", N_("advokasi")
    HOME_VISIT = "home_visit", N_("kunjungan rumah")
    REFERRAL = "referral", N_("alih tangan kasus")
    OTHER = "other", N_("lainnya")


class ActionState(Word):
    """How far a follow-up action has come."""

    NOT_STARTED = "not_started", N_("belum")
    RUNNING = "running", N_("berjalan")
    DONE = "done", N_("selesai")
    DROPPED = "dropped", N_("batal")


class Kept(Word):
    """Whether what was promised was done, asked again once it is due (paper, D.3)."""

    KEPT = "kept", N_("ditepati")
    PARTLY = "partly", N_("sebagian")
    NOT_KEPT = "not_kept", N_("belum ditepati")


class CheckManner(Word):
    """How progress was looked at."""

    MET = "met", N_("bertemu")
    CALLED = "called", N_("menelepon")
    OBSERVED = "observed", N_("mengamati")
    REPORTED = "reported", N_("laporan tertulis")


class Trend(Word):
    """Where things have moved since the last look."""

    WORSE = "worse", N_("memburuk")
    SAME = "same", N_("tetap")
    BETTER = "better", N_("membaik")
    SOLVED = "solved", N_("tuntas")


class AssessmentKind(Word):
    """The three assessments of a service and when they fall due (paper, D.4)."""

    IMMEDIATE = "laiseg", N_("laiseg (penilaian segera)")
    SHORT = "laijapen", N_("laijapen (penilaian jangka pendek)")
    LONG = "laijapang", N_("laijapang (penilaian jangka panjang)")


class Numbering(Word):
    """Where the numbers of outgoing letters come from; many offices keep their own book."""

    AUTOMATIC = "automatic", N_("dari program")
    TYPED = "typed", N_("dari tata usaha, diketik")
    BLANK = "blank", N_("dikosongkan, ditulis tangan")


class LetterState(Word):
    """What became of a number in the register."""

    ISSUED = "issued", N_("diterbitkan")
    PRINTED = "printed", N_("dicetak")
    DELIVERED = "delivered", N_("disampaikan")
    RECEIVED = "received", N_("diterima")
    CANCELLED = "cancelled", N_("dibatalkan")
    REPLACED = "replaced", N_("diganti")


class DocumentKind(Word):
    """The papers of a case conference that this version prints."""

    CLIENT_CONSENT = "client_consent", N_("persetujuan konseli")
    GUARDIAN_CONSENT = "guardian_consent", N_("persetujuan orang tua/wali")
    CONSENT_WITHDRAWAL = "consent_withdrawal", N_("pencabutan persetujuan")
    SERVICE_PLAN = "service_plan", N_("rencana pelaksanaan layanan")
    INVITATION = "invitation", N_("surat undangan")
    CASE_SUMMARY = "case_summary", N_("ringkasan kasus")
    ATTENDANCE_LIST = "attendance_list", N_("daftar hadir")
    PLEDGE = "pledge", N_("pakta kerahasiaan")
    CHAIR_SHEET = "chair_sheet", N_("panduan pemimpin")
    MINUTES = "minutes", N_("notulen")
    ADDENDUM = "addendum", N_("ralat notulen")
    OFFICIAL_REPORT = "official_report", N_("berita acara")
    COMMITMENT_SHEET = "commitment_sheet", N_("lembar komitmen peserta")
    EVALUATION_SHEET = "evaluation_sheet", N_("lembar analisis dan evaluasi")
    FOLLOW_UP_PLAN = "follow_up_plan", N_("rencana tindak lanjut")
    MONITORING_SHEET = "monitoring_sheet", N_("lembar pemantauan tindak lanjut")
    GUARDIAN_SUMMARY = "guardian_summary", N_("ringkasan untuk orang tua")
    ACTIVITY_REPORT = "activity_report", N_("laporan pelaksanaan")
    LETTER_RECEIPT = "letter_receipt", N_("tanda terima surat")
    POSTPONEMENT = "postponement", N_("pemberitahuan penundaan")
    SECOND_INVITATION = "second_invitation", N_("undangan ulang")
    CANCELLATION = "cancellation", N_("pemberitahuan pembatalan")
    REFERRAL = "referral", N_("surat rujukan")
    DESTRUCTION = "destruction", N_("berita acara pemusnahan arsip")
    LETTER_BOOK = "letter_book", N_("buku agenda surat keluar")
    SCAN = "scan", N_("pindaian bertanda tangan")

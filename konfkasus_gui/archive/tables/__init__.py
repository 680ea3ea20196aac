"""One table for each kind of value; a column has the name of the value's field."""

from konfkasus_gui.archive.tables import (
    addendum,
    case,
    deletion,
    evaluation,
    follow_up,
    meeting,
    paper,
    planning,
    referral,
    school,
    transfer,
)
from konfkasus_gui.archive.tables.fields import Table
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

TABLE_OF: dict[type[Record], type[Table]] = {
    School: school.SchoolTable,
    Wording: school.WordingTable,
    Account: school.AccountTable,
    Student: school.StudentTable,
    Guardian: school.GuardianTable,
    Person: school.PersonTable,
    SchoolWord: school.SchoolWordTable,
    Case: case.CaseTable,
    Consent: planning.ConsentTable,
    Conference: planning.ConferenceTable,
    Participant: planning.ParticipantTable,
    DataItem: planning.DataItemTable,
    Bookmark: planning.BookmarkTable,
    Waiver: planning.WaiverTable,
    Attendance: meeting.AttendanceTable,
    Presentation: meeting.PresentationTable,
    Contribution: meeting.ContributionTable,
    Abstention: meeting.AbstentionTable,
    Conclusion: meeting.ConclusionTable,
    Remark: meeting.RemarkTable,
    Commitment: meeting.CommitmentTable,
    Pause: meeting.PauseTable,
    Citation: meeting.CitationTable,
    Answer: meeting.AnswerTable,
    Duration: meeting.DurationTable,
    Addendum: addendum.AddendumTable,
    Referral: referral.ReferralTable,
    Evaluation: evaluation.EvaluationTable,
    Judgement: evaluation.JudgementTable,
    Action: follow_up.ActionTable,
    Progress: follow_up.ProgressTable,
    Assessment: follow_up.AssessmentTable,
    Debriefing: follow_up.DebriefingTable,
    Letter: paper.LetterTable,
    Document: paper.DocumentTable,
    AuditEvent: paper.AuditEventTable,
    Variant: transfer.VariantTable,
    Deletion: deletion.DeletionTable,
}
TABLES: tuple[type[Table], ...] = (
    *TABLE_OF.values(),
    case.SequenceTable,
    transfer.SeenTable,
    paper.AuditEndTable,
    deletion.DeletedRowTable,
)

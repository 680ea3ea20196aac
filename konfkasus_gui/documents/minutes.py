"""The minutes of a conference (notulen), from its record (domain, 3.8)."""

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from konfkasus_gui.documents import letter
from konfkasus_gui.documents.forms import fill_in, numbered
from konfkasus_gui.documents.grid import details, grid
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.meeting import meeting_lines
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    JUSTIFIED,
    TITLE,
    Office,
    Sheet,
    heading,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import Signer, signatures
from konfkasus_gui.documents.wording import capital, enumerated, listed
from konfkasus_gui.documents.wording import sentence as ending
from konfkasus_gui.language import _
from konfkasus_gui.procedure import evidence, pausing, wishes
from konfkasus_gui.procedure.calendar import clock_time, long_date, time_span
from konfkasus_gui.procedure.meeting import Meeting
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.rounds import basis_in_words, noted
from konfkasus_gui.procedure.sentences import ended
from konfkasus_gui.procedure.vocabulary import (
    Agenda,
    ConclusionKind,
    DocumentKind,
    PledgeManner,
    RemarkKind,
)

_WITH_LABEL = 20 * mm
_BLANK_ROWS = 4
_WRITING_ROW = 11


def minutes(office: Office, meeting: Meeting) -> bytes:
    """All that the meeting recorded, in the order of its agenda; marked DRAF until final."""
    conference = meeting.conference
    width = office.width
    draft = conference.minutes_final_at is None and not office.blank
    code = meeting.plan.case.code
    parts: list[Flowable] = [
        *letterhead(office.school, width),
        text(_("NOTULEN KONFERENSI KASUS"), TITLE),
        space(3),
        details(_identity(office, meeting), label=34, width=width),
    ]
    for place, (words, content) in enumerate(_sections(office, meeting), 1):
        parts += [*heading(f"{place}. {words}"), *content]
    parts += [
        space(2),
        signatures(
            Signer((_("Pimpinan,"),), conference.chair),
            Signer(
                (place_and_date(office.school.city, conference.held_on), _("Notulis,")),
                conference.minute_taker,
            ),
            width,
            with_it=[text(_end(office, meeting), JUSTIFIED)],
        ),
    ]
    state = "" if office.blank else _("versi {version}").format(version=office.version)
    state = _("draf") if draft else state
    return pages(
        [Sheet(parts=parts, foot=foot(DocumentKind.MINUTES, code, state))],
        page=office.page,
        author=office.school.name,
        title=title(DocumentKind.MINUTES, code),
        draft=draft,
    )


def _identity(office: Office, meeting: Meeting) -> list[tuple[str, str]]:
    conference = meeting.conference
    hours = ""
    if conference.opened_at is not None:
        closed = conference.closed_at.time() if conference.closed_at else None
        hours = time_span(conference.opened_at.time(), closed, office.school.time_zone)
    present = meeting.present()
    here = {guest.id for guest in present}
    absent = [guest for guest in meeting.plan.participants if guest.id not in here]
    known = any(attendance.presence is not None for attendance in meeting.attendances)
    return [
        *meeting_lines(office, meeting, hours=hours),
        (_("Dasar"), _basis(meeting)),
        (_("Hadir"), _people(meeting, present) if known else or_dots("")),
        (_("Berhalangan"), _people(meeting, absent) if known else or_dots("")),
    ]


def _basis(meeting: Meeting) -> str:
    """The invitations that the meeting rests on."""
    guests = meeting.plan.participants
    letters = [issued for guest in guests if (issued := meeting.plan.letter_of(guest))]
    if not letters:
        return _("Surat undangan Nomor {dots}").format(dots=or_dots(""))
    first, last = letters[0], letters[-1]
    number = first.number
    if last.number != first.number:
        number = _("{first} s.d. {last}").format(first=first.number, last=last.number)
    return _("Surat undangan Nomor {number}, tanggal {day}").format(
        number=number, day=long_date(first.dated)
    )


def _people(meeting: Meeting, guests: Sequence[Participant]) -> str:
    """Names with their capacity, and who stood in for them."""
    named = []
    for guest in guests:
        line = meeting.attendance(guest)
        stand_in = line.represented_by.strip()
        notes = [
            guest.name.strip() or letter.NO_NUMBER,
            guest.capacity.strip(),
            _("diwakili {name}").format(name=stand_in) if stand_in else "",
            _("pulang pukul {time}").format(time=clock_time(line.left_at)) if line.left_at else "",
        ]
        named.append(" – ".join(filter(None, notes)))
    return "; ".join(named) or _("tidak ada")


def _sections(office: Office, meeting: Meeting) -> Iterator[tuple[str, list[Flowable]]]:
    width = office.width
    positive = _("Sisi positif {students}:").format(students=office.students)
    opening = _opening(meeting)
    opened = text(opening, JUSTIFIED) if opening else _blank(width)
    yield _("Pembukaan dan penstrukturan"), [opened]
    yield _("Data awal"), _first_data(meeting, width)
    yield _("Keterangan tambahan"), _round(meeting, Agenda.INFORMATION, width)
    yield (
        _("Kesimpulan pertama: sisi positif dan latar belakang"),
        [
            *_concluded(meeting, ConclusionKind.POSITIVE, width, positive),
            *_concluded(meeting, ConclusionKind.BACKGROUND, width, _("Latar belakang masalah:")),
        ],
    )
    yield _("Pendapat tentang latar belakang"), _round(meeting, Agenda.OPINION, width)
    yield (
        _("Kesimpulan kedua: kemungkinan latar belakang"),
        _concluded(meeting, ConclusionKind.CAUSE, width),
    )
    yield _("Suara konseli"), _remarks(meeting, RemarkKind.CLIENT, width)
    yield _("Kesanggupan peserta"), _commitments(meeting, width)
    yield _("Pendapat yang berbeda"), _remarks(meeting, RemarkKind.DISSENT, width)
    yield (
        _("Keputusan dan rencana tindak lanjut"),
        [
            text(
                _(
                    "Kesanggupan pada butir 8 menjadi dasar rencana tindak lanjut, yang disusun"
                    " dan dipantau oleh Guru BK."
                ),
                JUSTIFIED,
            )
        ],
    )
    yield _("Bahan untuk pertemuan berikut"), _remarks(meeting, RemarkKind.QUESTION, width)


def _opening(meeting: Meeting) -> str:
    conference = meeting.conference
    stated = [
        words
        for words, done in (
            (_("tujuan pertemuan"), conference.aim_stated),
            (_("identitas kasus dengan kode"), conference.case_stated),
            (_("kerahasiaan pertemuan"), conference.secrecy_stated),
        )
        if done
    ]
    sentences = []
    if stated:
        sentences.append(
            _("Pimpinan membuka pertemuan dan menyampaikan {what}.").format(what=listed(stated))
        )
    if conference.aims:
        sentences.append(
            _("Tujuan pertemuan: {aims}.").format(
                aims="; ".join(aim.label for aim in conference.aims)
            )
        )
    pledges = [meeting.attendance(guest).pledge for guest in meeting.present()]
    pledged = [pledge for pledge in pledges if pledge is not None]
    if pledged:
        sentences.append(
            _(
                "{n} dari {total} peserta yang hadir menyatakan janji menjaga kerahasiaan"
                " ({signed} tertulis, {spoken} lisan)."
            ).format(
                n=len(pledged),
                total=len(pledges),
                signed=pledged.count(PledgeManner.SIGNED),
                spoken=pledged.count(PledgeManner.SPOKEN),
            )
        )
    return " ".join(sentences)


def _first_data(meeting: Meeting, width: float) -> list[Flowable]:
    shown = [item for item in meeting.plan.shareable() if meeting.presented(item)]
    table = _table(
        meeting,
        [_("Aspek"), _("Isi"), _("Sumber")],
        [[item.aspect.title, item.text, item.source] for item in shown],
        (30, 95, 35),
        width,
    )
    diagnosis = fill_in(_("Diagnosis awal:"), width, meeting.conference.diagnosis)
    return [table, diagnosis]


def _round(meeting: Meeting, agenda: Agenda, width: float) -> list[Flowable]:
    """What was said in one round of the participants, and who had nothing to add."""
    names = {guest.id: guest.name for guest in meeting.plan.participants}
    numbers = evidence.numbers(meeting)
    said = noted(meeting, agenda)
    none = [guest.name for guest in meeting.plan.participants if meeting.abstained(guest, agenda)]
    parts: list[Flowable] = []
    if said or not none:
        rows = [
            [
                numbers[one.id],
                one.aspect.title if one.aspect else "",
                one.text,
                names.get(one.participant_id, ""),
                capital(basis_in_words(one)),
            ]
            for one in said
        ]
        header = [_("No"), _("Aspek"), _("Isi"), _("Sumber"), _("Sifat")]
        parts.append(_table(meeting, header, rows, (12, 24, 70, 32, 24), width))
    if none:
        parts.append(
            text(ended(_("Tidak menambahkan: {names}.").format(names="; ".join(none))), JUSTIFIED)
        )
    if agenda is Agenda.INFORMATION:
        parts += [text(sentence, JUSTIFIED) for sentence in _asked(meeting)]
    return parts


def _asked(meeting: Meeting) -> Iterator[str]:
    """What somebody knew nothing of, and what of the wished for data was given."""
    unknown = [
        f"{guest.name} ({', '.join(aspects)})"
        for guest in meeting.plan.participants
        if (
            aspects := [
                none.aspect.label
                for none in meeting.abstentions
                if none.participant_id == guest.id and none.aspect is not None
            ]
        )
    ]
    if unknown:
        yield _("Tidak mengetahui: {people}.").format(people="; ".join(unknown))
    numbers = evidence.numbers(meeting)
    given = []
    for wish in wishes.answered(meeting):
        found = wishes.answer(meeting, wish)
        where = numbers.get(found.contribution_id or 0, "") if found else ""
        given.append(f"{wish.rstrip(' .')} ({where})" if where else wish)
    if given:
        yield _("Data yang diperoleh: {what}").format(what=enumerated(given))
    if meeting.conference.closed_at is not None and (left := wishes.unanswered(meeting)):
        yield _("Data yang belum diperoleh: {what}").format(what=enumerated(left))


def _concluded(
    meeting: Meeting, kind: ConclusionKind, width: float, label: str = ""
) -> list[Flowable]:
    numbers = evidence.numbers(meeting)
    found = []
    for conclusion in meeting.concluded(kind):
        rests_on = [numbers[said.id] for said in evidence.cited(meeting, conclusion.id)]
        words = conclusion.text.strip()
        if rests_on:
            words = _("{conclusion} (dasar: butir {numbers}).").format(
                conclusion=words.rstrip("."), numbers=listed(rests_on)
            )
        found.append(words)
    named = [CondPageBreak(_WITH_LABEL), text(label)] if label else []
    return [*named, *_listing(found, width)]


def _remarks(meeting: Meeting, kind: RemarkKind, width: float) -> list[Flowable]:
    names = {guest.id: guest.name for guest in meeting.plan.participants}
    found = []
    for remark in meeting.remarked(kind):
        speaker = names.get(remark.participant_id or 0)
        found.append(f"{speaker}: {remark.text}" if speaker else remark.text)
    if not found and meeting.conference.closed_at is not None:
        return [text(_("Tidak ada."), JUSTIFIED)]
    return _listing(found, width)


def _listing(points: Sequence[str], width: float) -> list[Flowable]:
    if not points:
        return [_blank(width)]
    if len(points) == 1:
        return [text(points[0], JUSTIFIED)]
    return [numbered(points, first="a"), space(1)]


def _table(
    meeting: Meeting,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    width: float,
) -> Flowable:
    """What was recorded; before the meeting ends, rows to write on, after it two lines."""
    if not rows and meeting.conference.closed_at is not None:
        return _blank(width)
    empty = [[""] * len(header)] * _BLANK_ROWS
    least = 0 if rows else _WRITING_ROW
    return grid(header, rows or empty, widths=widths, width=width, least=least)


def _blank(width: float) -> Flowable:
    """Room for two written lines."""
    return fill_in("", width, lines=2)


def _commitments(meeting: Meeting, width: float) -> list[Flowable]:
    rows = [
        [guest.name, promise.text, _day(promise.starts_on), _day(promise.check_on)]
        for guest in meeting.plan.participants
        for promise in meeting.promised(guest)
    ]
    none = [
        guest.name
        for guest in meeting.plan.participants
        if meeting.abstained(guest, Agenda.COMMITMENT)
    ]
    parts: list[Flowable] = []
    if rows or not none:
        header = [_("Nama"), _("Kesanggupan"), _("Mulai"), _("Diperiksa")]
        parts.append(_table(meeting, header, rows, (38, 78, 23, 23), width))
    if none:
        parts.append(
            text(
                ended(_("Belum menyatakan kesanggupan: {names}.").format(names="; ".join(none))),
                JUSTIFIED,
            )
        )
    return parts


def _day(day: date | None) -> str:
    return long_date(day) if day is not None else ""


def _end(office: Office, meeting: Meeting) -> str:
    conference = meeting.conference
    at = or_dots("")
    if conference.closed_at is not None:
        at = f"{clock_time(conference.closed_at.time())} {office.school.time_zone}"
    sentence = _("Pertemuan ditutup pukul {at}.").format(at=at)
    if meeting.pauses:
        sentence = _("{sentence} Pertemuan dijeda: {spans}.").format(
            sentence=sentence, spans=pausing.in_words(meeting.pauses)
        )
    if conference.ended_early.strip():
        sentence = _("{sentence} Pertemuan diakhiri lebih awal: {reason}").format(
            sentence=sentence, reason=ending(conference.ended_early)
        )
    return sentence

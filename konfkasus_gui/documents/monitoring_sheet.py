"""The monitoring sheets of stage 4: one for each person in charge (domain, 3.9)."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Table

from konfkasus_gui.documents.grid import details, grid, grid_with_tail
from konfkasus_gui.documents.letter import place_and_date
from konfkasus_gui.documents.letterhead import letterhead
from konfkasus_gui.documents.naming import foot, title
from konfkasus_gui.documents.paper import (
    BODY,
    TITLE,
    Office,
    Sheet,
    or_dots,
    pages,
    space,
    text,
)
from konfkasus_gui.documents.signatures import Signer, counselor, signatures
from konfkasus_gui.documents.wording import capital
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.follow_up import Action, FollowUp
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import DocumentKind

_KIND = DocumentKind.MONITORING_SHEET
_BLANK_ACTIONS = 2
_ROWS = 6
_LEAST_ROOM = 2
_WRITING_ROW = 11
_LOOK_COLUMNS = 8


def monitoring_sheets(
    office: Office, follow_up: FollowUp, only: Sequence[int] | None = None
) -> bytes:
    """A sheet for each person in charge, with their own actions and what was found so far.

    ``only`` are the ids of the participants who get theirs. Without actions there is one sheet for
    anybody.
    """
    owners = _owners(follow_up)
    if only is not None:
        wanted = {
            guest.name.strip().casefold()
            for guest in follow_up.appraisal.meeting.plan.participants
            if guest.id in only
        }
        owners = {key: actions for key, actions in owners.items() if key in wanted}
    words = foot(_KIND, follow_up.case.code)
    return pages(
        [
            Sheet(parts=_parts(office, follow_up, actions), foot=words)
            for actions in owners.values() or ((),)
        ],
        page=office.page,
        author=office.school.name,
        title=title(_KIND, follow_up.case.code),
    )


def _owners(follow_up: FollowUp) -> dict[str, tuple[Action, ...]]:
    """The actions that will be done, by who is in charge, in the order of the plan."""
    owners: dict[str, tuple[Action, ...]] = {}
    for action in follow_up.chosen():
        key = action.who.strip().casefold()
        owners[key] = (*owners.get(key, ()), action)
    return owners


def _parts(office: Office, follow_up: FollowUp, actions: Sequence[Action]) -> list[Flowable]:
    width = office.width
    owner = actions[0].who.strip() if actions else ""
    looks, last = grid_with_tail(
        [
            _("No"),
            _("Tanggal"),
            _("Cara"),
            _("Temuan"),
            _("Kemajuan"),
            _("Hambatan, keputusan"),
            _("Periksa lagi"),
            _("Paraf"),
        ],
        _looks(follow_up, actions),
        widths=(9, 26, 23, 38, 22, 25, 24, 14),
        width=width,
        least=_WRITING_ROW,
    )
    return [
        *letterhead(office.school, width),
        text(_("LEMBAR PEMANTAUAN TINDAK LANJUT"), TITLE),
        space(3),
        details(
            [
                (_("Kode kasus"), or_dots(follow_up.case.code)),
                (_("Penanggung jawab"), _person(office, follow_up, owner)),
            ],
            label=42,
            width=width,
        ),
        _tasks(follow_up, actions, width),
        text(_("Hasil pemantauan, menurut nomor tindakan di atas:"), BODY),
        space(1),
        *looks,
        signatures(
            _in_charge(office, owner),
            counselor(office, place_and_date(office.school.city, None)),
            width,
            with_it=[last],
        ),
    ]


def _person(office: Office, follow_up: FollowUp, owner: str) -> str:
    """The name and in which capacity, as far as the capacity is known."""
    capacity = ""
    if guest := _guest(follow_up, owner):
        capacity = guest.capacity.strip()
    elif owner and owner == office.counselor.name.strip():
        capacity = _("Guru BK")
    return f"{or_dots(owner)} – {capital(capacity)}" if capacity else or_dots(owner)


def _guest(follow_up: FollowUp, owner: str) -> Participant | None:
    for guest in follow_up.appraisal.meeting.plan.participants:
        if owner and guest.name.strip().casefold() == owner.casefold():
            return guest
    return None


def _in_charge(office: Office, owner: str) -> Signer | None:
    """Who is in charge, unless it is the counselor, who signs anyway."""
    if owner and owner == office.counselor.name.strip():
        return None
    return Signer((_("Penanggung jawab,"),), owner)


def _tasks(follow_up: FollowUp, actions: Sequence[Action], width: float) -> Table:
    rows = [
        [
            str(place),
            follow_up.deed(action),
            long_date(action.due_on) if action.due_on else "",
            action.where,
            action.measure,
            _state(action),
        ]
        for place, action in enumerate(actions, 1)
    ]
    blank = [[str(place), *[""] * 5] for place in range(1, _BLANK_ACTIONS + 1)]
    return grid(
        [
            _("No"),
            _("Tindakan"),
            _("Tenggat"),
            _("Tempat"),
            _("Ukuran berhasil"),
            _("Keadaan"),
        ],
        rows or blank,
        widths=(8, 53, 26, 27, 43, 19),
        width=width,
        least=0 if rows else _WRITING_ROW,
    )


def _state(action: Action) -> str:
    """How far it has come, and whether what was promised was done."""
    return action.state.title + (f", {action.kept.label}" if action.kept is not None else "")


def _looks(follow_up: FollowUp, actions: Sequence[Action]) -> list[list[str]]:
    """What was found so far, oldest first, and rows to write on."""
    found = [
        (look, place)
        for place, action in enumerate(actions, 1)
        for look in follow_up.progress_of(action)
    ]
    rows = [
        [
            str(place),
            long_date(look.noted_on),
            look.manner.title if look.manner else "",
            look.text,
            look.trend.title if look.trend else "",
            "",
            long_date(look.next_check) if look.next_check else "",
            "",
        ]
        for look, place in sorted(found, key=lambda one: (one[0].noted_on, one[1]))
    ]
    room = max(_LEAST_ROOM, _ROWS - len(rows))
    return [*rows, *[[""] * _LOOK_COLUMNS] * room]

"""The people around the table as chips: whose turn it is, and who has had one."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy

from konfkasus_gui.language import _
from konfkasus_gui.procedure.meeting import Meeting, heard
from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.vocabulary import Agenda
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.scroll import ShortScroll

CHIP = 250
"""px at 100 %; a longer name ends in "…", so that many people stay in sight"""


class SpeakerChips(ShortScroll):
    """``people`` are the chips; the speaker's is always in sight."""

    def __init__(self, agenda: Agenda) -> None:
        self._agenda = agenda
        self._shown: dict[int, str] = {}
        self.people = ChoiceChips(
            (), optional=False, name=_("Giliran peserta"), icon="", widest=CHIP
        )
        policy = self.people.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # as high as its width asks for
        self.people.setSizePolicy(policy)
        super().__init__(self.people, 118)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(0)
        self._reveal.timeout.connect(self._show_speaker)

    def show_meeting(self, meeting: Meeting, speaker: int) -> None:
        """Show who is here and how far each is; ``speaker`` is the id of whoever speaks."""
        present = meeting.present()
        marks = {guest.id: _mark(meeting, guest, self._agenda) for guest in present}
        words = {guest.id: f"{marks[guest.id]} {guest.called}".strip() for guest in present}
        if words.keys() != self._shown.keys():
            self.people.set_choices(tuple(words.items()))
            self._shown = {}
        for guest in present:
            if self._shown.get(guest.id) != words[guest.id]:
                chip = self.people.chip(guest.id)
                chip.setText(words[guest.id])
                chip.setToolTip(words[guest.id])
                chip.setAccessibleName(_told(guest, marks[guest.id]))
        self._shown = words
        if self.people.value() != speaker:
            self.people.set_value(speaker)
            self._reveal.start()

    def _show_speaker(self) -> None:
        """Once the chips stand in their lines, the speaker's is in sight."""
        if self.people.value() in self._shown:
            self.ensureWidgetVisible(self.people.chip(self.people.value()), 0, 4)


def _mark(meeting: Meeting, guest: Participant, agenda: Agenda) -> str:
    if meeting.abstained(guest, agenda):
        return "–"
    return "✓" if heard(meeting, guest, agenda) else ""


def _told(guest: Participant, mark: str) -> str:
    words = {"–": _("{name}, tidak ada tambahan"), "✓": _("{name}, sudah")}
    return words.get(mark, _("{name}, belum")).format(name=guest.called)

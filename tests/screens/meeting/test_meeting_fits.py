"""Small screens, large type, many people with long names: nothing is cut off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
)

from konfkasus_gui.procedure.planning import Participant
from konfkasus_gui.procedure.proceedings import Attendance, Commitment, Contribution
from konfkasus_gui.procedure.vocabulary import Agenda, Aspect, Basis, Group, PledgeManner, Presence
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.meeting.remarks import RemarksWindow
from konfkasus_gui.screens.widgets.text_area import TextArea

NAMES = (
    "Drs. H. Muhammad Abdurrahman Wahid Kusumanegara, M.Pd.",
    "R. Ay. Kusumaningrum Prameswari Dewanti Hadiningrat",
    "Sri",
)
LONG = "Keterangan yang panjang tentang apa yang terlihat di kelas dan di rumah. " * 3


@pytest.fixture
def type_size(qapp, request):
    """The font size in percent, before any window is made."""
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, 100)


@pytest.fixture
def crowded(type_size, session, begun, planned, explain_all):
    """Eighteen more people, half of them have spoken and promised; all steps may be entered."""
    place = "Ruang Bimbingan dan Konseling lantai dua sayap timur"
    with session.together():
        session.save(replace(session.plan(planned.id).conference, place=place))
        for number in range(18):
            guest = session.save(
                Participant(
                    conference_id=planned.id,
                    name=f"{NAMES[number % 3]} {number}",
                    capacity="wakil kepala sekolah bidang kesiswaan",
                    group=Group.INFORMS,
                )
            )
            session.save(
                Attendance(
                    conference_id=planned.id,
                    participant_id=guest.id,
                    presence=list(Presence)[number % 4],
                    pledge=PledgeManner.SPOKEN,
                )
            )
            if number % 2:
                session.save(
                    Contribution(
                        conference_id=planned.id,
                        participant_id=guest.id,
                        agenda=Agenda.INFORMATION,
                        aspect=list(Aspect)[number % 11],
                        basis=Basis.OBSERVED,
                        text=LONG,
                        said_at=session.now(),
                    )
                )
                session.save(
                    Commitment(conference_id=planned.id, participant_id=guest.id, text=LONG)
                )
    explain_all(session, planned)
    return begun


def cut_off(window):
    """What is cut off in ``window`` or has to be scrolled sideways to."""
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum():
            yield f"sideways: {type(area.widget()).__name__}"
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        wraps = label.wordWrap()
        high = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
        wide = label.minimumSizeHint().width()
        if high > label.height() + 1 or wide > label.width() + 1:
            yield f"label: {label.text()[:40]}"
    for box in window.findChildren(TextArea):
        words = box.document()
        lines = words.size().height() * box.fontMetrics().lineSpacing() + 2 * words.documentMargin()
        scrolls = box.verticalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if box.isVisible() and not scrolls and lines > box.viewport().height() + 1:
            yield f"box: {box.placeholderText()}"
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.property("kind") != "chip":
            right = button.mapTo(window, button.rect().topRight()).x()
            if button.sizeHint().width() > button.width() + 1 or right > window.width():
                yield f"button: {button.text()}"


@pytest.mark.parametrize("type_size", [100], indirect=True)
def test_how_somebody_came_or_why_not_is_read_whole(crowded):
    crowded.go_to(Agenda.OPENING)
    crowded.resize(1366, 768)
    row = crowded.page_now.rows.shown[0]
    for presence in (None, *Presence):
        row.presence.set_value(presence)
        row.presence.activated.emit(row.presence.currentIndex())
        row.refreshed()
        letters = row.presence.fontMetrics().horizontalAdvance(row.presence.currentText())
        option = QStyleOptionComboBox()
        row.presence.initStyleOption(option)
        field = row.presence.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            row.presence,
        )
        assert letters <= field.width(), presence


@pytest.mark.parametrize(
    ("size", "type_size"),
    [
        (QSize(1366, 768), 100),
        (QSize(1024, 600), 100),
        (QSize(1366, 768), 150),
        (QSize(1366, 768), 200),
    ],
    indirect=["type_size"],
)
def test_nothing_is_cut_off_however_many_people_come(qtbot, crowded, size):
    def fits():
        assert list(cut_off(crowded)) == []

    for step in Agenda:
        crowded.go_to(step)
        assert crowded.step is step
        crowded.resize(size)
        qtbot.waitUntil(fits)
        assert crowded.size() == size


@pytest.mark.parametrize("type_size", [100, 150, 200], indirect=True)
def test_other_notes_are_read_whole(qtbot, type_size, session, begun, planned):
    window = RemarksWindow(session, planned.id, begun)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: list(cut_off(window)) == [])

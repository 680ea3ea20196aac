"""The stop sign: what comes before any conference when a child may be in danger."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from konfkasus_gui.language import N_, _
from konfkasus_gui.procedure.case import Step
from konfkasus_gui.screens.case_opening.page import CasePage
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import body
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.text_area import TextArea

DUTIES = (
    (
        "shield-check",
        N_("Pastikan anak aman hari ini dan ada orang dewasa yang mendampinginya."),
    ),
    (
        "bell",
        N_(
            "Dugaan kekerasan atau pelanggaran hukum dilaporkan kepada Pokja di daerah, polisi,"
            " atau UPTD PPA/dinas sosial."
        ),
    ),
    (
        "users",
        N_("Korban dan terduga pelaku tidak dipertemukan dalam satu pertemuan."),
    ),
    (
        "lock",
        N_("Jati diri korban dan pelapor hanya disampaikan kepada pihak yang menangani."),
    ),
)


class DangerPage(CasePage):
    """What is due before a conference, and what was done about it."""

    step = Step.DANGER
    heading = N_("Lindungi anak lebih dahulu")

    @override
    def form(self) -> QWidget:
        form = Form(self.session, self.case)
        form.add_widget(
            Notice(_("Konferensi kasus tidak menggantikan pelaporan yang wajib."), "danger")
        )
        duties = Card(_("Yang perlu dilakukan"))
        for icon, sentence in DUTIES:
            duties.add_layout(_line(icon, _(sentence)))
        form.add_widget(duties)
        self.handling = form.bind(
            TextArea(_("Kepada siapa dilaporkan, kapan, oleh siapa"), lines=(3, 8)),
            "danger_handling",
        )
        form.add(_("Yang sudah atau segera dilakukan"), self.handling)
        form.add_stretch()
        return form


def _line(icon: str, sentence: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(IconLabel(icon, "danger"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(body(sentence), 1)
    return line

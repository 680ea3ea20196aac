"""What an expert outside the school is told, written for that reader before the letter is shown."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.referral import proposed
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.label import heading, strong
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.scroll import Scroll
from konfkasus_gui.screens.widgets.text_area import TextArea


class ReferralWindow(QDialog):
    """Begins with what the record says; nothing is printed but what is kept here."""

    written = Signal(object)
    """The ``Referral`` that was kept."""

    def __init__(self, session: Session, conference_id: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self.conference_id = conference_id
        self._referral = session.lists.referral(conference_id) or proposed(
            session.plan(conference_id)
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Surat rujukan"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.recipient = QLineEdit(self._referral.recipient)
        self.recipient.setPlaceholderText(_("Misalnya: Psikolog Puskesmas Sukamaju"))
        self.recipient.setMaxLength(120)
        self.seen = TextArea(_("Hal yang perlu diketahui ahli"), lines=(3, 6))
        self.tried = TextArea(_("Yang sudah dilakukan sekolah dan keluarga"), lines=(3, 6))
        self.wanted = TextArea(_("Misalnya pemeriksaan dan saran pendampingan"), lines=(2, 4))
        self.seen.set_value(self._referral.seen)
        self.tried.set_value(self._referral.tried)
        self.wanted.set_value(self._referral.wanted)
        for field in (self.seen, self.tried, self.wanted):
            session.text_checks.watch(field, lambda: self._referral, "seen")
        self.show_letter = button(_("Simpan dan lihat surat"), kind="primary", pressed=self._keep)
        session.locked.connect(self.reject)
        self._lay_out()

    def _keep(self) -> None:
        kept = self._session.save(
            replace(
                self._referral,
                recipient=" ".join(self.recipient.text().split()),
                seen=self.seen.value().strip(),
                tried=self.tried.value().strip(),
                wanted=self.wanted.value().strip(),
            )
        )
        self.accept()
        self.written.emit(kept)

    def _lay_out(self) -> None:
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, 8, 0)
        fields.setSpacing(6)
        for words, field in (
            (_("Kepada"), self.recipient),
            (_("Yang teramati"), self.seen),
            (_("Yang sudah diupayakan"), self.tried),
            (_("Bantuan yang diharapkan"), self.wanted),
        ):
            name = strong(words)
            name.setBuddy(field)
            field.setAccessibleName(words)
            fields.addWidget(name)
            fields.addWidget(field)
            fields.addSpacing(4)
        fields.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading(_("Apa yang boleh diketahui ahli?")))
        column.addWidget(
            Notice(
                _(
                    "Surat ini keluar dari sekolah dengan nama konseli. Tulis seperlunya saja;"
                    " ucapan peserta konferensi tidak ikut."
                ),
                "warning",
            )
        )
        column.addWidget(Scroll(inside), 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch()
        foot.addWidget(button(_("Batal"), pressed=self.reject))
        foot.addWidget(self.show_letter)
        column.addLayout(foot)
        self.resize(theme.scaled(600), theme.scaled(600))

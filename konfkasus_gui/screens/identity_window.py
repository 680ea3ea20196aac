"""Sentences that would tell who somebody is, shown before a paper leaves or becomes final."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.identity import Finding
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import body, heading, muted, rule, small
from konfkasus_gui.screens.widgets.scroll import Scroll

MOST = 40
"""Sentences; the rest is counted."""


class IdentityWindow(QDialog):
    """*Perbaiki dahulu* goes back to the records; ``anyway`` goes on, once a reason is given."""

    def __init__(self, parent: QWidget | None, findings: Sequence[Finding], anyway: str) -> None:
        super().__init__(parent)
        self.reason = ""
        self._anyway = anyway
        self.setWindowTitle(_("Periksa identitas"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.card = Card()
        self.rows = _by_sentence(findings)
        for place, (sentence, found) in enumerate(self.rows[:MOST]):
            if place:
                self.card.add(rule())
            self.card.add(_row(sentence, found))
        if len(self.rows) > MOST:
            self.card.add(muted(_("Masih ada {n} kalimat lain.").format(n=len(self.rows) - MOST)))
        self.card.add_stretch()
        self.go_on = button(anyway, pressed=self._go_on)
        self.mend = button(_("Perbaiki dahulu"), kind="primary", pressed=self.reject)
        self.mend.setDefault(True)
        self._lay_out()
        self.mend.setFocus()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch()
        foot.addWidget(self.go_on)
        foot.addWidget(self.mend)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading(_("Ada kalimat yang dapat menunjukkan identitas")))
        column.addWidget(
            muted(
                _(
                    "Dokumen ini seharusnya tidak memuatnya. Perbaiki catatan kasusnya, lalu buka"
                    " dokumen ini lagi. Yang bertanda “mungkin” bisa jadi kata biasa."
                )
            )
        )
        inside = QWidget()
        holder = QVBoxLayout(inside)
        holder.setContentsMargins(0, 0, 8, 0)
        holder.addWidget(self.card)
        column.addWidget(Scroll(inside), 1)
        column.addLayout(foot)
        self.resize(theme.scaled(620), theme.scaled(460))

    def _go_on(self) -> None:
        reason = dialogs.ask_reason(
            self,
            _("Mengapa tetap dibiarkan?"),
            action=self._anyway,
            detail=_("Alasan ini dicatat dalam riwayat kasus. Jangan menulis nama di sini."),
        )
        if reason:
            self.reason = reason
            self.accept()


def ask_identity(parent: QWidget, findings: Sequence[Finding], anyway: str) -> str | None:
    """Why the paper may go on all the same; ``None`` when it is to be mended first."""
    window = IdentityWindow(parent, findings, anyway)
    return window.reason if dialogs.answered(window) else None


def _by_sentence(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Each sentence once, those that surely tell somebody first."""
    found: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: not one.certain):
        same = found.setdefault(finding.sentence, [])
        if finding.found not in [one.found for one in same]:
            same.append(finding)
    return list(found.items())


def _row(sentence: str, found: Sequence[Finding]) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(4)
    column.addWidget(body(f"“{sentence}”"))
    for finding in found:
        line = QHBoxLayout()
        line.setSpacing(8)
        sure = Badge(finding.whose.label, "danger" if finding.certain else "warning")
        if not finding.certain:
            sure.setText(_("mungkin {whose}").format(whose=finding.whose.label))
        line.addWidget(sure)
        line.addWidget(
            small(
                _("Ganti “{found}” dengan “{instead}”.").format(
                    found=finding.found, instead=finding.instead
                )
            ),
            1,
        )
        column.addLayout(line)
    return row

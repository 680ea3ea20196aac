"""Sentences that tell who somebody is, or judge a child, before a paper leaves or is final."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from konfkasus_gui.language import _
from konfkasus_gui.procedure.identity import Finding, by_certainty
from konfkasus_gui.procedure.neutral_words import JudgingSentence
from konfkasus_gui.screens import dialogs, theme
from konfkasus_gui.screens.widgets.badge import Badge
from konfkasus_gui.screens.widgets.button import button
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import body, heading, muted, rule, small
from konfkasus_gui.screens.widgets.scroll import Scroll

MOST = 40
"""Sentences; the rest is counted."""


class IdentityWindow(QDialog):
    """*Perbaiki dahulu* goes back to the records, ``mending`` then; ``anyway`` goes on.

    What tells somebody takes a reason, which is ``reason`` then; sentences that judge are only
    shown.
    """

    def __init__(
        self,
        parent: QWidget | None,
        findings: Sequence[Finding],
        anyway: str,
        judging: Sequence[JudgingSentence] = (),
    ) -> None:
        super().__init__(parent)
        self.reason = ""
        self.mending = False
        self._anyway = anyway
        self._telling = bool(findings)
        self.setWindowTitle(_title(findings, judging))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.rows = _by_sentence(findings)
        both = self._telling and bool(judging)
        self.card = _card(
            _("Identitas") if both else "",
            _identity_advice() if both else "",
            [_row(sentence, found) for sentence, found in self.rows],
        )
        self.language = _card(
            _("Bahasa netral") if both else "",
            _language_advice() if both else "",
            [_judging_row(one) for one in judging],
        )
        self.card.setVisible(self._telling)
        self.language.setVisible(bool(judging))
        self.go_on = button(anyway, pressed=self._go_on)
        self.mend = button(_("Perbaiki dahulu"), kind="primary", pressed=self._mend)
        self.mend.setDefault(True)
        advice = _identity_advice() if self._telling else _language_advice()
        self._lay_out(_heading(findings, judging), "" if both else advice)
        room = QGuiApplication.primaryScreen().availableSize()
        size = QSize(theme.scaled(620), theme.scaled(580 if both else 460))
        self.resize(size.boundedTo(room))
        self.mend.setFocus()

    def _lay_out(self, name: str, advice: str) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch()
        foot.addWidget(self.go_on)
        foot.addWidget(self.mend)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading(name))
        if advice:
            column.addWidget(muted(advice))
        inside = Flowing()
        holder = QVBoxLayout(inside)
        holder.setContentsMargins(0, 0, 8, 0)
        holder.setSpacing(12)
        holder.addWidget(self.language)
        holder.addWidget(self.card)
        holder.addStretch()
        column.addWidget(Scroll(inside), 1)
        column.addLayout(foot)

    def _mend(self) -> None:
        self.mending = True
        self.reject()

    def _go_on(self) -> None:
        if not self._telling:
            self.accept()
            return
        reason = dialogs.ask_reason(
            self,
            _("Mengapa tetap dibiarkan?"),
            action=self._anyway,
            detail=_("Alasan ini dicatat dalam riwayat kasus. Jangan menulis nama di sini."),
        )
        if reason:
            self.reason = reason
            self.accept()


def ask_identity(
    parent: QWidget,
    findings: Sequence[Finding],
    anyway: str,
    judging: Sequence[JudgingSentence] = (),
    mend: Callable[[], None] | None = None,
) -> str | None:
    """Why the paper may go on all the same; ``None`` when it is to be mended first.

    Empty where nothing tells who somebody is. *Perbaiki dahulu* calls ``mend``; Esc does not.
    """
    window = IdentityWindow(parent, findings, anyway, judging)
    if dialogs.answered(window):
        return window.reason
    if window.mending and mend is not None:
        mend()
    return None


def _title(findings: Sequence[Finding], judging: Sequence[JudgingSentence]) -> str:
    if findings and judging:
        return _("Periksa bahasa dan identitas")
    return _("Periksa identitas") if findings else _("Periksa bahasa")


def _heading(findings: Sequence[Finding], judging: Sequence[JudgingSentence]) -> str:
    if findings and judging:
        return _("Ada kalimat yang sebaiknya dilihat lagi")
    if findings:
        return _("Ada kalimat yang dapat menunjukkan identitas")
    return _("Ada kata yang menilai anak")


def _identity_advice() -> str:
    return _(
        "Dokumen ini seharusnya tidak memuatnya. Perbaiki catatan kasusnya, lalu buka dokumen ini"
        " lagi. Yang bertanda “mungkin” bisa jadi kata biasa."
    )


def _language_advice() -> str:
    return _(
        "Kata yang menilai sebaiknya diganti dengan yang terlihat. Ini hanya saran; keputusan ada"
        " pada Anda dan dicatat dalam riwayat."
    )


def _card(name: str, advice: str, rows: Sequence[QWidget]) -> Card:
    card = Card(name)
    if advice:
        card.add(muted(advice))
    for place, row in enumerate(rows[:MOST]):
        if place:
            card.add(rule())
        card.add(row)
    if len(rows) > MOST:
        card.add(muted(_("Masih ada {n} kalimat lain.").format(n=len(rows) - MOST)))
    return card


def _judging_row(judging: JudgingSentence) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(4)
    column.addWidget(body(f"“{judging.sentence}”"))
    for finding in judging.findings:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Badge(finding.found, "warning"), 0, Qt.AlignmentFlag.AlignTop)
        told = finding.entry.reason
        if finding.entry.instead:
            ways = _(" atau ").join(f"“{way}”" for way in finding.entry.instead)
            told = _("{reason} Misalnya: {ways}.").format(reason=told, ways=ways)
        line.addWidget(small(told), 1)
        column.addLayout(line)
    return row


def _by_sentence(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Each sentence once, those that surely tell somebody first."""
    found: dict[str, list[Finding]] = {}
    for finding in by_certainty(findings):
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

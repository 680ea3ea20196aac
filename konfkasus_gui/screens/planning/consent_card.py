"""The card of one consent: the answer, its signed paper, and taking it back."""

from PySide6.QtCore import Qt

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.consent import AGREED
from konfkasus_gui.procedure.scan import ScanUnusable
from konfkasus_gui.procedure.vocabulary import ConsentGiver, ConsentState, DocumentKind
from konfkasus_gui.screens import deeds as case_deeds
from konfkasus_gui.screens import dialogs
from konfkasus_gui.screens.planning import deeds
from konfkasus_gui.screens.planning.consent_form import ConsentForm
from konfkasus_gui.screens.planning.papers import show_paper
from konfkasus_gui.screens.planning.scan_window import show_scan
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.label import small
from konfkasus_gui.screens.widgets.notice import Notice

BADGES = {
    ConsentState.GIVEN: "good",
    ConsentState.CONDITIONAL: "good",
    ConsentState.REFUSED: "warning",
    ConsentState.UNOBTAINABLE: "warning",
    ConsentState.WITHDRAWN: "danger",
}
PAPERS = {
    ConsentGiver.CLIENT: DocumentKind.CLIENT_CONSENT,
    ConsentGiver.GUARDIAN: DocumentKind.GUARDIAN_CONSENT,
}


class ConsentCard(Card):
    """The consent of the client or of the guardian."""

    def __init__(self, session: Session, conference_id: int, giver: ConsentGiver) -> None:
        super().__init__(giver.title)
        self.column.setSpacing(10)
        self.session = session
        self._conference_id = conference_id
        self._giver = giver
        self.withdrawn = Notice()
        self.form = ConsentForm(session, conference_id, giver)
        self.scan_state = small()
        self.choose_scan = link(_("Simpan pindaian…"), icon="upload", pressed=self._choose_scan)
        self.show_scan = link(_("Lihat pindaian"), icon="eye", pressed=self._show_scan)
        self.print_form = link(
            _("Cetak lembar persetujuan"),
            icon="printer",
            pressed=self._print_form,
        )
        self.withdraw = button(_("Tarik persetujuan…"), kind="danger", pressed=self._withdraw)
        self.add(self.withdrawn)
        self.add(self.form)
        self.add_stretch()
        self.add_rule()
        self.add(self.scan_state)
        for deed in (self.print_form, self.choose_scan, self.show_scan, self.withdraw):
            self.column.addWidget(deed, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Show how the consent stands now."""
        consent = self.form.consent()
        state = consent.state
        self.count.say(
            state.label if state else _("belum dicatat"),
            BADGES.get(state, "neutral") if state else "neutral",
        )
        self.count.show()
        day = long_date(consent.withdrawn_on) if consent.withdrawn_on else ""
        self.withdrawn.say(
            _("Ditarik kembali pada {day}. Kasus dibekukan sampai ada persetujuan baru.").format(
                day=day
            )
            if state is ConsentState.WITHDRAWN
            else "",
            "danger",
        )
        self.withdraw.setVisible(state in AGREED)
        self.choose_scan.setVisible(state is not None)
        self.choose_scan.setText(_("Ganti pindaian…") if consent.scan_id else _("Simpan pindaian…"))
        self.show_scan.setVisible(consent.scan_id is not None)
        self.scan_state.setText(
            _("Pindaian lembar bertanda tangan tersimpan di arsip.")
            if consent.scan_id
            else _("Belum ada pindaian lembar bertanda tangan.")
        )
        self.scan_state.setVisible(state is not None)

    def _print_form(self) -> None:
        self.form.flush()
        show_paper(self.session, self._conference_id, PAPERS[self._giver], self)

    def _choose_scan(self) -> None:
        self.form.flush()
        path = dialogs.choose_open_file(
            self, _("Pilih pindaian"), _("Pindaian (*.pdf *.jpg *.jpeg *.png)")
        )
        if path is None:
            return
        try:
            deeds.keep_scan(self.session, self._conference_id, self.form.consent(), path)
        except ScanUnusable as error:
            dialogs.tell(self, str(error))

    def _show_scan(self) -> None:
        scan_id = self.form.consent().scan_id
        if scan_id is not None:
            show_scan(self.session, scan_id, self)

    def _withdraw(self) -> None:
        self.form.flush()
        if dialogs.confirm(
            self,
            _("Tarik persetujuan {giver}?").format(giver=self._giver.label),
            action=_("Tarik persetujuan"),
            detail=_(
                "Kasus langsung dibekukan, undangan yang masih berlaku dibatalkan, dan tidak ada"
                " surat yang dicetak lagi. Yang sudah dicatat tetap tersimpan."
            ),
            danger=True,
        ):
            case_deeds.withdraw_consent(self.session, self._conference_id, self.form.consent())

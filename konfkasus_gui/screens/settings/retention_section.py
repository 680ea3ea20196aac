"""Masa simpan: how long closed cases are kept, and those whose time is over."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.account import coordinates
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.retention import CHOICES, KeptCase, over_on, to_review
from konfkasus_gui.screens import dialogs, retention_deeds
from konfkasus_gui.screens.background import Cancelled
from konfkasus_gui.screens.backups import Made
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.button import button, link
from konfkasus_gui.screens.widgets.card import Card
from konfkasus_gui.screens.widgets.check_rows import CheckRows
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.flowing import Flowing
from konfkasus_gui.screens.widgets.label import body, muted, small
from konfkasus_gui.screens.widgets.notice import Notice
from konfkasus_gui.screens.widgets.progress import run_with_progress


class RetentionSection(Flowing):
    """The years, and the list to look through; only a coordinator changes anything here."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.over: tuple[KeptCase, ...] = ()
        self.rows: CheckRows | None = None
        self._resting = False
        self.years = ChoiceChips(
            [(n, _("{n} tahun").format(n=n)) for n in CHOICES],
            optional=False,
            name=_("Masa simpan"),
        )
        self.years.changed.connect(self._set_years)
        self.only = small(_("Hanya koordinator BK yang dapat mengubahnya."))
        self.none = muted(_("Belum ada arsip kasus yang masa simpannya berakhir."))
        self.notice = Notice()
        self.every = link(_("Pilih semua"), pressed=self._tick_all)
        self.longer = button(_("Simpan setahun lagi"), pressed=self._keep_longer)
        self.ending = button(_("Musnahkan yang dipilih…"), kind="danger", pressed=self._destroy)
        session.locked.connect(self._rest)
        self._lay_out()

    def refresh(self) -> None:
        """Show the years and the list as they are now."""
        school, today = self.session.school, self.session.today()
        may = coordinates(self.session.account)
        self.years.set_value(school.retention_years)
        self.years.setEnabled(may)
        self.only.setVisible(not may)
        over = to_review(self.session.lists.left_cases(), school.retention_years, today)
        if over != self.over or self.rows is None:
            self._show(over)
        self.none.setVisible(not over)
        self.every.setVisible(bool(over) and may)
        self._weigh()

    def chosen(self) -> tuple[KeptCase, ...]:
        """Those that are ticked."""
        return self.rows.value() if self.rows is not None and self.over else ()

    def _show(self, over: tuple[KeptCase, ...]) -> None:
        ticked = {one.case_id for one in self.chosen()}
        if self.rows is not None:
            self._place.removeWidget(self.rows)
            self.rows.hide()
            self.rows.deleteLater()
            self.rows = None
        self.over = over
        if over:
            self.rows = CheckRows([(one, one.code) for one in over], self._meaning)
            self.rows.set_value([one for one in over if one.case_id in ticked])
            self.rows.changed.connect(self._weigh)
            self._place.addWidget(self.rows)

    def _meaning(self, one: KeptCase) -> str:
        return _(
            "Masa simpan berakhir {day}. Keluar sekolah {left}, kasus ditutup {closed}."
            " {letters}\u00a0surat, {documents}\u00a0dokumen."
        ).format(
            day=long_date(over_on(one, self.session.school.retention_years)),
            left=long_date(one.left_on),
            closed=long_date(one.closed_on),
            letters=one.letters,
            documents=one.documents,
        )

    def _weigh(self) -> None:
        ready = bool(self.chosen()) and coordinates(self.session.account)
        self.longer.setEnabled(ready)
        self.ending.setEnabled(ready and self.session.backups is not None)

    def _set_years(self) -> None:
        self._told(partial(retention_deeds.set_years, self.session, self.years.value()))
        self.refresh()

    def _tick_all(self) -> None:
        if self.rows is not None:
            self.rows.set_value(self.over)

    def _keep_longer(self) -> None:
        chosen = self.chosen()
        if self._told(partial(retention_deeds.keep_longer, self.session, chosen)):
            self.notice.say(
                _("{n} arsip kasus disimpan setahun lagi.").format(n=len(chosen)), "good"
            )
        self.refresh()

    def _destroy(self) -> None:
        backups, chosen = self.session.backups, self.chosen()
        if backups is None or not dialogs.confirm(
            self,
            _("Musnahkan arsip {n} kasus?").format(n=len(chosen)),
            action=_("Cadangkan lalu musnahkan"),
            detail=_(
                "Catatan, surat, dokumen, dan data konselinya dihapus dan tidak dapat dibuka lagi"
                " dari sini. Arsip dicadangkan dan cadangannya diperiksa dahulu. Cadangan lama"
                " masih memuatnya sampai terganti yang baru, biasanya dalam dua belas bulan; hapus"
                " salinan di diska USB bila harus hilang sekarang."
            ),
            danger=True,
        ):
            return
        work = backups.making()
        task = run_with_progress(self, _("Membuat dan memeriksa cadangan…"), work)
        task.finished.connect(partial(self._backed_up, chosen))
        task.failed.connect(self._failed)

    def _backed_up(self, chosen: tuple[KeptCase, ...], made: Made) -> None:
        if self._resting or self.session.backups is None:
            return
        self.session.backups.made(made)
        deed = partial(retention_deeds.destroy, self.session, chosen, made)
        if not self._told(deed):
            return
        self.refresh()
        self.notice.say(
            _(
                "Arsip {n} kasus sudah dimusnahkan. Berita acaranya tersimpan di Arsip dokumen;"
                " cetak dan tanda tangani bersama dua saksi."
            ).format(n=len(chosen)),
            "good",
        )

    def _failed(self, error: Exception) -> None:
        if self._resting or isinstance(error, Cancelled):
            return
        if not isinstance(error, KonfKasusError):
            raise error
        self.notice.say(
            _("{reason} Tidak ada yang dimusnahkan.").format(reason=str(error)), "danger"
        )

    def _told(self, act: Callable[[], object]) -> bool:
        """Whether ``act`` went well; otherwise it is said why not."""
        self.notice.say("")
        try:
            act()
        except KonfKasusError as error:
            self.notice.say(str(error), "danger")
            return False
        return True

    def _rest(self) -> None:
        self._resting = True

    def _lay_out(self) -> None:
        rule = Card(_("Masa simpan"))
        rule.add(
            body(
                _(
                    "Arsip kasus yang sudah ditutup disimpan sampai siswanya keluar dari sekolah,"
                    " lalu sekian tahun lagi. Sesudah itu koordinator meninjaunya. Tidak ada yang"
                    " terhapus sendiri."
                )
            )
        )
        rule.add(self.years)
        rule.add(self.only)
        self._list = Card(_("Perlu ditinjau"))
        self._list.add(self.none)
        self._list.add(self.notice)
        self._place = QVBoxLayout()
        self._list.add_layout(self._place)
        self._list.column.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(10)
        for way in (self.longer, self.ending):
            row.addWidget(way)
        row.addStretch()
        self._list.add_layout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (rule, self._list):
            column.addWidget(card)
        column.addStretch()
        self.notice.say("")

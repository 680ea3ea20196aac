"""Pictures of cases on their way to another PC and back."""

from datetime import datetime

from konfkasus_gui.archive.keys import MINIMUM
from konfkasus_gui.demo.pictures import Gallery
from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import long_date
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.merging import Outcome
from konfkasus_gui.procedure.transfer_view import CaseLook, ConflictLook, Pair, View
from konfkasus_gui.procedure.transfer_words import field_title, kind_title
from konfkasus_gui.procedure.variant import Cause
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.transfer.export_wizard import ExportWizard
from konfkasus_gui.screens.transfer.import_wizard import ImportWizard


def draw_transfer(session: Session, gallery: Gallery, case_id: int) -> None:
    """The pages of the export with one case ticked, and those of an import that differs."""
    export = ExportWizard(session, None, (case_id,), MINIMUM)
    export.passphrase.show_made("badulo citapu nasuro wimali")
    export.passphrase.kept.setChecked(True)
    gallery.draw_steps(export, "ekspor")
    taking = ImportWizard(session, None)
    case = session.get(Case, case_id)
    taking.show_view(_made_up(case.code), long_date(datetime(2026, 11, 23).date()))  # noqa: DTZ001
    gallery.draw_steps(taking, "impor-kasus")


def _made_up(code: str) -> View:
    """What a file from a second PC might bring."""
    counts = {Outcome.NEW: 3, Outcome.CHANGED: 2, Outcome.SAME: 118, Outcome.CONFLICT: 1}
    first = CaseLook("1", code, code, _("Anisa Rahmawati"), 2, counts, known=True, returning=False)
    counts = {Outcome.NEW: 41, Outcome.CHANGED: 0, Outcome.SAME: 0, Outcome.CONFLICT: 1}
    second = CaseLook(
        "2", f"{code} (2)", code, _("Bayu Rekaan"), 1, counts, known=False, returning=False
    )
    conflict = ConflictLook(
        "3",
        code,
        kind_title(Case),
        Cause.BOTH_CHANGED,
        _("Yang di sini tetap dipakai; yang dari berkas disimpan di sampingnya."),
        (
            Pair(
                field_title(Case, "closing_note"),
                _("Nilai membaik dan tugas terkumpul sampai akhir semester."),
                _("Tugas terkumpul; pendampingan wali kelas diteruskan."),
            ),
        ),
    )
    totals = {Outcome.NEW: 44, Outcome.CHANGED: 2, Outcome.SAME: 118, Outcome.CONFLICT: 1}
    return View((first, second), (conflict,), totals, changes=True)

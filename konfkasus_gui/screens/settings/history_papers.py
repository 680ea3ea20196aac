"""The history as a paper and as a spreadsheet: work for a task, on plain values."""

from collections.abc import Callable

from konfkasus_gui.language import _
from konfkasus_gui.procedure.calendar import clock_time
from konfkasus_gui.procedure.chain import Soundness
from konfkasus_gui.procedure.school import Account
from konfkasus_gui.procedure.standing import EventLine
from konfkasus_gui.screens.background import Report
from konfkasus_gui.screens.session import Session

Reading = Callable[[Report], tuple[EventLine, ...]]


def drawing(
    session: Session, read: Reading, asked: str, found: Soundness | None
) -> Callable[[Report], bytes]:
    """The work of the paper with the lines that ``read`` brings; ``asked`` says which these are."""
    school, today = session.school, session.today()
    counselor = session.account or Account(name="", created_at=session.now())

    def work(report: Report) -> bytes:
        from konfkasus_gui.documents.history import history  # ReportLab loads late
        from konfkasus_gui.documents.paper import Office

        office = Office(school=school, counselor=counselor, dated=today)
        return history(office, read(report), asked, found)

    return work


def tabulating(read: Reading) -> Callable[[Report], bytes]:
    """The work of the spreadsheet with the lines that ``read`` brings."""

    def work(report: Report) -> bytes:
        from konfkasus_gui.archive.spreadsheet_out import as_spreadsheet

        lines = read(report)
        return as_spreadsheet(
            _("Riwayat"),
            (_("Tanggal"), _("Pukul"), _("Oleh"), _("Perbuatan"), _("Keterangan"), _("Kasus")),
            (
                (
                    f"{line.at:%Y-%m-%d}",
                    clock_time(line.at.time()),
                    line.account,
                    line.deed.title,
                    line.note,
                    line.code,
                )
                for line in lines
            ),
            widths=(12, 8, 28, 34, 34, 14),
            total=len(lines),
            report=report,
        )

    return work

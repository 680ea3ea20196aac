"""Which screens the demo shows, and at which moment of the story each tells most."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from konfkasus_gui.demo.pictures import SCREEN, Gallery, has_ink, put_away, settle
from konfkasus_gui.demo.sample import student_list
from konfkasus_gui.demo.story import Story
from konfkasus_gui.demo.vault_screens import VaultScreens
from konfkasus_gui.language import _
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.vocabulary import DocumentKind
from konfkasus_gui.screens.main_window import MainWindow
from konfkasus_gui.screens.paper_window import PaperWindow
from konfkasus_gui.screens.rail import Place
from konfkasus_gui.screens.session import Session


class Screens:
    """Draws the real screens of ``session`` into ``gallery``, ``around`` those of its vault."""

    def __init__(
        self, application: QApplication, session: Session, gallery: Gallery, around: VaultScreens
    ) -> None:
        self._application = application
        self._session = session
        self._gallery = gallery
        self._vault_screens = around

    def empty(self) -> None:
        """A new archive: home, cases and directory with nothing in them yet."""
        window = self._main()
        self._gallery.draw(window, "beranda-kosong")
        window.go_to(Place.CASES)
        self._gallery.draw(window, "kasus-kosong")
        window.go_to(Place.DIRECTORY)
        self._gallery.draw(window, "direktori-kosong")
        put_away(window)

    def importing(self) -> None:
        """The import of the school's list, before and after the file was read."""
        from konfkasus_gui.screens.student_import import StudentImport

        window = StudentImport(self._session)
        self._gallery.draw_over(window, "impor-mulai")
        window.read(student_list())
        self._wait(lambda: not window.busy)
        self._gallery.draw_over(window, "impor-pratinjau")
        put_away(window)

    def directory(self) -> None:
        """Students and people."""
        from konfkasus_gui.screens.directory.page import DirectoryPage, List

        window = self._main()
        page = window.go_to(Place.DIRECTORY)
        assert isinstance(page, DirectoryPage)
        for part in List:
            page.show_list(part)
            self._gallery.draw(window, f"direktori-{part.label}")
        put_away(window)

    def choosing(self) -> None:
        """A new case: whose is it."""
        from konfkasus_gui.screens.case_opening.wizard import CaseWizard

        wizard = CaseWizard(self._session, 0)
        self._gallery.draw_over(wizard, "kasus-baru-siswa")
        put_away(wizard)

    def opening(self, story: Story) -> None:
        """The first look at a case; its stop sign is drawn as if the child were in danger."""
        from konfkasus_gui.screens.case_opening.wizard import CaseWizard

        case = self._session.get(Case, story.case_id)
        self._session.save(replace(case, in_danger=True))
        self._gallery.draw_steps(CaseWizard(self._session, story.case_id), "kasus-baru")
        self._session.save(case)

    def planning_begins(self, story: Story) -> None:
        """The case page and the first pages while consent is still missing."""
        window = self._main()
        window.show_case(story.case_id)
        self._gallery.draw(window, "kasus-menunggu-persetujuan")
        put_away(window)

    def planned(self, story: Story) -> None:
        """Every page of the planning, and the invitations as they are printed."""
        from konfkasus_gui.screens.planning.numbers import NumbersWindow
        from konfkasus_gui.screens.planning.wizard import PlanningWizard

        self._gallery.draw_steps(PlanningWizard(self._session, story.conference_id), "perencanaan")
        plan = self._session.plan(story.conference_id)
        numbers = NumbersWindow(plan.participants, None)
        self._gallery.draw_over(numbers, "nomor-dari-tata-usaha")
        put_away(numbers)
        self._preview(story, DocumentKind.INVITATION, "pratinjau-undangan")

    def meeting_day(self, story: Story) -> None:
        """The home page on the morning of the meeting, and the case that is ready."""
        from konfkasus_gui.screens.planning.postponing import PostponeWindow

        window = self._main()
        self._gallery.draw(window, "beranda")
        window.go_to(Place.CASES)
        self._gallery.draw(window, "kasus")
        window.show_case(story.case_id)
        self._gallery.draw(window, "halaman-kasus")
        postponing = PostponeWindow(self._session, story.conference_id, window)
        self._gallery.draw_over(postponing, "tunda")
        put_away(postponing)
        put_away(window)

    def meeting(self, story: Story) -> None:
        """Items a to g, and what lies a key away from them."""
        from konfkasus_gui.screens.meeting.evidence import EvidenceWindow
        from konfkasus_gui.screens.meeting.keys import KeysWindow
        from konfkasus_gui.screens.meeting.read_back import ReadBackWindow
        from konfkasus_gui.screens.meeting.remarks import RemarksWindow
        from konfkasus_gui.screens.meeting.stopping import StopWindow
        from konfkasus_gui.screens.meeting.wizard import MeetingWizard

        session, held = self._session, story.conference_id
        self._gallery.draw_steps(MeetingWizard(session, held), "konferensi", full=True)
        conclusion = session.meeting(held).conclusions[0]
        for window, name in (
            (KeysWindow(None), "tombol"),
            (RemarksWindow(session, held, None), "catatan-lain"),
            (EvidenceWindow(session, conclusion, None), "dasar-kesimpulan"),
            (ReadBackWindow(session, held, None), "bacakan-kembali"),
            (StopWindow(session, held, None), "hentikan"),
        ):
            self._gallery.draw_over(window, f"konferensi-{name}")
            put_away(window)

    def minutes(self, story: Story) -> None:
        """The look over the minutes, what corrects them, and how they are printed."""
        from konfkasus_gui.screens.meeting.addendum import AddendumWindow
        from konfkasus_gui.screens.meeting.minutes import MinutesWindow
        from konfkasus_gui.screens.preview_kept import open_kept
        from konfkasus_gui.screens.preview_papers import kept_of

        window = MinutesWindow(self._session, story.conference_id, None)
        self._gallery.draw_over(window, "notulen")
        put_away(window)
        addendum = AddendumWindow(self._session, story.conference_id, None)
        self._gallery.draw_over(addendum, "ralat")
        put_away(addendum)
        self._preview(story, DocumentKind.MINUTES, "pratinjau-notulen")
        self._identity(story)
        [kept] = kept_of(self._session, story.conference_id, DocumentKind.ADDENDUM)
        self._draw_paper(open_kept(self._session, kept.id), "dokumen-tersimpan")

    def _identity(self, story: Story) -> None:
        """What the checks say of sentences that tell too much or judge."""
        from konfkasus_gui.procedure.identity import IdentityCheck, People
        from konfkasus_gui.procedure.neutral_words import judging_sentences
        from konfkasus_gui.screens.identity_window import IdentityWindow

        plan = self._session.plan(story.conference_id)
        check = IdentityCheck(People(code=plan.case.code, client=story.student))
        name = story.student.name
        sentence = _("Ibu menceritakan bahwa {name} tidur larut malam.").format(name=name)
        judging = judging_sentences(
            self._session.text_checks.neutral(), [_("Ia malas sejak pindah rumah.")]
        )
        window = IdentityWindow(None, check([sentence]), _("Finalkan tetap"), judging)
        self._gallery.draw_over(window, "periksa-bahasa-dan-identitas")
        put_away(window)

    def evaluation(self, story: Story) -> None:
        """Every page of the evaluation."""
        from konfkasus_gui.screens.evaluation.wizard import EvaluationWizard

        self._gallery.draw_steps(EvaluationWizard(self._session, story.conference_id), "evaluasi")

    def follow_up(self) -> None:
        """The list of what is due, the register, its forms and its book."""
        from konfkasus_gui.screens.registry.loose_paper import open_book
        from konfkasus_gui.screens.registry.page import Part, RegistryPage

        window = self._main()
        window.go_to(Place.FOLLOW_UP)
        self._gallery.draw(window, "tindak-lanjut")
        registry = window.go_to(Place.REGISTRY)
        assert isinstance(registry, RegistryPage)
        registry.letters.table.selectRow(0)
        self._gallery.draw(window, "arsip-dokumen")
        registry.part.set_value(Part.FORMS)
        registry.refresh()
        self._gallery.draw(window, "arsip-dokumen-format-kosong")
        book = open_book(self._session, self._session.today().year, window)
        self._draw_paper(book, "buku-agenda")
        put_away(window)

    def referral(self, story: Story) -> None:
        """What an expert outside is told, written for that reader."""
        from konfkasus_gui.screens.case_page.referral_window import ReferralWindow

        window = ReferralWindow(self._session, story.conference_id, None)
        self._gallery.draw_over(window, "surat-rujukan")
        put_away(window)

    def closing(self, story: Story) -> None:
        """Every page of the follow-up, when all is done."""
        from konfkasus_gui.screens.follow_up.wizard import FollowUpWizard

        self._gallery.draw_steps(
            FollowUpWizard(self._session, story.conference_id), "tindak-lanjut"
        )

    def closed(self, story: Story) -> None:
        """The closed case, the settings, and the guide."""
        from konfkasus_gui.screens.guide import GuidePage, Topic
        from konfkasus_gui.screens.settings.page import Part, SettingsPage

        window = self._main()
        window.show_case(story.case_id)
        self._gallery.draw(window, "kasus-ditutup")
        page = window.go_to(Place.SETTINGS)
        assert isinstance(page, SettingsPage)
        for part in Part:
            page.show_part(part)
            self._wait(lambda: not page.busy)
            self._gallery.draw(window, f"pengaturan-{part.label.replace(' ', '-')}")
        guide = window.go_to(Place.GUIDE)
        assert isinstance(guide, GuidePage)
        for topic in Topic:
            guide.show_topic(topic)
            self._gallery.draw(window, f"panduan-{topic.value}")
        self._vault_screens.keys(window)
        put_away(window)

    def _preview(self, story: Story, kind: DocumentKind, name: str) -> None:
        from konfkasus_gui.screens.preview import open_preview

        self._draw_paper(open_preview(self._session, story.conference_id, kind, None), name)

    def _draw_paper(self, window: PaperWindow, name: str) -> None:
        self._wait(lambda: not window.busy)
        window.resize(SCREEN)
        self._wait(lambda: has_ink(window.pages.view))
        self._gallery.draw(window, name)
        put_away(window)

    def _main(self) -> MainWindow:
        window = MainWindow(self._session)
        window.show()
        settle()
        return window

    def _wait(self, done: Callable[[], bool]) -> None:
        """Let the windows go on until ``done``; whoever drew pictures would wait as long."""
        while not done():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

"""The form of one action: who does what, when, where, how, and why this one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from konfkasus_gui.language import _
from konfkasus_gui.procedure.follow_up import Action, FollowUp
from konfkasus_gui.procedure.vocabulary import Service
from konfkasus_gui.screens.form import Form
from konfkasus_gui.screens.planning.person_field import suggest_names
from konfkasus_gui.screens.session import Session
from konfkasus_gui.screens.widgets.beside import Beside
from konfkasus_gui.screens.widgets.chips import ChoiceChips
from konfkasus_gui.screens.widgets.edits import NoWheelComboBox, OptionalDateEdit
from konfkasus_gui.screens.widgets.label import body, small
from konfkasus_gui.screens.widgets.text_area import TextArea


class ActionForm(Form):
    """An action that keeps a commitment shows its words; they are changed in the meeting alone."""

    def __init__(
        self,
        session: Session,
        followed: Callable[[], FollowUp],
        action: Callable[[], Action],
        names: Sequence[str],
    ) -> None:
        super().__init__(session, action)
        self._followed = followed
        self._action = action
        self.rows.setSpacing(8)
        self.promise = body()
        self.origin = small()
        self.what = self.bind(TextArea(_("Apa yang dilakukan"), lines=(1, 5)), "what")
        self.who = self.bind(QLineEdit(), "who")
        suggest_names(self.who, names)
        self.due_on = self.bind(OptionalDateEdit(session.today()), "due_on")
        self.where = self.bind(QLineEdit(), "where")
        self.technique = self.bind(QLineEdit(), "technique")
        self.technique.setPlaceholderText(_("Bila perlu, misalnya kontrak perilaku"))
        self.service = self.bind(NoWheelComboBox(Service, empty=_("Belum dipilih")), "service")
        self.measure = self.bind(QLineEdit(), "measure")
        self.measure.setPlaceholderText(_("Apa yang terlihat bila berhasil"))
        self.chosen = self.bind(
            ChoiceChips(((True, _("Dilakukan")), (False, _("Ditimbang saja"))), optional=False),
            "chosen",
        )
        self.consideration = self.bind(QLineEdit(), "consideration")
        self._arrange()
        self.refreshed()

    @override
    def refreshed(self) -> None:
        followed, action = self._followed(), self._action()
        promise = followed.commitment_of(action)
        self.what_row.setVisible(promise is None)
        self.promise.setVisible(promise is not None)
        self.origin.setVisible(promise is not None)
        if promise is not None:
            self.promise.setText(promise.text.strip())
            self.origin.setText(
                _("Komitmen {name} dalam pertemuan").format(name=followed.promiser(promise))
            )
        self.consideration.setPlaceholderText(
            _("Mengapa pilihan ini diambil") if action.chosen else _("Mengapa tidak dipilih")
        )

    def _arrange(self) -> None:
        self.add_widget(self.origin)
        self.add_widget(self.promise)
        self.what_row = self.add(_("Apa"), self.what)
        self.add_widget(
            Beside(
                self.add(_("Siapa"), self.who),
                self.add(_("Kapan, paling lambat"), self.due_on),
                self.add(_("Di mana"), self.where),
                narrow=560,
            )
        )
        self.add_widget(
            Beside(
                self.add(_("Teknik"), self.technique),
                self.add(_("Layanan yang didukung"), self.service),
                narrow=480,
            )
        )
        self.add(_("Tanda keberhasilan"), self.measure)
        self.add_widget(
            Beside(
                self.add(_("Keputusan"), self.chosen),
                self.add(_("Pertimbangan"), self.consideration),
                narrow=480,
            )
        )

"""The one door to questions, messages and file names; tests answer here."""

import os
from pathlib import Path

from PySide6.QtCore import QDir, QSettings, QStandardPaths, QStorageInfo, Qt, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,  # noqa: TID251 - this is the door
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from konfkasus_gui.language import _
from konfkasus_gui.screens import theme
from konfkasus_gui.screens.widgets.button import Button
from konfkasus_gui.screens.widgets.icon_label import IconLabel
from konfkasus_gui.screens.widgets.label import muted, subtitle

WIDTH = 440
FILES_WIDTH, PLACES_WIDTH = 820, 190
FILES_HEIGHT = 480
"""px at 100 % font size of the window that chooses files."""
DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
DISKS = ("/media/", "/run/media/", "/mnt/") if os.name == "posix" else ("",)
"""Where the system shows sticks and disks; on Windows every drive is one."""


class Question(QDialog):
    """A sentence, what follows from it, and one or two buttons."""

    def __init__(
        self, parent: QWidget | None, sentence: str, *, detail: str, action: str, danger: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("KonfKasus"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(detail)
        self.sentence = subtitle(sentence)
        self.detail = muted(detail)
        self.detail.setVisible(bool(detail))
        self.action = Button(action, kind="danger" if danger else "primary")
        self.action.clicked.connect(self.accept)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(10)
        self.middle.addWidget(self.sentence)
        self.middle.addWidget(self.detail)
        icon = IconLabel(
            "triangle-alert" if danger else "info", "danger" if danger else "accent", 24
        )
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.middle, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self.buttons.addStretch()
        self.buttons.addWidget(self.action)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(20)
        column.addStrut(WIDTH - 48)  # setMinimumWidth would let Qt cut wide buttons off
        column.addLayout(row)
        column.addLayout(self.buttons)

    def add_return(self, words: str = "") -> Button:
        """A second button, *Kembali* or ``words``, that answers no."""
        back = Button(words or _("Kembali"))
        back.clicked.connect(self.reject)
        self.buttons.insertWidget(1, back)
        return back


def confirm(
    parent: QWidget | None, question: str, *, action: str, detail: str = "", danger: bool = False
) -> bool:
    """Whether the user chose ``action``, a verb such as "Batalkan undangan"; Esc is no.

    The cursor is on ``action``, or on *Kembali* when ``danger`` says that something is lost.
    """
    window = Question(parent, question, detail=detail, action=action, danger=danger)
    back = window.add_return()
    first = back if danger else window.action
    first.setDefault(True)
    first.setFocus()
    return answered(window)


def tell(parent: QWidget | None, sentence: str, *, detail: str = "") -> None:
    """Say something that has to be read before going on."""
    window = Question(parent, sentence, detail=detail, action=_("Mengerti"), danger=False)
    window.action.setDefault(True)
    window.action.setFocus()
    answered(window)


def ask_reason(
    parent: QWidget | None, question: str, *, action: str, detail: str = "", back: str = ""
) -> str | None:
    """What was written as the reason for ``action``, never empty; ``None`` when it was not done.

    ``back`` names what one does instead of ``action``, where that is more than to return.
    """
    window = ReasonQuestion(parent, question, detail=detail, action=action, back=back)
    return window.reason.text().strip() if answered(window) else None


def ask_line(
    parent: QWidget | None, question: str, *, action: str, hint: str, detail: str = ""
) -> str | None:
    """The line that was typed for ``action``, never empty; ``None`` when it was not done."""
    window = ReasonQuestion(parent, question, detail=detail, action=action, hint=hint)
    return window.reason.text().strip() if answered(window) else None


class ReasonQuestion(Question):
    """A question that is answered with a line of text; an empty one is no answer."""

    def __init__(
        self,
        parent: QWidget | None,
        sentence: str,
        *,
        detail: str,
        action: str,
        hint: str = "",
        back: str = "",
    ) -> None:
        super().__init__(parent, sentence, detail=detail, action=action, danger=False)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(hint or _("Tulis alasannya"))
        self.reason.setAccessibleName(hint or _("Alasan"))
        self.reason.textChanged.connect(self._weigh)
        self.middle.addWidget(self.reason)
        self.back = self.add_return(back)
        self.action.setDefault(True)
        self.action.setEnabled(False)
        self.reason.setFocus()

    def _weigh(self, text: str) -> None:
        self.action.setEnabled(bool(text.strip()))


def choose_save_file(
    parent: QWidget | None, caption: str, suggested_name: str, filter: str
) -> Path | None:
    """The file to write, with the suffix of ``suggested_name``; ``None`` when none was chosen."""
    window = _file_window(parent, caption, filter)
    window.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    window.setFileMode(QFileDialog.FileMode.AnyFile)
    window.setDefaultSuffix(Path(suggested_name).suffix.removeprefix("."))
    window.selectFile(suggested_name)
    window.setLabelText(QFileDialog.DialogLabel.Accept, _("Simpan"))
    return _chosen(window)


def choose_open_file(parent: QWidget | None, caption: str, filter: str) -> Path | None:
    """The file to read; ``None`` when none was chosen."""
    window = _file_window(parent, caption, filter)
    window.setFileMode(QFileDialog.FileMode.ExistingFile)
    window.setLabelText(QFileDialog.DialogLabel.Accept, _("Buka"))
    return _chosen(window)


def choose_folder(parent: QWidget | None, caption: str) -> Path | None:
    """The folder to use; ``None`` when none was chosen."""
    window = _file_window(parent, caption, "")
    window.setFileMode(QFileDialog.FileMode.Directory)
    window.setOption(QFileDialog.Option.ShowDirsOnly)
    window.setLabelText(QFileDialog.DialogLabel.Accept, _("Pilih"))
    return _chosen(window)


def _file_window(parent: QWidget | None, caption: str, filter: str) -> QFileDialog:
    # the desktop's window would tell its list of recent files, and a lock might not reach it
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    window = QFileDialog(parent, caption)
    window.setOption(QFileDialog.Option.DontUseNativeDialog)
    window.destroyed.connect(_forget_folders)
    window.setSidebarUrls(_places())
    if window.directory() == QDir.current():  # the first time; then Qt stays where one was
        window.setDirectory(QStandardPaths.writableLocation(DOCUMENTS))
    window.resize(theme.scaled(FILES_WIDTH), theme.scaled(FILES_HEIGHT))
    beside = window.findChild(QSplitter)
    if beside is not None:
        beside.setSizes([theme.scaled(PLACES_WIDTH), theme.scaled(FILES_WIDTH - PLACES_WIDTH)])
    if filter:
        window.setNameFilter(filter)
    for label, words in (
        (QFileDialog.DialogLabel.LookIn, _("Lihat di:")),
        (QFileDialog.DialogLabel.FileName, _("Nama berkas:")),
        (QFileDialog.DialogLabel.FileType, _("Jenis berkas:")),
        (QFileDialog.DialogLabel.Reject, _("Batal")),
    ):
        window.setLabelText(label, words)
    return window


def _places() -> list[QUrl]:
    """Where people look for files: their own folders, and every disk and stick that is there."""
    standard = QStandardPaths.StandardLocation
    own = (standard.DesktopLocation, DOCUMENTS, standard.DownloadLocation, standard.HomeLocation)
    folders = [QStandardPaths.writableLocation(place) for place in own]
    disks = [
        disk.rootPath()
        for disk in QStorageInfo.mountedVolumes()
        if disk.isReady() and disk.rootPath().startswith(DISKS)
    ]
    shown = dict.fromkeys(path for path in (*folders, *disks) if QDir(path).exists())
    return [QUrl.fromLocalFile(path) for path in shown]


def _forget_folders() -> None:
    """Qt's own window remembers its last folders; Windows keeps them whatever path was set."""
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")


def _chosen(window: QFileDialog) -> Path | None:
    files = window.selectedFiles() if window.exec() else []
    window.deleteLater()
    return Path(files[0]) if files else None


def answered(window: QDialog) -> bool:
    """Show ``window`` and wait; whether it was accepted. It is gone afterwards."""
    answer = bool(window.exec())
    window.deleteLater()
    return answer

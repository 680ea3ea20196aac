"""A process of its own: deeds in a place that fails, and once more when it is good again.

The arguments are the folder to work in, the fault, and ``mounted`` or ``injected``. For each deed
it prints a JSON object: what was ``told``, whether all that was there is ``kept``, and what came
``then``.
"""

import json
import logging
import os
import shutil
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from konfkasus_gui import logs
from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.backup import backups_in, copy_to, make
from konfkasus_gui.archive.dapodik import read_students
from konfkasus_gui.archive.errors import WrongPassphrase
from konfkasus_gui.archive.exchange import apply, compare
from konfkasus_gui.archive.files import replace_file
from konfkasus_gui.archive.health import full_check
from konfkasus_gui.archive.recovery import RecoveryKey
from konfkasus_gui.archive.restore import keys_in, rehearse, restore
from konfkasus_gui.archive.salvage import salvage
from konfkasus_gui.archive.transfer import Wish, export
from konfkasus_gui.archive.transfer_in import Importer, open_file, take_over
from konfkasus_gui.archive.vault import Vault
from konfkasus_gui.demo.sample import student_list
from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.procedure.case import Case
from tests.faults.places import FAULTS, Injected, Mounted, may_mount
from tests.faults.read_only import give_up_override
from tests.vaults import CHEAP, NOW, PASSPHRASE, SHEET, filled_vault, problems

NEW = "payung tali kursi hujan"


def silent(_done, _total):
    """Nobody waits."""


class Deeds:
    """What a counselor does where ``place`` is the disk of the archive, or the stick."""

    def __init__(self, place, key, made):
        self.made = made
        self.vault = Vault(place / "arsip", CHEAP, lambda: NOW)
        self.stick = place / "stick"
        self.place = place
        self.key = key

    def open(self):
        """Start the program and type the passphrase."""
        with self.vault.claim():
            self.vault.check_room()
            key = self.vault.unlock(PASSPHRASE).key
            with Archive.open(self.vault.archive_path, key) as archive:
                archive.every(Case)

    def start_first(self):
        """The first start, in a folder beside."""
        vault = Vault(self.place / "baru", CHEAP)
        with vault.claim():
            key = vault.create(PASSPHRASE, RecoveryKey.create())
            with Archive.open(vault.archive_path, key):
                pass
            vault.finish()

    def back_up(self):
        make(self.vault, self.key, NOW)

    def copy_to_stick(self):
        [backup] = backups_in(self.made / "cadangan")
        copy_to(backup, self.stick)

    def look_at_backups(self):
        """*Uji pemulihan* of the newest one."""
        vault = self.vault
        path = vault.backup_folder / "konfkasus-2026-11-23-0815.kkbackup"
        key = keys_in(vault, path).unlock(PASSPHRASE).key
        rehearse(vault, path, key)

    def restore(self):
        path = self.vault.backup_folder / "konfkasus-2026-11-23-0815.kkbackup"
        restore(self.vault, path, keys_in(self.vault, path).unlock(PASSPHRASE).key, NOW)

    def salvage(self):
        salvage(self.vault, self.key, self.vault.backup_folder / "selamat.kkbackup", NOW)

    def change_passphrase(self):
        self.vault.set_passphrase(self.key, NEW)

    def renew_recovery(self):
        self.vault.set_recovery(self.key, RecoveryKey.create())

    def type_wrongly(self):
        """A wrong passphrase, whose time is written down."""
        vault = Vault(self.vault.folder, CHEAP, lambda: NOW)
        with suppress(WrongPassphrase):
            vault.unlock("salah")
        vault.forget_failures()
        if not self.vault.key_path.is_file():
            vault.keys()

    def save_pdf(self):
        """*Simpan PDF*, to a stick."""
        replace_file(self.stick / "undangan.pdf", b"%PDF" + bytes(100_000))

    def export_to_stick(self):
        """Cases for another PC, from an archive that is well."""
        with Archive.open(self.made / "arsip.kkdb", self.key) as archive:
            export(archive, Wish((1, 2), self.stick / "pindahan.kktransfer", NEW, NOW, 1, CHEAP))

    def open_transfer(self):
        """A file with cases, on the stick."""
        open_file(self.stick / "ada.kktransfer", NEW, CHEAP)


class Open(Deeds):
    """What is done while the archive is open."""

    def __init__(self, place, key, made, archive):
        super().__init__(place, key, made)
        self.archive = archive

    def type(self):
        case = self.archive.every(Case)[-1]
        self.archive.save(replace(case, problem="diketik " * 4000))

    def import_students(self):
        sheet = read_students(student_list(), silent)
        preview = compare(sheet, self.archive.lists.all_students())
        apply(preview, self.archive, silent)

    def take_over(self):
        """Cases from another PC."""
        take_over(self.archive, open_file(self.made / "ada.kktransfer", NEW, CHEAP), Importer(NOW))


def outcome(deed):
    """What was told while ``deed`` was done; empty when it went well."""
    try:
        deed()
    except KonfKasusError as error:
        return str(error)
    except BaseException:  # noqa: BLE001 - what is looked for here
        return "CRASHED " + traceback.format_exc()
    return ""


def kept(deeds, before):
    """Whether everything that was there is there, opened with passphrase and sheet."""
    vault, key = deeds.vault, deeds.key
    assert vault.unlock(PASSPHRASE).key == vault.unlock_with_recovery(SHEET) == key
    assert full_check(vault.archive_path, key).sound
    assert problems(vault.archive_path, key)[:-1] == before[:-1]
    [backup] = backups_in(vault.backup_folder)
    assert rehearse(vault, backup.path, key).cases == len(before)
    names = {path.name for path in vault.folder.iterdir()}
    assert not [name for name in names if name.startswith("dipulihkan")]
    return True


def tried(name, made, key, place, begin, end):
    """One deed in a fresh copy of ``made``."""
    for part in ("arsip", "stick", "baru"):
        shutil.rmtree(place.folder / part, ignore_errors=True)
    (place.folder / "stick").mkdir()
    shutil.copy(made / "ada.kktransfer", place.folder / "stick")
    shutil.copytree(made, place.folder / "arsip")
    deeds = Deeds(place.folder, key, made)
    before = problems(deeds.vault.archive_path, key)
    found = {"deed": name}
    if hasattr(Deeds, name):
        getattr(place, begin)()
        try:
            found["told"] = outcome(getattr(deeds, name))
        finally:
            getattr(place, end)()
        found["kept"] = outcome(lambda: kept(deeds, before)) if found["told"] else ""
        with deeds.vault.claim():
            pass
        found["then"] = outcome(getattr(deeds, name))
        return found
    with Archive.open(deeds.vault.archive_path, key) as archive:
        deeds = Open(place.folder, key, made, archive)
        getattr(place, begin)()
        try:
            found["told"] = outcome(getattr(deeds, name))
        finally:
            getattr(place, end)()
        found["then"] = outcome(getattr(deeds, name))
    found["kept"] = outcome(lambda: kept(deeds, before))
    return found


NOT_HERE = {"gone": ("open", "start_first")}
"""A folder that is not there is that of a first start, which is no fault."""
CLOSED = [name for name in vars(Deeds) if not name.startswith("_")]
OPENED = [name for name in vars(Open) if not name.startswith("_")]


def main(folder, fault, way):
    """Every deed, with one fault."""
    begin, end = FAULTS[fault]
    place = (Mounted if way == "mounted" and may_mount() else Injected)(folder / "place")
    give_up_override()
    made, key = filled_vault(folder / "made")
    make(made, key, NOW)
    wish = Wish((1, 2), made.folder / "ada.kktransfer", NEW, NOW, 1, CHEAP)
    with Archive.open(made.archive_path, key) as archive:
        export(archive, wish)
    handler = folder / "log"
    handler.mkdir()
    logs.write_to(handler)
    # permissions do not matter to what is open already
    closed = [name for name in CLOSED if name not in NOT_HERE.get(fault, ())]
    for name in [*closed, *(OPENED if fault == "full" else ())]:
        found = tried(name, made.folder, key, place, begin, end)
        logging.getLogger(__name__).info("done")
        sys.stdout.write(json.dumps({**found, "place": type(place).__name__}) + "\n")
    os.sync()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])

"""The program is killed while somebody types: whatever was shown as kept is there, and whole."""

import random
import shutil
import zlib
from dataclasses import replace
from datetime import date, time

import pytest

from konfkasus_gui.archive.archive import Archive
from konfkasus_gui.archive.rows import columns
from konfkasus_gui.archive.vault import State, Vault
from konfkasus_gui.procedure.case import Case
from konfkasus_gui.procedure.consent import Consent
from konfkasus_gui.procedure.gap import Waiver
from konfkasus_gui.procedure.planning import Conference, DataItem, Participant
from konfkasus_gui.procedure.vocabulary import Aim, ConsentGiver, ConsentState, Field, Group, Raiser
from tests.faults.killing import assert_sound
from tests.faults.scale import seconds, tries
from tests.vaults import CHEAP, PASSPHRASE, filled_vault

CONFERENCE = 1
TRIES = tries(6, 200)
LONGEST = 1.6
"""Seconds that somebody types at most before the process is killed."""
OPENING = 0.8
"""Seconds in which the program opens its windows, more or less."""
TYPED = (Case, Conference, Participant, DataItem, Waiver)


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """A vault with a conference whose planning can be entered at every step, and its key."""
    vault, key = filled_vault(tmp_path_factory.mktemp("planned") / "arsip")
    with Archive.open(vault.archive_path, key) as archive:
        conference = archive.get(Conference, CONFERENCE)
        case = archive.get(Case, conference.case_id)
        archive.save(replace(case, fields=(Field.SOCIAL,), raised_by=Raiser.COUNSELOR))
        for giver in ConsentGiver:
            archive.save(Consent(case_id=case.id, giver=giver, state=ConsentState.GIVEN))
        for group in Group:
            archive.save(Participant(conference_id=conference.id, name="Sri", group=group))
        planned = replace(conference, aims=(Aim.PICTURE,), held_on=date(2026, 12, 1))
        archive.save(replace(planned, starts_at=time(10)))
    return vault, key


def texts(vault, key):
    """Every text that can be typed into the planning, by kind, id and field."""
    with Archive.open(vault.archive_path, key) as archive:
        return {
            (kind.__name__, value.id, name): text
            for kind in TYPED
            for value in archive.every(kind)
            for name, text in columns(value).items()
            if type(text) is str
        }


@pytest.mark.timeout(seconds(120, 3000))
def test_whatever_was_shown_as_kept_is_there_whenever_the_process_dies(
    killer, planned, tmp_path, tally
):
    made, key = planned
    vault = Vault(shutil.copytree(made.folder, tmp_path / "arsip"), CHEAP)
    before = texts(vault, key)
    survived = shown = typing = 0
    for seed in range(TRIES):
        chance = random.Random(seed)
        opening = seed % 8 == 7
        fall = killer.kill(
            "type",
            *(vault.folder, PASSPHRASE, CONFERENCE, seed),
            ready=not opening,
            after=chance.uniform(0, OPENING if opening else LONGEST),
        )
        with vault.claim():
            assert vault.state is State.READY
            assert_sound(vault.archive_path, key)
            after = texts(vault, key)
        assert before.keys() <= after.keys(), "what an earlier time left is there"
        for place, text in before.items():
            assert after[place].startswith(text)
        for place, (length, crc) in fall.kept.items():
            assert zlib.crc32(after[place][:length].encode()) == crc, place
        shown += len(fall.kept)
        typing += after != before
        before = after
        survived += 1
    assert shown > TRIES // 20, "something was shown as kept"
    assert typing > TRIES // 20, "something was kept"
    tally("killed while typing", tried=TRIES, survived=survived)

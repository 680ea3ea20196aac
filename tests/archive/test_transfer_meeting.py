"""What the conductor of a meeting keeps travels with its case."""

from konfkasus_gui.procedure.proceedings import Answer, Citation, Conclusion, Contribution, Duration
from tests.transfers import first_archive, second_archive, send, take


def test_evidence_answers_and_time_point_to_the_rows_of_the_new_archive(tmp_path):
    path = tmp_path / "pindahan.kktransfer"
    with first_archive(tmp_path / "first") as archive:
        said = archive.every(Contribution)[3]
        conclusion = next(
            one for one in archive.every(Conclusion) if one.conference_id == said.conference_id
        )
        here = {"conference_id": said.conference_id}
        archive.save(Citation(**here, conclusion_id=conclusion.id, contribution_id=said.id))
        archive.save(Answer(**here, question="Waktu tidur", contribution_id=said.id))
        archive.save(
            Duration(**here, agenda=said.agenda, participant_id=said.participant_id, seconds=95)
        )
        send(archive, path)
    with second_archive(tmp_path / "second") as archive:
        take(archive, path)
        [cited] = archive.every(Citation)
        [told] = archive.every(Answer)
        [spent] = archive.every(Duration)
        came = archive.get(Contribution, cited.contribution_id)
        assert came.text == said.text
        assert told.contribution_id == came.id
        assert archive.get(Conclusion, cited.conclusion_id).text == conclusion.text
        assert (spent.participant_id, spent.seconds) == (came.participant_id, 95)

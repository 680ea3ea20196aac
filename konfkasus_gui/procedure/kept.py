"""Kept papers when they are opened again: only what is unchanged counts as the paper."""

from konfkasus_gui.errors import KonfKasusError
from konfkasus_gui.language import _
from konfkasus_gui.procedure.letter import Document, fingerprint


class PaperAltered(KonfKasusError):
    """The bytes of a kept paper are not those that were kept."""


def require_genuine(document: Document) -> None:
    """Stop unless the bytes of ``document`` are those that were kept.

    Raises:
        PaperAltered: they have another SHA-256.
    """
    if fingerprint(document.content) != document.sha256:
        raise PaperAltered(
            _(
                "Isi {title} ini tidak sama lagi dengan saat disimpan, jadi tidak ditampilkan dan"
                " tidak dicetak. Arsip tidak diubah. Buka dokumen itu dari salinan cadangan, atau"
                " cetak lagi dari catatan kasus."
            ).format(title=document.title)
        )

"""Boxes in memory that only the data key opens: what is typed outlives a lock in one of them."""

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from konfkasus_gui.archive.keys import KEY_SIZE, NONCE_SIZE

_PURPOSE = b"KonfKasus sealed 1"


def sealed(key: bytes, content: bytes) -> bytes:
    """``content`` in a box that opens with the data ``key`` (32 bytes) alone."""
    nonce = secrets.token_bytes(NONCE_SIZE)
    return nonce + AESGCM(_own(key)).encrypt(nonce, content, _PURPOSE)


def unsealed(key: bytes, box: bytes) -> bytes:
    """What ``sealed`` put into ``box`` with the same ``key``.

    Raises:
        InvalidTag: it was another key, or the box was changed; both are bugs.
    """
    return AESGCM(_own(key)).decrypt(box[:NONCE_SIZE], box[NONCE_SIZE:], _PURPOSE)


def _own(key: bytes) -> bytes:
    """A key for this purpose alone, from the data key."""
    return HKDF(SHA256(), KEY_SIZE, None, _PURPOSE).derive(key)

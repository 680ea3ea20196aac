"""Files as chance spoils them: bytes of any file, and the values inside those of ours."""

import hashlib
import json
import sys

from tests.faults.package import packed, parts_of

BLOCK = 4096


def flipped(content, chance, _other):
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flipped_at_the_start(content, chance, _other):
    changed = bytearray(content)
    changed[chance.randrange(min(len(changed), 3000))] = chance.randrange(256)
    return bytes(changed)


def cut_short(content, chance, _other):
    return content[: chance.randrange(len(content))]


def grown(content, chance, _other):
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.randbytes(chance.randint(1, BLOCK)) + content[place:]


def zeroed(content, chance, _other):
    start = chance.randrange(max(1, len(content) - BLOCK // 8))
    zeros = bytes(len(content[start : start + BLOCK]))
    return content[:start] + zeros + content[start + len(zeros) :]


def mixed(content, chance, other):
    place = chance.randrange(1, min(len(content), len(other)))
    return content[:place] + other[place:]


def swapped(_content, _chance, other):
    return other


def repeated(content, chance, _other):
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 64)]
    return content[:start] + piece * chance.randint(2, 200) + content[start:]


def shuffled(content, chance, _other):
    """Bytes of the file itself in other places: what a grammar takes for its own."""
    changed = bytearray(content)
    for _time in range(chance.randint(1, 12)):
        start, target = chance.randrange(len(changed)), chance.randrange(len(changed))
        piece = changed[start : start + chance.randint(1, 24)]
        changed[target : target + len(piece)] = piece
    return bytes(changed)


def random_bytes(_content, chance, _other):
    return chance.randbytes(chance.choice((0, 1, 3, 100, 5000)))


BYTES = (flipped, flipped_at_the_start, cut_short, grown, zeroed, mixed, swapped)
"""What disks and cables do."""
HOSTILE = (*BYTES, repeated, shuffled, random_bytes)
"""What a stranger does."""

STRANGE = (
    *(None, True, False, 0, -1, 1, 2, 1.5, -0.0, 1e308, float("nan"), float("inf")),
    *(2**31, 2**63, 2**64, 10**400, "", " ", "0", "é", "\x00", "\ud800", "../../x", "x" * 70_000),
    *([], {}, [[]], [{}], ["x"] * 200, {"x": {"x": []}}),
    *("0001-01-01T00:00:00", "9999-12-31T23:59:59", "2026-11-23T08:15:00+07:00", "2026-11-23"),
    *("0" * 16, "f" * 16, "g" * 16, "00" * 12, "00" * 16, "00" * 48, "passphrase", "recovery"),
)
"""Values that a reader may not expect where it finds them."""


def altered(value, chance):
    """The same JSON value with one thing in it changed, removed, doubled or renamed."""
    place = _somewhere(value, chance)
    if place is None:
        return chance.choice(STRANGE)
    container, key = place
    match chance.randrange(6):
        case 0 | 1 | 2:
            container[key] = chance.choice(STRANGE)
        case 3:
            del container[key]
        case 4 if isinstance(container, list):
            container.append(container[key])
        case 4:
            container[str(chance.choice(STRANGE))[:20]] = container[key]
        case _:
            container[key] = _deep(chance.choice((10, 900, 5000)), container[key])
    return value


def resealed(value):
    """``value`` with the checksum that a reader of ours expects, as bytes."""
    if isinstance(value, dict):
        value.pop("checksum", None)
        plain = written(value, sort_keys=True)
        value["checksum"] = hashlib.sha256(plain.encode()).hexdigest()
    return written(value)


def spoiled_parts(content, chance):
    """A package one of whose parts is spoiled, packed well."""
    parts = parts_of(content)
    name = chance.choice(sorted(parts))
    way = chance.choice((flipped, cut_short, grown, zeroed, repeated, shuffled, random_bytes))
    parts[name] = way(parts[name] or b"x", chance, b"")
    if chance.random() < 0.1:
        del parts[chance.choice(sorted(parts))]
    return packed(parts)


def _somewhere(value, chance):
    places = []
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            keys = list(found)
        elif isinstance(found, list):
            keys = list(range(len(found)))
        else:
            continue
        places += [(found, key) for key in keys]
        waiting += [found[key] for key in keys]
    return chance.choice(places) if places else None


def _deep(depth, value):
    for _time in range(depth):
        value = [value]
    return value


def written(value, **how):
    """JSON without the limits of a usual encoder: nested as deep as it was made."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        return json.dumps(value, separators=(",", ":"), **how)
    finally:
        sys.setrecursionlimit(limit)

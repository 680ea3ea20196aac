"""What a check says when a part of the program does not do what it is there for."""


class Fault(Exception):
    """``str(fault)`` is the end of the line in the result."""


def require(holds: object, sentence: str) -> None:
    """See that a check may go on.

    Raises:
        Fault: with ``sentence``, where ``holds`` is false.
    """
    if not holds:
        raise Fault(sentence)

"""What can go wrong, in the command line's words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypedDict, TypeVar, cast

_Call = TypeVar("_Call", bound=Callable[..., Any])


class _Question(TypedDict, total=False):
    """What only a question has that is not answered yet: ``open``, and tape and scan beside each other where they disagree."""

    open: bool
    tape_against_scan: dict[str, Any]


class Problem(_Question):
    """One fault.

    ``file`` is the case or scan ("case" for a dict, "arguments" for an argument), ``line`` counts from 1 (None for what
    was never a file), ``field`` is dotted, ``value`` is what was written, ``what`` is wrong with it, and ``expected``
    would be right.
    """

    file: str
    line: int | None
    field: str
    value: str
    what: str
    expected: str


class ConcordError(Exception):
    """The work could not be done, e.g. because a folder cannot be written.

    Its message is what the command line says; ``problems`` has the same in parts.
    """

    problems: list[Problem]

    def __init__(self, message: str, problems: list[Problem] | None = None) -> None:
        super().__init__(message)
        self.problems = problems or []

    def __reduce__(self) -> tuple[type[ConcordError], tuple[str, list[Problem]]]:
        # Otherwise the problems would be lost between processes.
        return type(self), (str(self), self.problems)


class CaseError(ConcordError, ValueError):
    """Something given is wrong: a case, a scan, a technique or an argument.

    >>> import concord
    >>> try:
    ...     concord.check({"concord": 1, "name": "Nobody"})
    ... except concord.CaseError as error:
    ...     print(error.problems[0]["what"])
    this field is missing
    """


def in_words(call: _Call) -> _Call:
    """Tells a number that is too large, or below zero where none may be, as every other wrong argument is told."""

    @wraps(call)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return call(*args, **kwargs)
        except OverflowError as error:
            given = [number for number in (*args, *kwargs.values()) if isinstance(number, int) and not 0 <= number < 2**63]
            value = ", ".join(map(str, given)) or "a number"
            expected = "give a whole number from 0 to 9223372036854775807"
            message = f"arguments: {value}: is no such number ({error}); {expected}"
            problem = Problem(
                file="arguments", line=None, field="", value=value, what="is no such number", expected=expected
            )
            raise CaseError(message, [problem]) from error

    return cast(_Call, told)

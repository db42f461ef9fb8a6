"""What can go wrong, in the command line's words."""

from __future__ import annotations

from typing import Any, TypedDict


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

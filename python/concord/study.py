"""Virtual trials: many persons who differ as a study file says, on several suspensions.

>>> import concord.study
>>> trial = concord.study.Study("thirty_minute_walk", persons=20)
>>> trial.persons, trial.blocks
(20, 1)
>>> table = trial.simulate(0, 20)
>>> table.units["vacuum.post_doff_volume_end_pct"]
'%'

A person depends on the study, its seed and their number alone: any range of persons, on any number of threads or machines,
has the same bits. :mod:`concord.engine` runs a study beyond one machine.
"""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from typing import TYPE_CHECKING, Any, Union

from . import _concord
from ._concord import Table
from ._errors import CaseError, in_words
from ._results import Result

if TYPE_CHECKING:
    import pyarrow

Path = Union[str, "PathLike[str]"]

__all__ = ["Study", "StudyResult", "read", "ready", "report"]


class StudyResult(Result):
    """What a finished study shows, with the keys of ``summary.json``; printed, it is what the command prints."""


class Study:
    """A study: a file (see ``docs/study.md``), or one of :func:`ready` by its name.

    ``persons`` and ``seed`` are taken instead of the file's. Raises :class:`concord.CaseError` with every fault of the
    file, its case and its shape modes.
    """

    @in_words
    def __init__(self, file: Path, *, persons: int | None = None, seed: int | None = None) -> None:
        self._study = _concord.Study(file, persons, seed)

    @classmethod
    def from_bundle(cls, text: str) -> Study:
        """The study that :meth:`bundle` wrote, here or on another machine."""
        made = cls.__new__(cls)
        made._study = _concord.Study.from_bundle(text)
        return made

    @property
    def name(self) -> str:
        """What it is called."""
        return self._study.name

    @property
    def persons(self) -> int:
        """Persons assessed for eligibility."""
        return self._study.persons

    @property
    def block(self) -> int:
        """Persons of one file of results."""
        return self._study.block

    @property
    def blocks(self) -> int:
        """Files that the results fall into."""
        return self._study.blocks

    @property
    def fingerprint(self) -> str:
        """What two results must share to be of one study: its texts but the number of persons, seed, version and data."""
        return self._study.fingerprint

    def bundle(self) -> str:
        """The study with the texts of the files that it names, as JSON: what another machine needs."""
        return self._study.bundle()

    def manifest(self) -> str:
        """What stands in ``study.json`` beside the results."""
        return self._study.manifest()

    @in_words
    def part_name(self, block: int) -> str:
        """The name of a block's file."""
        return self._study.part_name(block)

    @in_words
    def rows(self, block: int) -> int:
        """Persons of a block."""
        return self._study.rows(block)

    @in_words
    def part_fault(self, block: int, content: bytes) -> str | None:
        """Why ``content`` is not this study's block, whole and as it was written; ``None`` where it is."""
        return self._study.part_fault(block, content)

    def goes_on(self, place: str, manifest: bytes) -> None:
        """Raises :class:`concord.CaseError` unless the results in ``place``, with this ``study.json``, are of this study.

        Results of more persons than this study asks for are refused as well.
        """
        self._study.goes_on(place, manifest)

    def __reduce__(self) -> tuple[Callable[[str], Study], tuple[str]]:
        return Study.from_bundle, (self.bundle(),)

    @in_words
    def block_parquet(self, block: int, *, threads: int = 1) -> bytes:
        """A block's Parquet file: the same bytes wherever it is made."""
        return self._study.block_parquet(block, threads)

    @in_words
    def draws(self, first: int, last: int) -> Table:
        """What differs between persons ``first`` to ``last`` (not included), one row each; nobody is simulated.

        Columns: ``person`` and the quantities of the study's population, with their units.
        """
        return self._study.draws(first, last)

    @in_words
    def simulate(self, first: int, last: int, *, threads: int | None = None) -> Table:
        """Persons ``first`` to ``last`` (not included) through their trial, one row each.

        Columns: ``person``, ``status`` (``analysed``, ``dropped_out``, ``not_eligible``), ``reason``, ``allocated``, the
        quantities of the population, and ``arm.outcome`` for each arm and outcome, with units; absent where there is none.
        """
        return self._study.simulate(first, last, threads)

    @in_words
    def run(
        self,
        out: Path,
        *,
        threads: int | None = None,
        shard: tuple[int, int] | None = None,
        progress: Callable[[int, int], object] | None = None,
    ) -> dict[str, int]:
        """Runs what is missing into the folder ``out``, as ``concord study run`` does.

        ``shard`` (i, n) takes every n-th block from the i-th on. ``progress`` is called after each block with the persons
        simulated and those to simulate. Ctrl-C ends it; what is written stays, and the next run goes on from there.
        """
        done, there, blocks = self._study.run(out, threads, shard, progress)
        return {"blocks_done_now": done, "blocks_there": there, "blocks": blocks}

    def __repr__(self) -> str:
        return repr(self._study)


def ready() -> list[str]:
    """Names of the studies that are built in."""
    return _concord.ready_studies()


def report(folder: Path) -> StudyResult:
    """Analyses a complete folder of results and writes ``report.html`` and ``summary.json`` into it."""
    return StudyResult(*_concord.report_study(folder))


def read(folder: Path, columns: list[str] | None = None) -> pyarrow.Table:
    """The persons of a folder of results as one table, with units in the fields' metadata (needs pyarrow)."""
    import pyarrow.dataset

    parts = _parts(folder)
    if not parts:
        raise CaseError(f"{folder}: holds no results of a study; give the folder that a run wrote")
    found: Any = pyarrow.dataset.dataset([str(path) for path in parts], format="parquet").to_table(columns=columns)
    table: pyarrow.Table = found
    return table


def _parts(folder: Path) -> list[Any]:
    from pathlib import Path as Folder

    return sorted(Folder(folder).glob("part-*.parquet"))

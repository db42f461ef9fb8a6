"""The native half: thin calls; what users call stands in the package itself."""

from os import PathLike
from typing import Any, Callable, Mapping, Sequence, Union, final

import pandas
import polars

_Given = Union[str, PathLike[str], Mapping[str, Any]]

__all__ = [
    "Bench",
    "Days",
    "Made",
    "Study",
    "Table",
    "__version__",
    "bench_pump",
    "catalog",
    "check",
    "day",
    "fit",
    "ready_studies",
    "report_study",
    "run",
    "socket",
]

__version__: str

@final
class Table:
    """Columns of equal length, each with its unit; any Arrow library reads it without a copy.

    ``pyarrow.table(table)``, ``polars.DataFrame(table)``, ``duckdb`` and others take it as it is.
    """

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
    @property
    def units(self) -> dict[str, str]:
        """Unit of every column that has one; ``1`` is a count or a share."""
    def to_pandas(self) -> pandas.DataFrame:
        """The table for pandas (needs pyarrow). Numbers are not copied and may only be read; ``.copy()`` may be written."""
    def to_polars(self) -> polars.DataFrame:
        """The table for polars. Numbers are not copied."""
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...

@final
class Days:
    @property
    def text(self) -> str: ...
    @property
    def case(self) -> str: ...
    @property
    def notes(self) -> list[str]: ...
    @property
    def expanded_from(self) -> str | None: ...
    @property
    def systems(self) -> list[str]: ...
    @property
    def summary(self) -> Table: ...
    @property
    def in_a_row(self) -> Table: ...
    @property
    def traces(self) -> list[list[Table]]: ...
    def trace(self, system: str | None = None, day: int = 1) -> Table: ...
    @property
    def events(self) -> list[Table]: ...
    def index(self, system: str | None = None) -> int: ...

@final
class Bench:
    @property
    def text(self) -> str: ...
    @property
    def json(self) -> str: ...
    @property
    def chambers(self) -> Table: ...
    @property
    def variants(self) -> Table: ...
    def curve(self, article: str, chamber_ml: float) -> Table: ...

@final
class Made:
    @property
    def json(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def report(self) -> str: ...
    @property
    def files(self) -> dict[str, bytes]: ...

@final
class Study:
    def __new__(cls, file: str | PathLike[str], persons: int | None = None, seed: int | None = None) -> Study: ...
    @staticmethod
    def from_bundle(text: str) -> Study: ...
    @property
    def name(self) -> str: ...
    @property
    def persons(self) -> int: ...
    @property
    def block(self) -> int: ...
    @property
    def blocks(self) -> int: ...
    @property
    def fingerprint(self) -> str: ...
    def bundle(self) -> str: ...
    def manifest(self) -> str: ...
    def part_name(self, block: int) -> str: ...
    def rows(self, block: int) -> int: ...
    def part_fault(self, block: int, content: bytes) -> str | None: ...
    def goes_on(self, place: str, manifest: bytes) -> None: ...
    def block_parquet(self, block: int, threads: int = 1) -> bytes: ...
    def simulate(self, first: int, last: int, threads: int | None = None) -> Table: ...
    def draws(self, first: int, last: int) -> Table: ...
    def run(
        self,
        out: str | PathLike[str],
        threads: int | None = None,
        shard: tuple[int, int] | None = None,
        progress: Callable[[int, int], object] | None = None,
    ) -> tuple[int, int, int]: ...

def ready_studies() -> list[str]: ...
def report_study(folder: str | PathLike[str]) -> tuple[str, str]: ...
def catalog(article: str | None = None) -> tuple[str, str]: ...
def check(case: _Given) -> str: ...
def fit(case: _Given, persons: int, seed: int) -> tuple[str, str]: ...
def day(
    case: _Given, systems: Sequence[str], pinhole_mm: float, days: int | None, persons: int, seed: int
) -> Days: ...
def run(case: _Given, out: str | PathLike[str] | None, persons: int, seed: int) -> tuple[Made, Days]: ...
def socket(
    limb: _Given,
    out: str | PathLike[str] | None,
    side: str | None,
    level: str | None,
    units: str | None,
    over: str | None,
    length: float | None,
    up: str | None,
    front: str | None,
    landmarks: Sequence[str],
    technique: _Given | None,
    concept: str | None,
    crop: float | None,
    smooth: bool,
    earlier: str | PathLike[str] | None,
    although_refused: str | None,
    part: int | None,
    keep_box: str | None,
    cut_plane: str | None,
    keep_side: str,
    weld: str | None,
    job: str | None,
    job_date: str | None,
    taken_by: str | None,
    carving: bool,
    check_socket: bool,
    custom_liner: bool,
    strength: str | None,
    picture: str | PathLike[str] | None,
    report: bool,
) -> Made: ...
def bench_pump(
    pumps: Sequence[str],
    chamber_ml: Sequence[float],
    vacuum_kpa: float,
    leak_ml_per_min: float,
    mass_kg: float | None,
    worn: bool,
    washers: int | None,
    persons: int,
    seed: int,
) -> Bench: ...

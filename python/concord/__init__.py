"""The open software twin of an active-vacuum prosthesis.

Screens and fits a person, simulates the residual limb through the day beside the alternatives, makes the socket from the
limb's shape, and runs pumps on benches: the commands of the program ``concord`` as functions, with the same numbers.

>>> import concord
>>> fitting = concord.fit("cases/in_the_hole.toml")
>>> fitting["candidate"]
True

A case is a path, or a dict with the keys of a case file (https://toml.io shows how they map). Results are mappings with
the keys of ``--json``, and tables for pandas, polars and every other library that reads Arrow. Lengths are in mm, masses
in kg, volumes in mL, pressures and vacuum in kPa below ambient, times in s; every column carries its unit.

Not a medical device; not affiliated with any maker.
"""

from . import study
from ._calls import bench_pump, catalog, check, day, fit, run, socket
from ._concord import Table, __version__
from ._errors import CaseError, ConcordError, Problem
from ._results import Catalog, Days, Fit, PumpBench, Result, Run, Socket

__all__ = [
    "CaseError",
    "Catalog",
    "ConcordError",
    "Days",
    "Fit",
    "Problem",
    "PumpBench",
    "Result",
    "Run",
    "Socket",
    "Table",
    "__version__",
    "bench_pump",
    "catalog",
    "check",
    "day",
    "fit",
    "run",
    "socket",
    "study",
]

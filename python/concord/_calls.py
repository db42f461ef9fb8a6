"""One function a command of the program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from os import PathLike
from typing import Any, Literal, Union

from . import _concord
from ._errors import in_words
from ._results import Catalog, Days, Fit, PumpBench, Run, Socket

Path = Union[str, PathLike[str]]
Case = Union[Path, Mapping[str, Any]]
Axis = Union[str, Sequence[float]]

#: Persons drawn for the spread where nothing else is said: as many as on the command line.
PERSONS = 60


def catalog(article: str | None = None) -> Catalog:
    """Reads the catalogue: every article, or the one with this number or name, as its maker prints it.

    ``articles`` holds each printed cell with its words, its figures, its page and the key of its source; ``sources`` says what
    the keys stand for. Raises :class:`CaseError` for a name that no article has, with those that are like it.

    >>> import concord
    >>> concord.catalog("P3")["articles"][0]["clearance_height"]["value"]["mm"]
    117.0
    """
    return Catalog(*_concord.catalog(article))


def check(case: Case) -> dict[str, Any]:
    """Checks a case; nothing is simulated.

    Gives what the case is about: level, ``body_mass_kg``, ``limb_volume_ml``, ``limb_skin_area_cm2``, when the day begins
    and ends. Raises :class:`CaseError` with every fault found.

    >>> import concord
    >>> concord.check("cases/mechanic.toml")["body_mass_kg"]
    84.0
    """
    checked: dict[str, Any] = json.loads(_concord.check(case))
    return checked


@in_words
def fit(case: Case, *, persons: int = PERSONS, seed: int = 1) -> Fit:
    """Screens a person, and chooses and sizes pump, liner and parts, with the reason for each.

    Being refused is a result (``verdict`` is ``refused``), no error; so is ``not_before``: something has to be settled first. ``persons`` are drawn by ``seed`` for the spread of the
    first steps.

    >>> import concord
    >>> concord.fit("cases/dialysis.toml").verdict
    'refused'
    >>> light = concord.fit("cases/light.toml")
    >>> light.verdict, light.to_settle
    ('not_before', ['how long a sleeve lasts', 'the height'])
    """
    return Fit(*_concord.fit(case, persons, seed))


@in_words
def day(
    case: Case,
    systems: Sequence[str] | None = None,
    *,
    pinhole_mm: float = 0.0,
    days: int | None = None,
    persons: int = PERSONS,
    seed: int = 1,
) -> Days:
    """Simulates the day of a case, or days in a row, on suspensions.

    ``systems`` are ``suction``, ``pin``, or a pump's article or name, an electronic one with its mode after a colon
    (``4R152:level2``); without them the recommended pump, suction and pin. ``pinhole_mm`` [mm] is the diameter of a hole
    in the sleeve from donning on. ``days`` is how many days follow each other with their nights; without it as many
    as the case tells. ``persons`` are drawn by ``seed`` beside the one with central parameter
    values; the same seed gives the same bits. Ctrl-C stops it between two persons.

    >>> import concord
    >>> days = concord.day("cases/mechanic.toml", ["suction", "pin"], persons=2)
    >>> days.systems
    ['suction', 'pin']
    >>> days.traces("pin").units["vacuum_kpa_p50"]
    'kPa'
    """
    if isinstance(systems, str):
        systems = [systems]
    return Days(_concord.day(case, list(systems or ()), pinhole_mm, days, persons, seed))


@in_words
def run(case: Case, out: Path | None = None, *, persons: int = PERSONS, seed: int = 1) -> Run:
    """Everything for one case: screened, fitted, its days simulated, what would break them, and a report.

    The files (the report; of a case that names a scan those of the socket, too) are in the result, and written into the
    folder ``out`` if one is given. ``persons`` and ``seed`` as for :func:`day`.

    >>> import concord
    >>> made = concord.run("cases/mechanic.toml", persons=2)
    >>> made["candidate"], made.days.systems[1:], made.report[:15]
    (True, ['4R152:auto', 'suction', 'pin'], '<!DOCTYPE html>')
    """
    return Run(*_concord.run(case, out, persons, seed))


@in_words
def socket(
    limb: Case,
    out: Path | None = None,
    *,
    side: Literal["left", "right"] | None = None,
    level: Literal["transtibial", "transfemoral"] | None = None,
    units: Literal["mm", "cm", "m", "in", "openlimb"] | None = None,
    over: Literal["skin", "liner"] | None = None,
    length: float | None = None,
    up: Axis | None = None,
    front: Axis | None = None,
    landmarks: Mapping[str, Sequence[float]] | None = None,
    technique: Case | None = None,
    concept: Literal["tsb", "ptb", "ic", "sub"] | None = None,
    crop: float | None = None,
    smooth: bool = False,
    earlier: Path | None = None,
    although_refused: str | None = None,
    part: int | None = None,
    box: Sequence[float] | None = None,
    cut_plane: Sequence[float] | None = None,
    keep_side: Literal["normal", "other"] = "normal",
    weld: float | Literal["auto"] | None = None,
    job: str | None = None,
    job_date: str | None = None,
    taken_by: Literal["scan", "wrap", "pressure-cast", "vacuum-cast"] | None = None,
    carving: bool = False,
    check_socket: bool = False,
    custom_liner: bool = False,
    strength: Literal["petg", "pa12", "pp", "carbon-laminate"] | None = None,
    picture: Path | None = None,
    report: bool = True,
) -> Socket:
    """Measures a limb and makes its socket: files to print or carve, liner to order, measurement sheet.

    ``limb`` is a scan (STL, OBJ, PLY, GLB, 3MF, AOP), or a case: then the scan it names is taken, and without one its tape
    measurements. The files are in the result, and written into the folder ``out`` if one is given. Of tape measurements alone a
    check of size is made, no socket: the result's ``purpose`` is ``size_check``, and every file says so. Where tape and scan of
    a case disagree, that is a question: an exception whose problem has ``tape_against_scan``, until the case says which goes.

    Of a scan are to be said the patient's ``side`` and the ``level`` of the amputation, where no file says them. It may be said: the ``units`` of its numbers; what it went ``over``; the ``length`` from
    the mid-patellar tendon (above the knee: ischial tuberosity) to the distal end [mm]; which axis goes ``up`` towards the hip and to the ``front`` (``"-z"`` or
    three numbers); ``landmarks`` in its axes [mm]; to ``crop`` what lies higher above the level that heights are counted from [mm]; to
    ``smooth`` the scanner's noise away; an ``earlier`` scan to compare with. ``technique`` are the steps (a file, or a dict
    with its keys) instead of the usual ones of the ``concept``.

    Of a scan with more than the limb in it: the ``part`` that is the limb, 1 the largest; a ``box`` that is kept, x0, x1, y0, y1,
    z0, z1, or a ``cut_plane``, a point and a normal, in its axes [mm]; the plane keeps the ``keep_side`` that the normal points
    to, or the ``"other"``. ``weld`` joins vertices this close [mm], or those of seams (``"auto"``).

    The workshop's ``job`` number and ``job_date`` go on every file. How the shape was ``taken_by``: a cast under pressure or
    vacuum is compressed already. Made as well are the model for ``carving``, a thermoformed ``check_socket``, a ``custom_liner``,
    and limb and socket as one ``picture`` (an SVG file).

    With a material for ``strength`` the result's ``strength`` and the report say whether wall and mount break under the loads of
    ISO 10328. It takes seconds and is no test; the loads are those of the case's body mass. Without the ``report`` every other file is made
    sooner.

    Of the ``concept``, ``"tsb"`` and ``"ptb"`` are for below the knee, ``"sub"`` (sub-ischial) and ``"ic"`` (ischial containment)
    for above it; without one it is ``"tsb"`` or ``"sub"``. No socket for vacuum is made where vacuum is refused for the person, unless ``although_refused``
    says why: then the result has ``refused``, one reason an entry, no file, and nothing is written.

    >>> import concord
    >>> made = concord.socket("cases/scanned.toml")
    >>> made["purpose"]
    'socket'
    >>> made["solid"]["open_edges"]
    0
    """
    places = [f"{name}={_numbers(at)}" for name, at in (landmarks or {}).items()]
    return Socket(
        _concord.socket(
            limb,
            out,
            side,
            level,
            units,
            over,
            length,
            _axis(up),
            _axis(front),
            places,
            technique,
            concept,
            crop,
            smooth,
            earlier,
            although_refused,
            part,
            None if box is None else _numbers(box),
            None if cut_plane is None else _numbers(cut_plane),
            keep_side,
            weld if weld is None or isinstance(weld, str) else repr(float(weld)),
            job,
            job_date,
            taken_by,
            carving,
            check_socket,
            custom_liner,
            strength,
            picture,
            report,
        )
    )


@in_words
def bench_pump(
    pumps: Sequence[str] | None = None,
    *,
    chamber_ml: Sequence[float] = (33, 66, 98, 131, 197),
    vacuum_kpa: float = 57.6,
    leak_ml_per_min: float = 0.0,
    mass_kg: float | None = None,
    worn: bool = False,
    washers: int | None = None,
    persons: int = PERSONS,
    seed: int = 1,
) -> PumpBench:
    """Evacuates rigid chambers with pumps of the catalogue: cycles or seconds to a vacuum, deepest vacuum, curves.

    ``pumps`` are articles, names or files of one's own, NAME.toml (all of the catalogue without them); ``chamber_ml`` [mL] the
    chambers' volumes; ``vacuum_kpa`` [kPa] the vacuum to reach; ``leak_ml_per_min`` [mL of ambient air a minute, at 57.6 kPa]
    the chamber's leak; ``mass_kg`` [kg] the body mass whose peak load works the pumps once a second (without it each ring's
    own); ``worn`` rings are a fifth softer than new; ``washers`` lie under the rings (as delivered without it). ``persons``
    devices are drawn by ``seed`` for the spread.

    >>> import concord
    >>> bench = concord.bench_pump(["P4"], chamber_ml=[66], persons=2)
    >>> len(bench.chambers), bench.curve("4R180", 66).columns[0]
    (1, 'seconds')
    """
    if isinstance(pumps, str):
        pumps = [pumps]
    chambers = [float(volume) for volume in chamber_ml]
    return PumpBench(
        _concord.bench_pump(
            list(pumps or ()), chambers, vacuum_kpa, leak_ml_per_min, mass_kg, worn, washers, persons, seed
        )
    )


def _axis(axis: Axis | None) -> str | None:
    return axis if axis is None or isinstance(axis, str) else _numbers(axis)


def _numbers(numbers: Sequence[float]) -> str:
    return ",".join(repr(float(number)) for number in numbers)

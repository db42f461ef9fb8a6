"""What the calls give back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from . import _concord
from ._concord import Table


class Result(Mapping[str, Any]):
    """A mapping with the keys of the command's ``--json``; printed, it is what the command prints."""

    def __init__(self, text_json: str, text: str) -> None:
        self._values: dict[str, Any] = json.loads(text_json)
        self._text = text

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {', '.join(self)}>"


class _Judged(Result):
    """What was judged about a person."""

    @property
    def candidate(self) -> bool:
        """Nothing was found that speaks against active vacuum."""
        return bool(self["candidate"])

    @property
    def verdict(self) -> str:
        """``candidate``; ``not_before``, where something has to be settled first; or ``refused``."""
        return str(self["verdict"])

    @property
    def to_settle(self) -> list[str]:
        """What has to be settled first, in a few words each."""
        return list(self._values.get("to_settle", []))


class Fit(_Judged):
    """Whether a person is a candidate, and for which pump, size, liner and parts, with the reasons."""


    @property
    def order(self) -> list[dict[str, Any]]:
        """The order for the recommended pump's whole system, a part an entry; empty where nothing is recommended."""
        return list(self["fitting"]["parts"])


class Catalog(Result):
    """What makers print about their articles; printed, it is what ``concord catalog`` prints."""


class Days:
    """The day on each suspension, as tables; printed, it is what ``concord day`` prints."""

    def __init__(self, days: _concord.Days) -> None:
        self._days = days

    @property
    def case(self) -> str:
        """Name of the case."""
        return self._days.case

    @property
    def systems(self) -> list[str]:
        """The suspensions' short names, the chosen one first: an article, ``suction``, ``pin``."""
        return self._days.systems

    @property
    def notes(self) -> list[str]:
        """What one should know, e.g. that fitting refuses a suspension for this person."""
        return self._days.notes

    @property
    def expanded_from(self) -> str | None:
        """What the day was expanded from and what was assumed, where it was told by steps and a kind of day."""
        return self._days.expanded_from

    @property
    def summary(self) -> Table:
        """The day in numbers, one row a suspension and quantity.

        Columns: ``system``, ``system_name``, ``quantity``, ``unit`` (``1`` for counts and shares), ``central`` (the person
        with central parameter values), ``p10``, ``p50``, ``p90`` (over all persons). Numbers without a spread have
        ``central`` only; what most persons never reach is absent.
        """
        return self._days.summary

    @property
    def in_a_row(self) -> Table:
        """Days in a row, one row a suspension and day; empty where there is but one day.

        Columns: ``system``, ``day`` (from 1), ``name``, and ``_central``, ``_p10``, ``_p50``, ``_p90`` of
        ``evening_volume_pct``, ``next_morning_volume_pct`` and ``lowest_volume_pct`` [% of the first morning's, before
        donning], ``socks_added`` and ``first_sock_h`` [h after midnight; absent where most add none]; last,
        ``share_without_sock`` [1, of persons].
        """
        return self._days.in_a_row

    def traces(self, system: str | None = None, day: int = 1) -> Table:
        """The course of a day on one suspension (the first one without a name), one row a minute; days after the first
        have a row every five minutes.

        Columns: ``seconds_after_midnight`` [s], and ``_central``, ``_p10``, ``_p50``, ``_p90`` of every quantity of the day, named as
        under ``traces`` of ``--json``, e.g. ``vacuum_kpa_p50``. ``units`` says each one's unit: ``1`` for counts and pure
        numbers; volumes are changes since donning. An electric pump's has ``battery_pct``, too. What only walking
        moves, as ``pistoning_mm``, is null at other times.
        """
        return self._days.trace(system, day)

    def events(self, system: str | None = None) -> Table:
        """What happened to the person with central parameter values on one suspension (the first one without a name).

        Columns: ``seconds_after_midnight`` [s], ``kind``, ``text``.
        """
        return self._days.events[self._days.index(system)]

    def __str__(self) -> str:
        return self._days.text

    def __repr__(self) -> str:
        return f"<Days of {self.case!r} on {', '.join(self.systems)}>"


class _Made(Result):
    """A result with files."""

    def __init__(self, made: _concord.Made) -> None:
        super().__init__(made.json, made.text)
        self._made = made

    @property
    def report(self) -> str:
        """The report: one HTML file that opens, prints and keeps without a network or a script; empty where nothing is made."""
        return self.files.get(self._made.report, b"").decode()

    @property
    def files(self) -> dict[str, bytes]:
        """Name and content of every file, the report's too."""
        return self._made.files


class Run(_Made, _Judged):
    """Everything for one case: fitting, days, what would break the chosen suspension, and the report."""

    def __init__(self, made: _concord.Made, days: _concord.Days) -> None:
        super().__init__(made)
        self._days = Days(days)

    @property
    def days(self) -> Days:
        """The day on the recommended pump, on suction and on a pin, as tables."""
        return self._days


class Socket(_Made):
    """A limb measured, its liner to order, and its socket as files to print or carve, each read back and judged."""


class PumpBench(Result):
    """Pumps on rigid chambers; printed, it is what ``concord bench pump`` prints. Curves are tables only."""

    def __init__(self, bench: _concord.Bench) -> None:
        super().__init__(bench.json, bench.text)
        self._bench = bench

    @property
    def chambers(self) -> Table:
        """One row a pump and chamber.

        Columns: ``article``, ``name``, ``size``, ``chamber_ml`` [mL], ``share_reaching`` [1, of devices that reach the
        vacuum], and ``_central``, ``_p10``, ``_p50``, ``_p90`` of ``cycles`` [1] and ``seconds`` [s] to the vacuum,
        ``deepest_kpa`` [kPa] and, for a motor, ``energy_j`` [J].
        """
        return self._bench.chambers

    @property
    def variants(self) -> Table:
        """One row a pump and setup (wear, washers, chambers, every size), on the middle chamber; columns as
        :attr:`chambers`, with ``setup``."""
        return self._bench.variants

    def curve(self, article: str, chamber_ml: float) -> Table:
        """Vacuum over time of one pump on one chamber of ``chamber_ml`` mL.

        Columns: ``seconds`` [s; one cycle a second], and ``vacuum_kpa`` ``_central``, ``_p10``, ``_p50``, ``_p90`` [kPa].
        """
        return self._bench.curve(article, chamber_ml)

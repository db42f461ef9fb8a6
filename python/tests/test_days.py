"""Days as tables: the numbers of the JSON, with units."""

from pathlib import Path
from typing import Any

import concord
import polars
import pytest


@pytest.fixture(scope="module")
def run() -> concord.Run:
    return concord.run(Path(__file__).parents[2] / "cases" / "retrofit_hd.toml", persons=4)


def test_the_summary_has_every_number_of_the_json(run: concord.Run) -> None:
    rows = run.days.summary.to_polars()
    for day in run["days"]:
        of_system = rows.filter(polars.col("system") == day["system"]["id"])
        told = {row["quantity"]: row for row in of_system.iter_rows(named=True)}
        # What belongs to a pump alone is one entry of the JSON, and rows of the table.
        summary = {key: value for key, value in day["summary"].items() if key != "held"}
        of_pump = ("held_h", "standing_held_h")
        assert set(told) - set(of_pump) == set(summary), "a quantity that the table leaves out"
        for quantity in of_pump:
            held = day["summary"].get("held")
            assert told[quantity]["p50"] == (held and held[quantity]["p50"])
        for quantity, value in summary.items():
            row = told[quantity]
            assert row["system_name"] == day["system"]["name"] and row["unit"]
            if value is None:
                assert row["central"] is row["p50"] is None
            elif isinstance(value, dict):
                assert {part: row[part] for part in value} == value
            else:
                assert row["central"] == value and row["p50"] is None


def test_the_traces_have_every_number_of_the_json(run: concord.Run) -> None:
    for day in run["days"]:
        table = run.days.traces(day["system"]["id"])
        traces = table.to_polars()
        told = {"seconds_after_midnight": day["traces"].pop("t_s")}
        for quantity, band in day["traces"].items():
            told |= {f"{quantity}_{part}": values for part, values in band.items()}
        assert traces.to_dict(as_series=False) == told
        assert set(table.units) == set(table.columns)
        assert len(table) == len(traces)


def test_the_events_are_those_of_the_json(run: concord.Run) -> None:
    seen = 0
    for day in run["days"]:
        events = run.days.events(day["system"]["id"]).to_polars().rename({"seconds_after_midnight": "t_s"})
        # The table holds the English sentence; what it says as data, `wording`, is in the JSON alone.
        told = [{key: value for key, value in event.items() if key != "wording"} for event in day["events"]]
        assert events.to_dicts() == told
        seen += len(events)
    assert seen > 0


def test_a_day_is_the_same_bits_by_seed(mechanic: dict[str, Any]) -> None:
    def medians(seed: int) -> polars.Series:
        return concord.day(mechanic, ["suction"], persons=5, seed=seed).traces().to_polars()["pistoning_mm_p50"]

    assert medians(7).equals(medians(7)) and not medians(7).equals(medians(8))


def test_a_pinhole_costs_vacuum(mechanic: dict[str, Any]) -> None:
    def vacuum(pinhole_mm: float) -> float:
        days = concord.day(mechanic, "4R180", pinhole_mm=pinhole_mm, persons=0)
        rows = days.summary.to_polars().filter(polars.col("quantity") == "vacuum_mean_kpa")
        return float(rows["central"][0])

    assert vacuum(0.3) < vacuum(0.0)


def test_a_suspension_that_was_not_simulated_is_told_with_those_that_were(mechanic: dict[str, Any]) -> None:
    days = concord.day(mechanic, ["pin", "suction"], persons=0)
    assert repr(days) == "<Days of 'Mechanic' on pin, suction>"
    assert days.traces().to_polars().equals(days.traces("pin").to_polars())
    with pytest.raises(concord.CaseError, match="system = 4R180: not in these days") as caught:
        days.traces("4R180")
    assert caught.value.problems[0]["expected"] == "give one of pin, suction"


def test_a_suspension_that_fitting_refuses_is_simulated_but_not_unsaid(mechanic: dict[str, Any]) -> None:
    mechanic["prosthesis"]["available_clearance_mm"] = 60
    days = concord.day(mechanic, ["4R180"], persons=0)
    assert len(days.notes) == 1 and "is refused for this person" in days.notes[0] and days.notes[0] in str(days)


def test_an_electric_pump_has_a_battery(mechanic: dict[str, Any]) -> None:
    days = concord.day(mechanic, ["4R152:level2", "pin"], persons=0)
    assert days.systems == ["4R152:level2", "pin"]
    assert days.traces().units["battery_pct_p50"] == "%"
    assert "battery_pct_p50" not in days.traces("pin").columns


def test_a_day_told_by_steps_says_what_it_was_expanded_from(mechanic: dict[str, Any]) -> None:
    assert concord.day(mechanic, systems=["suction"], persons=0).expanded_from is None
    del mechanic["day"]["activities"]
    mechanic["day"] |= {"steps": 6000, "kind": "at_a_desk", "from": "07:00", "to": "23:00"}
    days = concord.day(mechanic, systems=["suction"], persons=0)
    assert days.expanded_from is not None
    assert days.expanded_from.startswith('Expanded from 6,000 steps and "at a desk", 07:00 to 23:00. Assumed: ')
    assert days.expanded_from in str(days)


def test_days_in_a_row_are_a_table_and_each_has_its_course(mechanic: dict[str, Any]) -> None:
    days = concord.day(mechanic, ["suction", "pin"], days=3, persons=2)
    row = days.in_a_row.to_polars()
    assert row["system"].to_list() == ["suction"] * 3 + ["pin"] * 3
    assert row["day"].to_list() == [1, 2, 3] * 2
    assert (row["evening_volume_pct_p50"] < row["next_morning_volume_pct_p50"]).all()
    assert days.in_a_row.units["evening_volume_pct_p50"] == "%"
    second = days.traces("pin", 2)
    assert second.columns == days.traces("pin").columns
    assert second.to_polars()["seconds_after_midnight"].diff().drop_nulls().unique().to_list() == [300.0]
    with pytest.raises(concord.CaseError, match="give 1 to 3"):
        days.traces("pin", 4)
    one = concord.day(mechanic, ["suction"], persons=0)
    assert len(one.in_a_row) == 0

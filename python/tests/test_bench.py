"""Pumps on benches, as tables."""

from pathlib import Path
from typing import Any

import concord
import polars
import pytest


def test_the_tables_have_the_figures_of_the_json() -> None:
    bench = concord.bench_pump(["P4", "4R152"], chamber_ml=[33, 98.5], persons=5)
    rows = bench.chambers.to_polars().to_dicts()
    told = [(pump, chamber) for pump in bench["pumps"] for chamber in pump["chambers"]]
    assert len(rows) == len(told) == 4
    for row, (pump, chamber) in zip(rows, told):
        assert row["article"] == pump["article"] and row["chamber_ml"] == chamber["chamber_ml"]
        for quantity in ("cycles", "seconds", "deepest_kpa", "energy_j"):
            spread = chamber.get(quantity) or dict.fromkeys(("central", "p10", "p50", "p90"))
            assert {part: row[f"{quantity}_{part}"] for part in spread} == spread
        curve = bench.curve(row["article"], row["chamber_ml"])
        deepest = curve.to_polars()["vacuum_kpa_central"].max()
        assert isinstance(deepest, float) and deepest <= row["deepest_kpa_central"] + 1e-9
    setups = bench.variants.to_polars()
    assert set(setups["article"]) == {"4R180"} and "ring a fifth softer" in set(setups["setup"])


def test_every_pump_of_the_catalogue_runs_without_names() -> None:
    bench = concord.bench_pump(chamber_ml=[66], persons=0)
    assert len(bench.chambers) == len(bench["pumps"]) >= 8


def test_wear_leak_and_volume_cost_vacuum() -> None:
    def deepest(**setup: Any) -> float:
        bench = concord.bench_pump("4R147", **{"chamber_ml": [66], "persons": 0, "mass_kg": 80.0, **setup})
        return float(bench.chambers.to_polars()["deepest_kpa_central"][0])

    assert deepest(worn=True) < deepest() > deepest(leak_ml_per_min=30.0)
    assert deepest(washers=0) < deepest()


@pytest.mark.parametrize(
    ("argument", "given"),
    [
        ("pump", {"pumps": ["nonsense"]}),
        ("chamber_ml", {"chamber_ml": []}),
        ("chamber_ml", {"chamber_ml": [0]}),
        ("vacuum_kpa", {"vacuum_kpa": 200}),
        ("leak_ml_per_min", {"leak_ml_per_min": float("nan")}),
        ("mass_kg", {"mass_kg": 1}),
        ("washers", {"washers": 3}),
    ],
)
def test_what_no_bench_can_do_is_refused_by_name(argument: str, given: dict[str, Any]) -> None:
    with pytest.raises(concord.CaseError) as caught:
        concord.bench_pump(**given)
    assert caught.value.problems[0]["field"] == argument


def test_a_pump_of_ones_own_is_run_from_its_file() -> None:
    own = Path(__file__).parents[2] / "pumps" / "own_pump.toml"
    bench = concord.bench_pump([str(own)], chamber_ml=[66], persons=0)
    assert [pump["article"] for pump in bench["pumps"]] == ["own-1"]


def test_a_curve_that_was_not_run_is_told_with_those_that_were() -> None:
    bench = concord.bench_pump(["P4"], chamber_ml=[66], persons=0)
    with pytest.raises(concord.CaseError, match="4R180 on 66"):
        bench.curve("P4", 67)

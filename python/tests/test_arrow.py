"""Tables go to other libraries by the Arrow C interface, and their numbers are not copied on the way."""

import gc
import subprocess
import sys
from typing import Any

import concord
import pandas
import polars
import pyarrow
import pytest

COLUMN = "vacuum_kpa_central"


@pytest.fixture
def table(mechanic: dict[str, Any]) -> concord.Table:
    return concord.day(mechanic, ["suction"], persons=0).traces()


def address(column: Any) -> int:
    """Where the numbers of a column of pyarrow begin."""
    assert column.num_chunks == 1
    return int(column.chunk(0).buffers()[1].address)


def test_every_library_reads_the_same_memory(table: concord.Table) -> None:
    arrow = pyarrow.table(table)
    places = {name: address(arrow[name]) for name in table.columns}
    assert len(set(places.values())) == len(places)
    again, frame, pola = pyarrow.table(table), table.to_pandas(), table.to_polars()
    # Numbers that are absent at times are copied: NumPy has no such thing.
    whole = [name for name in places if not arrow[name].null_count]
    assert len(whole) > len(places) / 2
    for name, place in places.items():
        assert address(again[name]) == place
    for name, place in ((name, places[name]) for name in whole):
        assert frame[name].to_numpy().__array_interface__["data"][0] == place
        assert pola[name].to_numpy(allow_copy=False).__array_interface__["data"][0] == place


def test_what_one_library_reads_another_cannot_change(table: concord.Table) -> None:
    frame = table.to_pandas()
    with pytest.raises(ValueError, match="read-only"):
        frame.loc[0, COLUMN] = 1.0
    own = frame.copy()
    own.loc[0, COLUMN] = -1.0
    assert own.loc[0, COLUMN] == -1.0 and pyarrow.table(table)[COLUMN][0].as_py() != -1.0


def test_units_are_in_the_metadata_of_the_columns(table: concord.Table) -> None:
    schema = pyarrow.table(table).schema
    assert schema.field(COLUMN).metadata == {b"unit": b"kPa"}
    assert schema == pyarrow.schema(table)  # type: ignore[arg-type]
    assert table.units["seconds_after_midnight"] == "s" and "vacuum_kpa_p50 [kPa]" in repr(table)


def test_numbers_outlive_their_table(mechanic: dict[str, Any]) -> None:
    frame = concord.day(mechanic, ["suction"], persons=0).traces().to_polars()
    before = frame[COLUMN].to_list()
    gc.collect()
    concord.day(mechanic, ["suction"], persons=0)
    assert frame[COLUMN].to_list() == before


def test_a_stream_that_nobody_reads_is_given_back(table: concord.Table) -> None:
    for _ in range(1_000):
        table.__arrow_c_stream__()
        table.__arrow_c_schema__()
        pyarrow.table(table)
    assert len(table) == pyarrow.table(table).num_rows


def test_texts_and_absent_numbers_arrive(mechanic: dict[str, Any]) -> None:
    summary = concord.day(mechanic, ["pin"], persons=0).summary
    frame: pandas.DataFrame = summary.to_pandas()
    never = frame.set_index("quantity").loc["strides_to_15_inhg"]
    assert never["system"] == "pin" and pandas.isna(never["central"])
    assert polars.DataFrame(summary).filter(quantity="strides_to_15_inhg")["central"].to_list() == [None]


def test_no_library_is_loaded_before_it_is_asked_for() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import concord, sys; print({'pandas', 'polars', 'pyarrow', 'numpy'} & set(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "set()\n"

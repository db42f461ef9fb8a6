"""Virtual trials: the same persons and bytes however they are asked for."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import polars
import pyarrow
import pyarrow.parquet
import pytest

import concord
from concord import study

NAME = "vacuum_or_valve"
PERSONS = 30


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ready study, in blocks of ten persons."""
    text = json.loads(study.Study(NAME).bundle())["study"]["text"]
    path = tmp_path_factory.mktemp("study") / "small.toml"
    path.write_text(text.replace('design = "paired"', 'design = "paired"\nblock = 10'), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def trial(small: Path) -> study.Study:
    return study.Study(small, persons=PERSONS)


@pytest.fixture(scope="module")
def folder(trial: study.Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("results")
    told = trial.run(out, threads=2)
    assert told == {"blocks_done_now": 3, "blocks_there": 3, "blocks": 3}
    return out


def test_a_study_tells_what_it_is(trial: study.Study) -> None:
    assert NAME in study.ready()
    assert (trial.persons, trial.block, trial.blocks) == (PERSONS, 10, 3)
    assert trial.name.startswith("Vacuum or") and trial.name in repr(trial)
    assert study.Study(NAME, seed=7).fingerprint != study.Study(NAME).fingerprint
    assert [trial.rows(block) for block in range(3)] == [10, 10, 10]


def test_a_folder_holds_what_the_calls_give(trial: study.Study, folder: Path) -> None:
    assert (folder / "study.json").read_text(encoding="utf-8") == trial.manifest()
    for block in range(trial.blocks):
        assert (folder / trial.part_name(block)).read_bytes() == trial.block_parquet(block)
    of_files = polars.concat(polars.read_parquet(folder / trial.part_name(block)) for block in range(trial.blocks))
    assert of_files["person"].to_list() == list(range(PERSONS))
    assert trial.simulate(0, PERSONS).to_polars().equals(of_files)


def test_schema_and_provenance_are_those_of_the_files(trial: study.Study, folder: Path) -> None:
    table = trial.simulate(3, 5, threads=1)
    of_table, of_file = pyarrow.table(table).schema, pyarrow.parquet.read_schema(folder / trial.part_name(0))
    assert of_table.equals(of_file, check_metadata=False)
    assert of_table.field("body_mass_kg").metadata == of_file.field("body_mass_kg").metadata
    assert of_table.metadata[b"concord.fingerprint"] == trial.fingerprint.encode()
    assert table.units["body_mass_kg"] == "kg" and "status" not in table.units


def test_draws_are_who_the_persons_are(trial: study.Study) -> None:
    drawn, lived = trial.draws(5, 25).to_polars(), trial.simulate(5, 25).to_polars()
    assert drawn.width < lived.width and drawn.equals(lived.select(drawn.columns))
    assert drawn["person"].to_list() == list(range(5, 25))
    assert len(study.Study(NAME).draws(0, 50_000)) == 50_000


def test_a_bundle_is_the_study_elsewhere(trial: study.Study) -> None:
    there = study.Study.from_bundle(trial.bundle())
    assert there.fingerprint == trial.fingerprint and there.persons == trial.persons
    assert there.block_parquet(1, threads=2) == trial.block_parquet(1)


def test_shards_and_what_is_there_already_make_the_same_files(trial: study.Study, folder: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    assert trial.run(tmp_path, shard=(1, 2), progress=lambda done, of: told.append((done, of)))["blocks_there"] == 1
    assert told == [(10, 10)]
    (tmp_path / trial.part_name(1)).write_bytes(b"torn")
    assert trial.run(tmp_path, threads=1)["blocks_there"] == 3
    for file in folder.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()
    assert len(os.listdir(tmp_path)) == len(os.listdir(folder))


def test_what_progress_raises_ends_the_run_and_keeps_what_is_written(small: Path, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def look(done: int, of: int) -> None:
        if done >= 15:
            raise Enough

    trial = study.Study(small, persons=20_000)
    with pytest.raises(Enough):
        trial.run(tmp_path, progress=look)
    assert 1 <= len(list(tmp_path.glob("part-*.parquet"))) < 2_000
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to whole groups of processes")
def test_ctrl_c_stops_a_run_and_the_same_call_goes_on(small: Path, tmp_path: Path) -> None:
    code = f"from concord import study; study.Study({str(small)!r}, persons=20_000).run({str(tmp_path)!r})"
    child = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    while not list(tmp_path.glob("part-*.parquet")):
        assert time.monotonic() < until and child.poll() is None
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=20)
    assert "KeyboardInterrupt" in said
    written = len(list(tmp_path.glob("part-*.parquet")))
    assert study.Study(small, persons=20_000).run(tmp_path, shard=(999_999, 1_000_000))["blocks_there"] == written > 0


def test_a_folder_of_another_study_is_left_alone(trial: study.Study, small: Path, folder: Path) -> None:
    with pytest.raises(concord.CaseError, match="another study, seed or version"):
        study.Study(small, persons=PERSONS, seed=99).run(folder)
    assert (folder / "study.json").read_text(encoding="utf-8") == trial.manifest()


def test_what_no_study_has_is_refused_by_name(trial: study.Study, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(json.loads(trial.bundle())["study"]["text"].replace("persons = ", "persons = -"), encoding="utf-8")
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: study.Study("no_such_study.toml"), ""),
        (lambda: study.Study(broken), "persons"),
        (lambda: study.Study(NAME, persons=0), "persons"),
        (lambda: study.Study.from_bundle("{}"), ""),
        (lambda: trial.simulate(5, 4), "first"),
        (lambda: trial.simulate(0, PERSONS + 1), "first"),
        (lambda: trial.simulate(0, 1, threads=0), "threads"),
        (lambda: trial.draws(PERSONS + 1, PERSONS + 1), "first"),
        (lambda: trial.part_name(3), "block"),
        (lambda: trial.rows(2**64 - 1), "block"),
        (lambda: trial.block_parquet(3), "block"),
        (lambda: trial.block_parquet(0, threads=0), "threads"),
        (lambda: trial.run(tmp_path, shard=(3, 3)), "shard"),
    ]
    for wrong, field in refused:
        with pytest.raises(concord.CaseError) as caught:
            wrong()
        assert caught.value.problems[0]["field"] == field


def test_a_study_travels_between_processes_as_itself() -> None:
    import pickle

    trial = study.Study(NAME, persons=7, seed=3)
    again = pickle.loads(pickle.dumps(trial))
    assert (again.persons, again.fingerprint, again.bundle()) == (7, trial.fingerprint, trial.bundle())


def test_numbers_that_no_study_has_are_told_in_words(tmp_path: Path) -> None:
    for wrong in (-1, 2**70):
        with pytest.raises(concord.CaseError, match=str(wrong)) as told:
            study.Study(NAME, persons=wrong)
        assert told.value.problems[0]["expected"]
        with pytest.raises(concord.CaseError):
            study.Study(NAME, persons=5).simulate(0, wrong)
        with pytest.raises(concord.CaseError):
            concord.fit("cases/light.toml", persons=wrong)


def test_a_folder_without_results_is_no_empty_table(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    with pytest.raises(concord.CaseError, match="holds no results"):
        study.read(tmp_path)

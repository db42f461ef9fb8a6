"""The engine for real: a scheduler and workers as processes of this machine, one of which is killed at its work."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import concord.study

pytest.importorskip("distributed")

STUDY = "vacuum_or_valve"
PERSONS = 600
#: Persons a block: enough blocks to be stopped amid them.
BLOCK = 20


@pytest.fixture(scope="module")
def study_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ready study, in small blocks."""
    text = json.loads(concord.study.Study(STUDY).bundle())["study"]["text"]
    path = tmp_path_factory.mktemp("study") / "small.toml"
    path.write_text(text.replace('design = "paired"', f'design = "paired"\nblock = {BLOCK}'), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def expected(study_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The parts as one machine writes them, on two threads."""
    out = tmp_path_factory.mktemp("one-machine")
    concord.study.Study(study_file, persons=PERSONS).run(out, threads=2)
    return parts(out)


def parts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("part-*.parquet")}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "concord.engine", *arguments]


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    running = subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a scheduler of our own, on the loopback alone."""
    arguments = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
    with process(sys.executable, "-m", "distributed.cli.dask_scheduler", *arguments) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if found := re.search(r"tcp://127\.0\.0\.1:\d+", line):
                yield found.group()
                return
        pytest.fail("the scheduler did not start")


@contextmanager
def worker(scheduler: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker without a nanny: whoever kills it has killed it."""
    arguments = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
    arguments += ["--local-directory", str(folder), "--death-timeout", "60"]
    running = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_worker", scheduler, *arguments],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def wait_for(folder: Path, count: int, running: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + 120
    while len(parts(folder)) < count:
        assert time.monotonic() < until and running.poll() is None, "the engine did not get so far"
        time.sleep(0.02)


def test_a_worker_killed_at_its_work_changes_no_bit(
    scheduler: str, study_file: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with worker(scheduler, tmp_path / "a") as doomed, worker(scheduler, tmp_path / "b"):
        arguments = command(str(study_file), "--scheduler", scheduler, "--persons", str(PERSONS), "--out", str(out))
        with process(*arguments, "--json") as engine:
            wait_for(out, 6, engine)
            # A worker always has a block in hand and others waiting: what it holds is lost with it.
            doomed.send_signal(signal.SIGKILL)
            assert len(parts(out)) < len(expected), "it was over before anybody died"
            told, errors = engine.communicate(timeout=300)
    assert engine.returncode == 0, errors
    result = json.loads(told)
    assert result["blocks"] == len(expected) and result["persons_done_now"] >= PERSONS - 12 * BLOCK
    assert parts(out) == expected
    assert not list(out.glob("*.tmp"))


def test_a_run_that_was_stopped_goes_on_to_the_same_bits_with_nobody_lost_or_twice(
    study_file: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = command(str(study_file), "--local", "2", "--persons", str(PERSONS), "--out", str(out))
    with process(*arguments) as engine:
        wait_for(out, 3, engine)
        engine.send_signal(signal.SIGINT)
        _, errors = engine.communicate(timeout=60)
    assert engine.returncode == 130 and "goes on from there" in errors, errors
    kept = parts(out)
    assert 0 < len(kept) < len(expected)
    again = subprocess.run([*arguments, "--json"], capture_output=True, text=True, timeout=300, check=False)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["blocks_done_now"] == len(expected) - len(parts_of(kept, expected))
    assert parts(out) == expected
    import pyarrow.parquet

    persons = [number for path in sorted(out.glob("part-*")) for number in pyarrow.parquet.read_table(path)["person"].to_pylist()]
    assert persons == list(range(PERSONS))
    # One machine finds everything there.
    concord.study.Study(study_file, persons=PERSONS).run(out)
    assert parts(out) == expected


def parts_of(kept: dict[str, bytes], expected: dict[str, bytes]) -> set[str]:
    """What is kept must be what was to be written."""
    assert all(expected[name] == content for name, content in kept.items())
    return set(kept)


def test_other_stores_hold_the_same_files(study_file: Path, expected: dict[str, bytes]) -> None:
    import fsspec
    from concord.engine import Store, missing_blocks, simulate_block

    study = concord.study.Study(study_file, persons=PERSONS)
    url = f"memory://trial-{os.getpid()}"
    store = Store(url)
    assert missing_blocks(study, store) == list(range(study.blocks))
    done = simulate_block(study.bundle(), study.fingerprint, 3, url)
    assert (done.block, done.rows) == (3, BLOCK)
    assert fsspec.filesystem("memory").cat(store.path(study.part_name(3))) == expected[study.part_name(3)]
    assert missing_blocks(study, store) == [block for block in range(study.blocks) if block != 3]


def test_what_is_wrong_is_said_in_words(study_file: Path, tmp_path: Path) -> None:
    def told(*arguments: str) -> tuple[int, str]:
        answer = subprocess.run(command(*arguments), capture_output=True, text=True, timeout=120, check=False)
        return answer.returncode, answer.stderr

    out = str(tmp_path / "out")
    code, text = told("nowhere.toml", "--local", "1", "--out", out)
    assert code == 2 and "nowhere.toml" in text and "no such file" in text
    code, text = told(str(study_file), "--local", "1", "--out", "nosuchscheme://x")
    assert code == 1 and "nosuchscheme" in text
    code, text = told(str(study_file), "--local", "0", "--out", out)
    assert code == 2 and "1 or more" in text
    concord.study.Study(study_file, persons=5, seed=9).run(out)
    code, text = told(str(study_file), "--local", "1", "--out", out)
    assert code == 2 and "another study" in text and "--out" in text


def test_a_part_with_a_flipped_bit_is_made_anew_and_a_larger_cohort_is_not_overwritten(
    study_file: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    from concord.engine import Store, missing_blocks

    study = concord.study.Study(study_file, persons=PERSONS)
    store = Store(str(tmp_path))
    for name, content in expected.items():
        store.write(name, content)
    store.write("study.json", study.manifest().encode())
    assert missing_blocks(study, store) == []
    name = study.part_name(4)
    flipped = bytearray(expected[name])
    flipped[len(flipped) // 3] ^= 0x40
    store.write(name, bytes(flipped))
    assert "checksum" in (study.part_fault(4, bytes(flipped)) or "")
    assert missing_blocks(study, store) == [4]
    store.write(name, expected[name][:-7])
    assert missing_blocks(study, store) == [4]
    store.write(name, expected[study.part_name(5)])
    assert missing_blocks(study, store) == [4]
    fewer = concord.study.Study(study_file, persons=PERSONS - 1)
    with pytest.raises(concord.CaseError, match=f"{PERSONS} persons, more than the {PERSONS - 1}"):
        missing_blocks(fewer, store)


def test_a_worker_with_other_data_is_told_apart(study_file: Path, tmp_path: Path) -> None:
    from concord.engine import simulate_block

    study = concord.study.Study(study_file)
    with pytest.raises(RuntimeError, match="install the same wheel"):
        simulate_block(study.bundle(), "0123456789abcdef", 0, str(tmp_path))
    assert not list(tmp_path.iterdir())

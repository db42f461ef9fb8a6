"""Long work leaves Python to others, and ends when it is told to."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import concord
import pytest


def test_other_threads_run_while_a_day_is_simulated(mechanic: dict[str, Any]) -> None:
    begun, ended, ticks = threading.Event(), threading.Event(), 0

    def simulate() -> None:
        begun.set()
        concord.day(mechanic, persons=100)
        ended.set()

    thread = threading.Thread(target=simulate)
    thread.start()
    begun.wait()
    while not ended.is_set():
        ticks += 1
        time.sleep(0.001)
    thread.join()
    # With the lock held this thread would have seen the end at once.
    assert ticks > 20


class Told(Exception):
    pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timers for signals")
@pytest.mark.parametrize("call", [concord.day, concord.run])
def test_a_signal_ends_long_work_between_two_persons(mechanic: dict[str, Any], call: Any) -> None:
    def tell(number: int, frame: object) -> None:
        raise Told

    before = signal.signal(signal.SIGALRM, tell)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    begun = time.monotonic()
    try:
        with pytest.raises(Told):
            call(mechanic, persons=5_000)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - begun < 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to whole groups of processes")
def test_ctrl_c_is_a_keyboard_interrupt(mechanic_file: Path) -> None:
    code = f"import concord; print('begun', flush=True); concord.day({str(mechanic_file)!r}, persons=100_000)"
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None and child.stdout.readline() == "begun\n"
    time.sleep(0.5)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=10)
    assert "KeyboardInterrupt" in said and child.returncode in (-signal.SIGINT, 130)


def test_calls_of_many_threads_do_not_disturb_each_other(mechanic: dict[str, Any]) -> None:
    alone = [concord.day(mechanic, ["suction"], persons=3, seed=seed).traces().to_polars() for seed in range(4)]
    together: dict[int, Any] = {}

    def simulate(seed: int) -> None:
        together[seed] = concord.day(mechanic, ["suction"], persons=3, seed=seed).traces().to_polars()

    threads = [threading.Thread(target=simulate, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(together[seed].equals(alone[seed]) for seed in range(4))


def test_a_spawned_process_has_threads_of_its_own(mechanic: dict[str, Any]) -> None:
    here = concord.fit(mechanic, persons=3)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        there = pool.apply_async(_fit, (mechanic,)).get(timeout=60)
    assert there == dict(here)


def _fit(case: dict[str, Any]) -> dict[str, Any]:
    return dict(concord.fit(case, persons=3))


def test_the_report_is_written_whole_or_its_folder_is_named(mechanic_file: Path, tmp_path: Path) -> None:
    made = concord.run(mechanic_file, tmp_path / "new" / "report", persons=0)
    written = tmp_path / "new" / "report" / "mechanic.html"
    assert written.read_text(encoding="utf-8") == made.report and os.listdir(written.parent) == list(made.files)
    assert str(written) in str(made) and "Report:" not in str(concord.run(mechanic_file, persons=0))
    with pytest.raises(concord.ConcordError, match="folder cannot be written") as caught:
        concord.run(mechanic_file, written / "below a file", persons=0)
    assert not isinstance(caught.value, concord.CaseError) and caught.value.problems[0]["file"]

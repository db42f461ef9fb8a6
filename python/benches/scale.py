"""What a virtual trial costs, on this machine, in one run: threads, the engine with one worker and with two, and simglucose beside it.

    pip install "concord-twin[engine]" simglucose
    python python/benches/scale.py

Run it on a machine that does nothing else: what else runs is in the figures. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import concord.study
from concord import engine

STUDY = "vacuum_or_valve"


def seconds(job: Callable[[], object]) -> float:
    begun = time.perf_counter()
    job()
    return time.perf_counter() - begun


def small_blocks(folder: Path, persons_a_block: int) -> Path:
    """The ready study in blocks small enough to be shared evenly."""
    import json

    text = json.loads(concord.study.Study(STUDY).bundle())["study"]["text"]
    path = folder / "study.toml"
    path.write_text(text.replace('design = "paired"', f'design = "paired"\nblock = {persons_a_block}'), encoding="utf-8")
    return path


def person_days(out: Path) -> int:
    """Days that were simulated: two for everyone who was analysed."""
    status = concord.study.read(out, ["status"])["status"].to_pylist()
    return 2 * status.count("analysed")


def threads(file: Path, persons: int, folder: Path) -> None:
    print("one machine, threads (concord study run)")
    for count in (1, 2):
        out = folder / f"threads-{count}"
        took = seconds(lambda out=out, count=count: concord.study.Study(file, persons=persons).run(out, threads=count))
        days = person_days(out)
        print(f"  {count} threads: {took:.1f} s, {days} person-days, {1e3 * took * count / days:.2f} ms a person-day and core")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory of this process: {peak:.0f} MB")


def workers(file: Path, persons: int, folder: Path) -> None:
    from distributed import Client, LocalCluster

    print("the engine (start of scheduler and workers not counted)")
    rate = {}
    for count in (1, 2):
        out = folder / f"workers-{count}"
        options = {"processes": True, "host": "127.0.0.1", "dashboard_address": None}
        with LocalCluster(n_workers=count, threads_per_worker=1, **options) as cluster, Client(cluster) as client:
            client.wait_for_workers(count)
            # Every worker has the program in memory before the clock runs.
            client.run(concord.study.ready)
            study = concord.study.Study(file, persons=persons)
            took = seconds(lambda out=out, study=study, client=client: engine.run(study, str(out), client))
        rate[count] = person_days(out) / took
        print(f"  {count} workers: {took:.1f} s, {rate[count]:.0f} person-days/s")
    print(f"  efficiency from 1 to 2 workers: {rate[2] / (2 * rate[1]):.3f}")


def beside_simglucose(file: Path, persons: int, folder: Path) -> None:
    """One person-day of each, one after the other: an artificial pancreas's twin of a day against this one."""
    from datetime import datetime

    from simglucose.actuator.pump import InsulinPump
    from simglucose.controller.basal_bolus_ctrller import BBController
    from simglucose.patient.t1dpatient import T1DPatient
    from simglucose.sensor.cgm import CGMSensor
    from simglucose.simulation.env import T1DSimEnv
    from simglucose.simulation.scenario import CustomScenario
    from simglucose.simulation.sim_engine import SimObj, sim

    meals = CustomScenario(start_time=datetime(2026, 1, 1), scenario=[(7, 45), (12, 70), (18, 80)])
    environment = T1DSimEnv(
        T1DPatient.withName("adolescent#001"), CGMSensor.withName("Dexcom", seed=1), InsulinPump.withName("Insulet"), meals
    )
    theirs = seconds(lambda: sim(SimObj(environment, BBController(), timedelta(days=1), animate=False, path=str(folder))))
    out = folder / "beside"
    ours = seconds(lambda: concord.study.Study(file, persons=persons).run(out, threads=1)) / person_days(out)
    print("one person-day on one core, in this run")
    print("  | model | s |\n  |---|---:|")
    print(f"  | simglucose, adolescent#001, basal-bolus, a day at its own step | {theirs:.2f} |")
    print(f"  | concord, mean of {STUDY}'s two arms | {ours:.5f} |")
    print(f"  ratio: {theirs / ours:.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=4000)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="concord-scale-"))
    try:
        file = small_blocks(folder, 100)
        threads(file, asked.persons, folder)
        workers(file, asked.persons, folder)
        beside_simglucose(file, max(asked.persons // 4, 50), folder)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

"""Virtual trials beyond one machine: blocks of persons as tasks of Dask distributed.

``concord-study FILE --local 4 --out trial`` runs a study on four processes of this machine, ``--scheduler tcp://host:8786`` on
whatever workers that scheduler has. The results are the same files, byte for byte, as those of ``concord study run``: a block of
persons is a function of the study alone, so it does not matter who simulates it, or how often.

A worker writes its block whole or not at all, to a local folder or to any store that fsspec knows (``s3://…``, ``gs://…``), and
returns a few numbers. Workers may die: Dask gives their tasks to others. A run that was stopped goes on where it was.

Needs ``pip install concord-twin[engine]``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import FrameType
from typing import Any, NamedTuple, NoReturn

from . import study as studies
from ._errors import CaseError, ConcordError

MANIFEST = "study.json"
#: Tasks on their way for each thread of a worker: enough that none waits, few enough for any number of blocks.
IN_FLIGHT = 4
#: How long to wait for a scheduler, and then for its first worker, in seconds.
PATIENCE_S = 60


class Done(NamedTuple):
    """What a worker tells of a block that it wrote."""

    block: int
    rows: int
    seconds: float
    sha256: str


class EngineError(ConcordError):
    """The engine could not do its work: no scheduler, no worker, a block that fails, a store that cannot be written."""


class Store:
    """A folder of results: local, or anything that fsspec knows. Files are there whole or not at all."""

    def __init__(self, url: str) -> None:
        import fsspec

        try:
            self.files, self.root = fsspec.core.url_to_fs(url)
            self.files.makedirs(self.root, exist_ok=True)
        except (OSError, ValueError, ImportError) as error:
            raise EngineError(f"{url}: cannot be written: {error}; give a folder or a URL that fsspec knows") from error
        protocols = self.files.protocol if isinstance(self.files.protocol, tuple) else (self.files.protocol,)
        self.local = "file" in protocols

    def path(self, name: str) -> str:
        return f"{self.root.rstrip('/')}/{name}"

    def names(self) -> set[str]:
        """What is there, without looking into it."""
        self.files.invalidate_cache()
        found = self.files.ls(self.root, detail=True)
        return {entry["name"].rsplit("/", 1)[-1] for entry in found if (entry.get("size") or 0) > 0}

    def read(self, name: str) -> bytes | None:
        try:
            found: bytes = self.files.cat_file(self.path(name))
        except FileNotFoundError:
            return None
        return found

    def write(self, name: str, content: bytes) -> None:
        """Writes a file whole or not at all: renamed into place here, one put elsewhere."""
        if not self.local:
            self.files.pipe_file(self.path(name), content)
            return
        temporary = self.path(f".{name}-{os.getpid()}-{time.monotonic_ns()}.tmp")
        try:
            with open(temporary, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path(name))
        except BaseException:
            if os.path.exists(temporary):
                os.unlink(temporary)
            raise


@lru_cache(maxsize=2)
def _study(bundle: str) -> studies.Study:
    return studies.Study.from_bundle(bundle)


def simulate_block(bundle: str, fingerprint: str, block: int, url: str) -> Done:
    """One task: simulates a block of persons and writes it. Doing it twice writes the same bytes twice."""
    begun = time.monotonic()
    study = _study(bundle)
    if study.fingerprint != fingerprint:
        from . import __version__

        raise RuntimeError(
            f"this worker's concord (version {__version__}) carries other data or another version than the client's: "
            "install the same wheel on every worker"
        )
    content = study.block_parquet(block, threads=1)
    Store(url).write(study.part_name(block), content)
    return Done(block, study.rows(block), time.monotonic() - begun, hashlib.sha256(content).hexdigest())


def take(study: studies.Study, store: Store) -> None:
    """Writes the manifest, where there is none or this study's."""
    if (kept := store.read(MANIFEST)) is not None:
        study.goes_on(store.root, kept)
    store.write(MANIFEST, study.manifest().encode())


def missing_blocks(study: studies.Study, store: Store) -> list[int]:
    """The blocks that are not there, or not whole: every part is read; the store is taken for the study."""
    take(study, store)
    names = store.names()

    def whole(block: int) -> bool:
        name = study.part_name(block)
        content = store.read(name) if name in names else None
        return content is not None and study.part_fault(block, content) is None

    return [block for block in range(study.blocks) if not whole(block)]


def run(
    study: studies.Study,
    out: str,
    client: Any,
    *,
    retries: int = 2,
    progress: Callable[[Done, int, int], None] | None = None,
) -> dict[str, Any]:
    """Runs what is missing of a study on the workers of a Dask client, and tells what was done.

    ``progress`` is called with every block that is there, how many this run has done and how many it has to do.

    Example::

        from dask.distributed import Client
        from concord import engine, study
        with Client("tcp://scheduler:8786") as client:
            engine.run(study.Study("vacuum_or_valve"), "s3://bucket/trial", client)
    """
    from distributed import as_completed

    begun = time.monotonic()
    store = Store(out)
    blocks = missing_blocks(study, store)
    bundle, fingerprint = study.bundle(), study.fingerprint
    waiting: Iterator[int] = iter(blocks)

    def submit(block: int) -> Any:
        key = f"concord-{fingerprint}-{block}-{time.monotonic_ns()}"
        return client.submit(simulate_block, bundle, fingerprint, block, out, key=key, pure=False, retries=retries)

    threads = sum(client.nthreads().values()) or 1
    first = [submit(block) for _, block in zip(range(IN_FLIGHT * threads), waiting)]
    futures = as_completed(first, loop=client.loop)
    alive = set(first)
    done, rows, busy = 0, 0, 0.0
    try:
        for future in futures:
            alive.discard(future)
            try:
                result: Done = future.result()
            except Exception as error:
                raise EngineError(f"a block failed {retries + 1} times: {type(error).__name__}: {error}") from error
            done, rows, busy = done + 1, rows + result.rows, busy + result.seconds
            if progress is not None:
                progress(result, done, len(blocks))
            # One comes, one goes: any number of blocks, a bounded number of futures.
            if (block := next(waiting, None)) is not None:
                following = submit(block)
                alive.add(following)
                futures.add(following)
    finally:
        if alive:
            client.cancel(list(alive), force=True)
    return {
        "study": study.name,
        "fingerprint": fingerprint,
        "persons": study.persons,
        "blocks": study.blocks,
        "blocks_done_now": done,
        "persons_done_now": rows,
        "worker_seconds": busy,
        "seconds": time.monotonic() - begun,
        "out": store.root,
    }


def _shown(begun: float) -> Callable[[Done, int, int], None]:
    """Progress on stderr: a line that changes on a terminal, a line each tenth elsewhere."""
    terminal = sys.stderr.isatty()
    told = -1

    def show(_: Done, done: int, of: int) -> None:
        nonlocal told
        left = (time.monotonic() - begun) / done * (of - done)
        text = f"{done} of {of} blocks, {left:.0f} s left"
        if terminal:
            print(f"\r{text}   ", end="" if done < of else "\n", file=sys.stderr, flush=True)
        elif 10 * done // of > told:
            told = 10 * done // of
            print(text, file=sys.stderr, flush=True)

    return show


@contextmanager
def _client(scheduler: str | None, local: int | None) -> Iterator[Any]:
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise EngineError("the engine needs Dask: pip install 'concord-twin[engine]'") from error

    if scheduler is None:
        cluster = LocalCluster(
            n_workers=local or 1, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, processes=True
        )
        with cluster, Client(cluster) as client:
            yield client
        return
    try:
        client = Client(scheduler, timeout=PATIENCE_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        message = f"{scheduler}: no scheduler answers ({error}); start one with `dask scheduler`"
        raise EngineError(message) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE_S)
        except TimeoutError as error:
            message = f"{scheduler}: no worker came within {PATIENCE_S} s; start one with `dask worker {scheduler}`"
            raise EngineError(message) from error
        yield client


def _arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="concord-study",
        description="Run a virtual trial on the workers of a Dask scheduler, or on several processes of this machine. "
        "The results are those of `concord study run`, byte for byte.",
        epilog="Example: concord-study vacuum_or_valve --local 2 --persons 4000 --out trial",
    )
    parser.add_argument("file", metavar="FILE", help="study file, or the name of a ready study")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="address of a Dask scheduler")
    where.add_argument("--local", type=_count, metavar="N", help="processes of this machine")
    parser.add_argument("--out", required=True, metavar="URL", help="folder, or a store that fsspec knows (s3://…)")
    parser.add_argument("--persons", type=_count, help="persons assessed, instead of the file's")
    parser.add_argument("--seed", type=int, help="seed, instead of the file's")
    parser.add_argument("--retries", type=int, default=2, help="how often a block that fails is tried again")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser.parse_args(given)


def _count(text: str) -> int:
    if (count := int(text)) < 1:
        raise argparse.ArgumentTypeError("give 1 or more")
    return count


def _interrupt(_: int, __: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def main(given: list[str] | None = None) -> int:
    """The command ``concord-study``; returns its exit code: 0, 1 (the work), 2 (what was asked), 130 (stopped)."""
    arguments = _arguments(given)
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGINT, _interrupt)
    try:
        study = studies.Study(arguments.file, persons=arguments.persons, seed=arguments.seed)
        # What cannot be written is told before workers are asked.
        take(study, Store(arguments.out))
        with _client(arguments.scheduler, arguments.local) as client:
            shown = _shown(time.monotonic())
            result = run(study, arguments.out, client, retries=arguments.retries, progress=shown)
        store = Store(arguments.out)
        if store.local:
            result["report"] = os.path.join(store.root, "report.html")
            studies.report(store.root)
    except KeyboardInterrupt:
        print("\nstopped; what is written stays, and the same command goes on from there", file=sys.stderr)
        return 130
    except CaseError as error:
        print(error, file=sys.stderr)
        return 2
    except ConcordError as error:
        print(f"concord-study: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps(result, indent=2))
    else:
        print(f"{result['persons']} persons in {result['blocks']} blocks: {result.get('report', result['out'])}")
    return 0


if __name__ == "__main__":
    # Tasks are sent by the name of their module, which workers must be able to import.
    from concord.engine import main as importable_main

    sys.exit(importable_main())

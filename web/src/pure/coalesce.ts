/** Requests that follow a slider: at most one under way, and of those waiting only the latest. */

export interface Latest<T> {
  /** Runs with `value` now, or as soon as what is under way has ended. */
  push(value: T): void;
  /** Ends what is under way and forgets what waits. */
  stop(): void;
}

/** Ends that are no faults of the script: those that were asked for, and those that the reader has been told. */
const KNOWN = ["AbortError", "Refused"];

/**
 * A run that throws does not keep the next from running.
 * `givesWay` says that a running value may be broken off for a newer one: it is dear, and stale by then.
 */
export function latest<T>(
  run: (value: T, signal: AbortSignal) => Promise<void>,
  givesWay: (running: T) => boolean = () => false,
): Latest<T> {
  let running: { value: T; abort: AbortController } | undefined;
  let waiting: { value: T } | undefined;
  let stopped = false;

  const start = (value: T): void => {
    const abort = new AbortController();
    running = { value, abort };
    const next = (): void => {
      running = undefined;
      if (waiting && !stopped) {
        const { value } = waiting;
        waiting = undefined;
        start(value);
      }
    };
    run(value, abort.signal)
      .catch((error: unknown) => {
        if (!(error instanceof Error && KNOWN.includes(error.name))) console.error(error);
      })
      .then(next);
  };

  return {
    push(value) {
      if (stopped) return;
      if (!running) {
        start(value);
        return;
      }
      waiting = { value };
      if (givesWay(running.value)) running.abort.abort();
    },
    stop() {
      stopped = true;
      waiting = undefined;
      running?.abort.abort();
    },
  };
}

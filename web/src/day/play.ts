/** Runs the time over the day, in twenty seconds; in steps for those who ask for less motion. */
import { stillness } from "../dom";

const LASTS_S = 20;
const STEPS = 20;

export class Player {
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  playing = false;

  /** `range` and `now` say where the time may be and is; `to` moves it; `stopped` hears of the end. */
  constructor(
    private readonly range: () => [number, number],
    private readonly now: () => number,
    private readonly to: (t: number) => void,
    private readonly stopped: () => void,
  ) {}

  start(): void {
    this.playing = true;
    const [from, until] = this.range();
    if (this.now() >= until - 1) this.to(from);
    if (stillness()) this.step();
    else {
      let last = performance.now();
      const go = (at: number): void => {
        const share = Math.max(0, at - last) / 1000 / LASTS_S;
        last = at;
        if (this.forward(share)) this.frame = requestAnimationFrame(go);
      };
      this.frame = requestAnimationFrame(go);
    }
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    if (!this.playing) return;
    this.playing = false;
    this.stopped();
  }

  private step(): void {
    this.timer = setTimeout(() => {
      if (this.forward(1 / STEPS)) this.step();
    }, (LASTS_S / STEPS) * 1000);
  }

  /** Whether there is more. */
  private forward(share: number): boolean {
    const [from, until] = this.range();
    const t = Math.min(until, this.now() + share * (until - from));
    this.to(t);
    if (t >= until) this.stop();
    return this.playing;
  }
}

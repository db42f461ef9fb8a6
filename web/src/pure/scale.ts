/** Round steps, places in series, and the bar that says how long a millimetre is. */

/** The largest of 1, 2, 5 × 10ⁿ that is at most `value`. */
export function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}

/** A bar of a round length that is at most `longest` pixels long. */
export function scaleBar(mmPerPixel: number, longest: number): { mm: number; pixels: number } {
  if (!(mmPerPixel > 0) || !(longest > 0)) return { mm: 0, pixels: 0 };
  const mm = roundDown(mmPerPixel * longest);
  return { mm, pixels: mm / mmPerPixel };
}

/** Round numbers from `low` to `high`, as near to `count` of them as steps of 1, 2, 5 × 10ⁿ come. */
export function ticks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const small = roundDown((high - low) / Math.max(1, count));
  const steps = [small, roundDown(small * 2.5), roundDown(small * 5)];
  const off = (step: number): number => Math.abs((high - low) / step - count);
  const step = steps.reduce((best, other) => (off(other) < off(best) ? other : best));
  const found: number[] = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n += 1) found.push(n * step);
  return found;
}

/** The index of the value nearest to `wanted` in rising `values`; −1 if there are none. */
export function nearest(values: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  if (high < 0) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= wanted) low = middle;
    else high = middle;
  }
  return Math.abs(values[low] - wanted) <= Math.abs(values[high] - wanted) ? low : high;
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Linear between the samples of one cycle, which closes on itself. */
export function inCycle(phases: readonly number[], values: readonly number[], phase: number): number {
  const count = phases.length;
  if (count === 0) return 0;
  const at = phase - Math.floor(phase);
  let after = phases.findIndex((p) => p > at);
  if (after < 0) after = count;
  const [a, b] = [(after - 1 + count) % count, after % count];
  const from = after === 0 ? phases[a] - 1 : phases[a];
  const to = after === count ? phases[b] + 1 : phases[b];
  const share = to > from ? (at - from) / (to - from) : 0;
  return values[a] + (values[b] - values[a]) * clamp(share, 0, 1);
}

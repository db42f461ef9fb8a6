import assert from "node:assert/strict";
import { test } from "node:test";
import { sideOf, type Triple } from "../src/limb/model";
import { shares } from "../src/limb/trim";
import { isOff, sameShape, type DayPreview } from "../src/day/types";
import { latest } from "../src/pure/coalesce";
import { clock, digitsFor, elapsed, fill, number } from "../src/pure/format";
import { bytes, colour, DASHES, LINES, luminance, rgb } from "../src/pure/ramp";
import { inCycle, nearest, roundDown, scaleBar, ticks } from "../src/pure/scale";
import { words as de } from "../src/words/de";
import { words as en } from "../src/words/en";

const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

test("of many values while one is under way only the latest is run", async () => {
  const ran: number[] = [];
  let end = (): void => undefined;
  const pushed = latest<number>((value) => {
    ran.push(value);
    return new Promise((done) => (end = done));
  });
  [1, 2, 3, 4].forEach((value) => pushed.push(value));
  assert.deepEqual(ran, [1]);
  end();
  await turn();
  assert.deepEqual(ran, [1, 4]);
  end();
  await turn();
  assert.deepEqual(ran, [1, 4]);
});

test("a run that failed does not stop the next", async () => {
  const ran: number[] = [];
  const pushed = latest<number>(async (value) => {
    ran.push(value);
    if (value === 1) throw Object.assign(new Error("told"), { name: "Refused" });
  });
  pushed.push(1);
  pushed.push(2);
  await turn();
  assert.deepEqual(ran, [1, 2]);
});

test("a dear run gives way to a newer value, a quick one does not", async () => {
  const broken: string[] = [];
  const pushed = latest<string>(
    (value, signal) =>
      new Promise((done) => {
        if (value === "quick") setTimeout(done, 5);
        signal.addEventListener("abort", () => {
          broken.push(value);
          done();
        });
      }),
    (running) => running === "dear",
  );
  pushed.push("quick");
  pushed.push("dear");
  assert.deepEqual(broken, []);
  await new Promise((done) => setTimeout(done, 20));
  pushed.push("quick");
  assert.deepEqual(broken, ["dear"]);
  pushed.stop();
});

test("numbers have a true minus and no signed zero", () => {
  assert.equal(number(-1.25, 1, "en"), "−1.3");
  assert.equal(number(-0.01, 1, "en"), "0.0");
  assert.equal(number(1234.5, 1, "de"), "1.234,5");
});

test("times of day go on past midnight", () => {
  assert.equal(clock(7 * 3600 + 5 * 60), "07:05");
  assert.equal(clock(24.5 * 3600), "00:30");
  assert.equal(elapsed(3725), "1:02:05");
});

test("digits tell steps apart", () => {
  assert.deepEqual([20, 1, 2.5, 0.5, 0.25, 0.1].map(digitsFor), [0, 0, 1, 1, 2, 1]);
});

test("words are filled by name", () => {
  assert.equal(fill("Level {n} of {m}", { n: 3 }), "Level 3 of {m}");
});

test("a scale bar is round and fits", () => {
  assert.deepEqual(scaleBar(0.5, 140), { mm: 50, pixels: 100 });
  assert.deepEqual(scaleBar(0, 140), { mm: 0, pixels: 0 });
  assert.equal(roundDown(0.07), 0.05);
});

test("ticks are round, inside, and neither few nor many", () => {
  assert.deepEqual(ticks(-4, 4, 5), [-4, -2, 0, 2, 4]);
  for (const high of [0.3, 1, 7, 12, 99, 1234]) {
    const found = ticks(0, high, 5);
    assert.ok(found.length >= 3 && found.length <= 9, `${high}: ${found}`);
    assert.ok(found.every((value) => value >= 0 && value <= high * 1.000001));
  }
});

test("the nearest sample is found at the ends too", () => {
  const values = [0, 10, 20];
  assert.deepEqual([-5, 4, 6, 99].map((wanted) => nearest(values, wanted)), [0, 0, 1, 2]);
  assert.equal(nearest([], 1), -1);
});

test("a cycle closes on itself", () => {
  const [phases, values] = [[0, 0.5], [0, 10]];
  assert.deepEqual([0, 0.25, 0.5, 0.75, 1].map((phase) => inCycle(phases, values, phase)), [0, 5, 10, 5, 0]);
});

test("the diverging ramp is white in the middle and darker at its low end, so grey tells its halves apart", () => {
  assert.ok(luminance(colour(true, 0.5)) > 0.85);
  for (const share of [0.1, 0.2, 0.3, 0.4]) {
    assert.ok(luminance(colour(true, 0.5 - share)) < luminance(colour(true, 0.5 + share)), `${share}`);
  }
  assert.deepEqual(colour(true, -3), colour(true, 0));
  assert.equal(bytes(true).length, 1024);
});

test("the sequential ramp only becomes lighter", () => {
  const light = Array.from({ length: 33 }, (_, i) => luminance(colour(false, i / 32)));
  assert.ok(light.every((value, i) => i === 0 || value > light[i - 1]));
});

test("lines stand out three to one from their page, and each has its own dashes", () => {
  const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  for (const hex of LINES.light) assert.ok(contrast(luminance(rgb(hex)), 1) >= 3, hex);
  for (const hex of LINES.dark) assert.ok(contrast(luminance(rgb(hex)), luminance(rgb("#1d1d1d"))) >= 3, hex);
  assert.equal(new Set(DASHES.map(String)).size, LINES.light.length);
});

test("a point of the trim line follows the handles on both its sides, across the seam too", () => {
  const found = shares(12, [0, 6]);
  assert.deepEqual(found[3], [0, 1, 0.5]);
  assert.deepEqual(found[9], [1, 0, 0.5]);
  assert.equal(found[6][2] === 1 ? found[6][1] : found[6][0], 1);
});

test("another answer fits the same plots unless systems or quantities changed", () => {
  const day = (name: string): DayPreview => ({
    begin_s: 0, end_s: 1, t_s: [0], systems: [{ id: name, name }], activities: [],
    quantities: [{ id: "q", title: "q", unit: "%", digits: 1, lines: [{ system: 0, central: [1] }] }],
  });
  assert.ok(sameShape(day("a"), { ...day("a"), t_s: [0, 1] }));
  assert.ok(!sameShape(day("a"), day("b")));
});

test("both languages say everything, with the same places to fill", () => {
  assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort());
  const places = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
  for (const [key, text] of Object.entries(en)) {
    const german = de[key as keyof typeof en];
    assert.ok(german.trim().length > 0, key);
    assert.equal(places(german), places(text), key);
  }
});

test("axes tell which side a limb is of", () => {
  const axes = (lateral: Triple) => ({ proximal: [0, 0, 1] as Triple, anterior: [0, 1, 0] as Triple, lateral });
  assert.equal(sideOf(axes([1, 0, 0])), "right");
  assert.equal(sideOf(axes([-1, 0, 0])), "left");
});

test("a prosthesis is off in the interval that ends at a moment, and only there", () => {
  const activities = [
    { from_s: 0, to_s: 60, kind: "walk", label: "Walk" },
    { from_s: 60, to_s: 120, kind: "doff", label: "Take off" },
    { from_s: 120, to_s: 180, kind: "sit", label: "Sit" },
  ];
  assert.deepEqual([30, 60, 61, 120, 121, 180].map((t) => isOff({ activities }, t)), [false, false, true, true, false, false]);
});

/**
 * Ramps of colour that are read without telling red from green.
 *
 * The diverging ramp is darker at its blue end than at its orange one, and what is below zero is hatched as well:
 * in grey both halves stay two things.
 */

export type Rgb = [number, number, number];

const DIVERGING = ["#0b3c73", "#3f7fbf", "#a9cdea", "#f6f4ef", "#f9cf9c", "#e88e2e", "#b85a00"];
const SEQUENTIAL = ["#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725"];

/** Okabe and Ito's colours, as far as they stand out from a white or a dark page. */
export const LINES = {
  light: ["#0072b2", "#c44e00", "#00795a", "#a3407b", "#6b5900", "#1b1b1b"],
  dark: ["#56b4e9", "#e69f00", "#2fc79b", "#e39bc4", "#f0e442", "#ececec"],
};

/** Told apart without colour. Pixels on, pixels off. */
export const DASHES: readonly (readonly number[])[] = [[], [9, 4], [2, 3], [12, 4, 2, 4], [5, 3, 5, 8], [16, 5]];

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function stops(diverging: boolean): readonly string[] {
  return diverging ? DIVERGING : SEQUENTIAL;
}

/** The colour at `share` of the ramp; what lies beyond takes the colour of its end. */
export function colour(diverging: boolean, share: number): Rgb {
  const all = stops(diverging).map(rgb);
  const at = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * (all.length - 1);
  const low = Math.min(all.length - 2, Math.floor(at));
  const part = at - low;
  return [0, 1, 2].map((i) => Math.round(all[low][i] + (all[low + 1][i] - all[low][i]) * part)) as Rgb;
}

/** 256 colours, four bytes each. */
export function bytes(diverging: boolean): Uint8Array {
  const found = new Uint8Array(256 * 4);
  for (let i = 0; i < 256; i += 1) found.set([...colour(diverging, i / 255), 255], i * 4);
  return found;
}

/** As WCAG defines it, from 0 to 1. */
export function luminance([r, g, b]: Rgb): number {
  const linear = (value: number): number => {
    const v = value / 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

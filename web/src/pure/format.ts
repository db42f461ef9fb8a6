/** Numbers and times as a reader of the page's language expects them. */

const formats = new Map<string, Intl.NumberFormat>();

/** With a true minus sign: a hyphen is lost at the end of a line. */
export function number(value: number, digits: number, language = "en"): string {
  const key = `${language} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(key, format);
  }
  const text = format.format(value).replace("-", "−");
  // Zero has no sign, however it was rounded.
  return /[1-9]/.test(text) ? text : text.replace("−", "");
}

/** Digits that tell apart numbers which are `step` apart: 2.5 needs one, 20 none. */
export function digitsFor(step: number): number {
  const size = Math.abs(step);
  if (!(size > 0)) return 0;
  for (let digits = 0; digits < 6; digits += 1) {
    const scaled = size * 10 ** digits;
    if (scaled >= 0.999 && Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return digits;
  }
  return 6;
}

/** Seconds of the day as hours and minutes; a day that passes midnight goes on from zero. */
export function clock(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(((minutes % 60) + 60) % 60)}`;
}

/** Seconds since a start, as hours, minutes and seconds. */
export function elapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** `{name}` replaced. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}

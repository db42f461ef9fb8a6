/** The day as the server answers it. */

export interface Line {
  system: number;
  central: (number | null)[];
  p10?: (number | null)[];
  p90?: (number | null)[];
}

export interface Quantity {
  id: string;
  title: string;
  unit: string;
  digits: number;
  step?: boolean;
  right?: { unit: string; factor: number } | null;
  marks?: { at: number; label: string }[];
  lines: Line[];
}

export interface Activity {
  from_s: number;
  to_s: number;
  kind: string;
  label: string;
}

export interface DayPreview {
  begin_s: number;
  end_s: number;
  t_s: number[];
  systems: { id: string; name: string }[];
  activities: Activity[];
  quantities: Quantity[];
  events?: { t_s: number; system: number; text: string }[];
  words?: Record<string, string>;
}

/** What is shown of a day: hidden systems by index, hidden quantities by id. */
export interface Hidden {
  systems: Set<number>;
  quantities: Set<string>;
}

/** Two answers that the same plots can show. */
export function sameShape(a: DayPreview, b: DayPreview): boolean {
  const shape = (day: DayPreview): string =>
    JSON.stringify([
      day.systems,
      day.quantities.map((q) => [q.id, q.title, q.unit, q.right?.unit, q.step, q.lines.map((line) => line.system)]),
    ]);
  return shape(a) === shape(b);
}

export function activityAt(day: DayPreview, t: number): Activity | undefined {
  return day.activities.find((activity) => t >= activity.from_s && t < activity.to_s) ?? day.activities.at(-1);
}

/** Whether the prosthesis is off in the interval that ends at `t`. */
export function isOff(day: Pick<DayPreview, "activities">, t: number): boolean {
  return day.activities.some((activity) => activity.kind === "doff" && activity.from_s < t && t <= activity.to_s);
}

/** Landmarks of the skeleton: choose one, click where it is. */
import { Vector3 } from "three";
import { el, freshId, json } from "../dom";
import { changed, postForJson } from "../http";
import type { Triple } from "./model";
import type { Mode, Viewer } from "./viewer";

interface Landmark {
  name: string;
  label: string;
  /** Where a person placed it. */
  at: Triple | null;
  /** Where the scan shows it or anatomy has it on the mean: nothing until somebody confirms it. */
  proposed: { at: Triple; standing: string; how: string } | null;
}

export const triple = (at: Vector3): Triple => [at.x, at.y, at.z].map((value) => Math.round(value * 1000) / 1000) as Triple;

export function landmarks(viewer: Viewer): Mode {
  const { root, words } = viewer;
  const all = json<Landmark[]>(root, "landmarks", []);
  const dots = new Map(all.map(({ name, label }) => [name, el("span", { class: "dot" }, el("span", { class: "dot-label" }, label))]));
  const id = freshId("landmark");
  const choice = el("select", { id });
  const options = all.map((landmark) => el("option", { value: landmark.name }));
  choice.append(...options);
  const confirm = el("button", { type: "button" }, words.landmark_confirm);
  viewer.panel.append(el("div", { class: "field" }, el("label", { for: id }, words.landmark_choose), choice, confirm));

  const standing = ({ at, proposed }: Landmark): string =>
    at ? words.landmark_placed : proposed ? proposed.standing : words.landmark_missing;

  const show = (): void => {
    all.forEach((landmark, index) => {
      options[index].textContent = `${landmark.label} – ${standing(landmark)}`;
      const dot = dots.get(landmark.name)!;
      dot.classList.toggle("current", landmark.name === choice.value);
      dot.classList.toggle("proposed", landmark.at === null);
    });
    const chosen = all.find(({ name }) => name === choice.value);
    confirm.hidden = !chosen?.proposed || chosen.at !== null;
    confirm.title = chosen?.proposed?.how ?? "";
    const pins = all.flatMap(({ name, at, proposed }) => {
      const place = at ?? proposed?.at;
      return place ? [{ element: dots.get(name)!, at: new Vector3(...place) }] : [];
    });
    viewer.overlay.pin(pins);
    viewer.stage.draw();
  };

  const place = async (at: Vector3): Promise<void> => {
    const landmark = all.find(({ name }) => name === choice.value);
    if (!landmark) return;
    const before = landmark.at;
    landmark.at = triple(at);
    show();
    try {
      const answer = await postForJson<{ landmarks?: Landmark[] }>(root.dataset.post ?? "", { name: landmark.name, at: landmark.at });
      for (const told of answer?.landmarks ?? []) {
        const known = all.find(({ name }) => name === told.name);
        if (known) Object.assign(known, { at: told.at, proposed: told.proposed });
      }
    } catch {
      // Refused, and said so: it is where it was.
      landmark.at = before;
      show();
      return;
    }
    viewer.status.textContent = `${landmark.label}: ${words.saved}`;
    // On to the next that is missing.
    const next = all.find((other) => other.at === null);
    if (next && before === null) choice.value = next.name;
    show();
    changed();
  };

  const missing = all.find(({ at }) => at === null);
  if (missing) choice.value = missing.name;
  choice.addEventListener("change", show);
  confirm.addEventListener("click", () => {
    const at = all.find(({ name }) => name === choice.value)?.proposed?.at;
    if (at) void place(new Vector3(...at));
  });
  show();
  return { crossed: true, help: words.landmark_help, chosen: ({ at }) => void place(at) };
}

/** What every page loads: htmx under the page's policy, small helps, and the islands where an element asks for one. */
import { watchFocus } from "./focus";
import { watchForms } from "./glue/forms";
import { setUpHtmx } from "./glue/htmx";
import { watchShortcuts } from "./glue/shortcuts";
import { watchSliders } from "./glue/sliders";
import { watchTheme } from "./glue/theme";
import { watchTools } from "./glue/tools";
import { watchIslands } from "./islands";

let uploads: Promise<void> | undefined;

/** Few pages take files; the others do without that part. */
function loadUploads(): void {
  if (document.querySelector('input[type="file"]')) uploads ??= import("./glue/uploads").then((file) => file.watchUploads());
}

document.documentElement.classList.add("script");
setUpHtmx();
watchTheme();
watchTools();
watchForms();
loadUploads();
document.addEventListener("htmx:load", loadUploads);
watchShortcuts();
watchSliders();
watchFocus();
watchIslands();

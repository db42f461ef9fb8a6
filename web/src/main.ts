/** What every page loads: htmx under the page's policy, small helps, and the islands where an element asks for one. */
import { watchForms } from "./glue/forms";
import { setUpHtmx } from "./glue/htmx";
import { watchSliders } from "./glue/sliders";
import { watchTheme } from "./glue/theme";
import { watchTools } from "./glue/tools";
import { watchUploads } from "./glue/uploads";
import { watchIslands } from "./islands";

document.documentElement.classList.add("script");
setUpHtmx();
watchTheme();
watchTools();
watchForms();
watchUploads();
watchSliders();
watchIslands();

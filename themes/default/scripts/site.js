// What every page needs of scripts, in one file. It is loaded before the page is drawn, so that the choices of those who see
// badly hold from the first moment; what needs the page waits for it.
import "./site/sight.js";
import {connectRows} from "./site/rows.js";
import {connectSearchBox} from "./site/search-box.js";

document.addEventListener("DOMContentLoaded", connectSearchBox);
document.addEventListener("DOMContentLoaded", connectRows);

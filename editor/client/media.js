// The media library: uploads with their progress, the part that is kept, the point that matters. Without this script the same
// forms are sent as they are.
import {drawCrop} from "./upload/crop.js";
import {markFocal} from "./upload/focal.js";
import {sendFile, unfinished} from "./upload/send.js";

const form = document.querySelector(".upload-form");
if (form) {
  form.addEventListener("submit", sendAll);
  tellUnfinished();
  offerCamera();
}

// A window that was closed too early: whoever chooses the file again does not begin anew.
function tellUnfinished() {
  const names = unfinished();
  if (!names.length) return;
  const line = document.createElement("p");
  line.className = "warning";
  line.setAttribute("role", "status");
  line.textContent = form.dataset.broken.replace("{names}", names.join(", "));
  form.before(line);
}

function offerCamera() {
  const button = form.querySelector("[data-camera]"), {file} = form.elements;
  button.hidden = !window.matchMedia("(pointer: coarse)").matches;
  button.onclick = () => {
    file.setAttribute("capture", "environment");
    file.click();
    file.removeAttribute("capture");
  };
}

async function sendAll(event) {
  event.preventDefault();
  const list = form.querySelector(".sent"), button = form.querySelector("[type=submit]");
  button.disabled = true;
  for (const file of form.elements.file.files) {
    const line = document.createElement("li");
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    const text = document.createElement("span");
    line.append(`${file.name} `, bar, " ", text);
    list.append(line);
    try {
      const done = await sendFile(file, form.elements.entry.value, (part) => {
        if (part !== null) bar.value = part;
        text.textContent = part === null ? form.dataset.waiting : form.dataset.sending.replace("{n}", Math.round(part * 100));
      });
      const link = document.createElement("a");
      link.href = done.item;
      link.textContent = `${done.name}: ${form.dataset.done}`;
      line.replaceChildren(link);
    } catch (fault) {
      text.textContent = fault.message;
      text.className = "fault";
      bar.remove();
    }
  }
  form.elements.file.value = "";
  button.disabled = false;
}

const picture = document.querySelector("[data-focal]");
const x = document.getElementById("in:focal.x"), y = document.getElementById("in:focal.y");
if (picture && x && y) markFocal(picture, x, y);
const crop = document.querySelector("[data-crop]");
if (crop) drawCrop(crop, crop.closest("form").elements);

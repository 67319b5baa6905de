// A field that names a file beside the entry: another file is sent from here, with its progress, and chosen.
import {sendFile} from "../upload/send.js";

export function uploadHere(form) {
  const {upload, sending, waiting} = form.dataset;
  if (!upload) return;
  const dress = (choice) => {
    if (choice.dataset.dressed) return;
    choice.dataset.dressed = "yes";
    const input = document.createElement("input");
    Object.assign(input, {type: "file", hidden: true, accept: ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.odt"});
    const button = document.createElement("button");
    Object.assign(button, {type: "button", className: "quiet", textContent: upload, onclick: () => input.click()});
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    const line = document.createElement("p");
    line.className = "steps";
    line.append(button, input, told);
    choice.after(line);
    input.onchange = async () => {
      const [file] = input.files;
      if (!file) return;
      button.disabled = true;
      try {
        const done = await sendFile(file, form.elements.entry.value, (part) => {
          told.textContent = part === null ? waiting : sending.replace("{n}", Math.round(part * 100));
        });
        choice.append(new Option(done.name, done.name));
        choice.value = done.name;
        told.textContent = "";
        choice.dispatchEvent(new Event("input", {bubbles: true}));
      } catch (fault) {
        told.textContent = fault.message;
      }
      input.value = "";
      button.disabled = false;
    };
  };
  const all = () => form.querySelectorAll("select[data-file]").forEach(dress);
  all();
  form.addEventListener("click", () => setTimeout(all));  // rows that were added
}

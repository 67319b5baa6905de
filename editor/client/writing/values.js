// What stands in the form, as it is sent and kept: [name, value] in the order of the screen. A box that is not ticked is
// sent empty, so that the server knows that it was there.
export function valuesOf(form) {
  const values = [];
  for (const field of form.elements) {
    if (!field.name || field.localName === "fieldset" || field.type === "hidden" || field.type === "submit" || field.type === "button") continue;
    values.push([field.name, field.type === "checkbox" && !field.checked ? "" : field.value]);
  }
  return values;
}

export const csrf = () => document.querySelector("meta[name=csrf]").content;

export function send(method, address, body) {
  return fetch(address, {
    method, headers: {"Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": csrf()}, body: JSON.stringify(body), redirect: "error",
  });
}

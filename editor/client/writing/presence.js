// Who else has this entry open: told by the server at each sign of life, so that two people talk before they collide.
import {csrf, send} from "./values.js";

const pause = 15000;

export function watchPresence(form, words, autosave) {
  const line = form.querySelector("[data-presence]");
  const address = `/api/v1/presence/${form.dataset.writing}`;
  const look = async () => {
    const answer = await send("POST", address, {typed: String(autosave.hasTyped())}).catch(() => null);
    if (!answer || !answer.ok) return;
    const {others} = await answer.json();
    const names = others.map(({name, typed}) => (typed ? `${name} (${words.presence_writes})` : name));
    const text = names.length ? `${words.presence} ${names.join(", ")}` : "";
    if (line.textContent !== text) line.textContent = text;
  };
  look();
  setInterval(() => { if (!document.hidden) look(); }, pause);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  window.addEventListener("pagehide", () => {
    fetch(address, {method: "POST", headers: {"Content-Type": "application/json", "X-CSRF-Token": csrf()}, body: "{\"left\": \"true\"}", keepalive: true}).catch(() => {});
  });
}

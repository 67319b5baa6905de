// Two versions of a page side by side: the second is asked for when the first is there, so that the server does not go back and
// forth between them.
const frames = [...document.querySelectorAll("iframe[data-src]")];
function show(number) {
  const frame = frames[number];
  if (!frame) return;
  frame.addEventListener("load", () => show(number + 1), {once: true});
  frame.src = frame.dataset.src;
}
show(0);

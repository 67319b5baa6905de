// The part of a picture that stays, drawn with a finger or the mouse. The numbers of the form are the truth: people who use
// the keyboard type them.
export function drawCrop(place, fields) {
  const picture = place.querySelector("img");
  const box = document.createElement("span");
  box.className = "crop-box";
  place.append(box);
  const show = () => {
    const [left, top, width, height] = ["left", "top", "width", "height"].map((name) => Number(fields[name].value));
    box.hidden = left === 0 && top === 0 && width === 100 && height === 100;
    Object.assign(box.style, {left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%`});
  };
  const at = (event) => {
    const frame = picture.getBoundingClientRect();
    const inside = (value) => Math.min(100, Math.max(0, value));
    return [inside((event.clientX - frame.left) / frame.width * 100), inside((event.clientY - frame.top) / frame.height * 100)];
  };
  let start = null;
  place.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    place.setPointerCapture(event.pointerId);
    start = at(event);
  });
  place.addEventListener("pointermove", (event) => {
    if (!start) return;
    const end = at(event);
    const values = {left: Math.min(start[0], end[0]), top: Math.min(start[1], end[1]), width: Math.abs(end[0] - start[0]), height: Math.abs(end[1] - start[1])};
    if (values.width < 2 || values.height < 2) return;  // a tap
    for (const [name, value] of Object.entries(values)) fields[name].value = value.toFixed(1);
    show();
  });
  for (const name of ["pointerup", "pointercancel"]) place.addEventListener(name, () => { start = null; });
  for (const name of ["left", "top", "width", "height"]) fields[name].addEventListener("input", show);
  show();
}

// The point that stays visible where a picture is cropped: numbers of the form, or a tap on the picture.
export function markFocal(place, x, y) {
  const picture = place.querySelector("img");
  const point = document.createElement("span");
  point.className = "focal";
  place.append(point);
  const show = () => {
    point.hidden = x.value === "" || y.value === "";
    point.style.left = `${x.value}%`;
    point.style.top = `${y.value}%`;
  };
  place.addEventListener("click", (event) => {
    const frame = picture.getBoundingClientRect();
    x.value = Math.round((event.clientX - frame.left) / frame.width * 100);
    y.value = Math.round((event.clientY - frame.top) / frame.height * 100);
    for (const field of [x, y]) field.dispatchEvent(new Event("input", {bubbles: true}));
  });
  x.addEventListener("input", show);
  y.addEventListener("input", show);
  show();
}

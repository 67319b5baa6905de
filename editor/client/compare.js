// Two versions of a page side by side: the second is asked for when the first is there, so that the server does not go back and
// forth between them. When both are there, what differs is marked in each.
import {onlyInOne} from "./compare/only_in_one.js";

const frames = [...document.querySelectorAll("iframe[data-src]")];
const told = new Map();  // the blocks of each frame's page
const colours = ["#b3261e", "#1b7f3b"];

function show(number) {
  const frame = frames[number];
  if (!frame) return ask();
  frame.addEventListener("load", () => show(number + 1), {once: true});
  frame.src = frame.dataset.src;
}

const originOf = (frame) => new URL(frame.dataset.src).origin;

function ask() {
  if (frames.length < 2) return;
  for (const frame of frames) frame.contentWindow.postMessage("mektep:blocks", originOf(frame));
}

window.addEventListener("message", ({data, source, origin}) => {
  const frame = frames.find((each) => each.contentWindow === source && originOf(each) === origin);
  if (!frame || !Array.isArray(data?.blocks)) return;
  told.set(frame, data.blocks.map(String));
  if (told.size < 2) return;
  onlyInOne(...frames.map((each) => told.get(each))).forEach((changed, side) => {
    frames[side].contentWindow.postMessage({changed, colour: colours[side]}, originOf(frames[side]));
  });
});

show(0);

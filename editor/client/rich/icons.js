// The drawings on the tools: our own, in lines of the colour of the text, so that no font has to know them.
const drawings = {
  bold: "M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z",
  italic: "M10 5h8M6 19h8M14 5l-4 14",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5",
  bullets: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  numbers: "M10 6h10M10 12h10M10 18h10M4 4.5L5.5 4v4M4 15.5c2-1.5 3 .5 0 4.5h3",
  tasks: "M12 7h8M12 17h8M3.5 6.5L5.5 8.5 9 5M3.5 16.5l2 2L9 15",
  quote: "M5 17c3-1 4-4 4-7H5v5h4M14 17c3-1 4-4 4-7h-4v5h4",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15 9h.01",
  camera: "M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 10a3.25 3.25 0 1 0 0 6.5 3.25 3.25 0 0 0 0-6.5z",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M12 5v14",
  row_after: "M4 4h16v8H4zM12 4v8M12 15v6M9 18h6",
  column_after: "M4 4h8v16H4zM4 12h8M15 12h6M18 9v6",
  row_delete: "M4 4h16v8H4zM12 4v8M9 18h6",
  column_delete: "M4 4h8v16H4zM4 12h8M15 12h6",
  table_delete: "M4 5h16v14H4zM9 9l6 6M15 9l-6 6",
  footnote: "M4 7h9M8.5 7v11M16 6l2.5-1.5V11",
  undo: "M9 5L4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3",
  redo: "M15 5l5 5-5 5M20 10H10a5 5 0 0 0 0 10h3",
  source: "M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14",
  more: "M5 12h.01M12 12h.01M19 12h.01",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", drawings[name]);
  svg.append(path);
  return svg;
}

// A site that is read from a disk has no server that shows index.html for a folder: there, links to folders lead to it.
const onDisk = document.location.protocol === "file:";

// `address` (a URL or a link) itself, made to name a file when the page was opened from a disk.
export function asPage(address) {
  if (onDisk && address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address;
}

if (onDisk) {
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.links) asPage(link);
  });
  // Links that scripts have made since.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link) asPage(link);
  }, true);
}

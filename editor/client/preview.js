// In the preview's own pages: looks again when the editor says so, without losing the place; tells the blocks of its text, and marks
// those that a comparison finds changed.
window.addEventListener("message", ({data, source, origin}) => {
  if (source !== window.parent) return;
  if (data === "mektep:look") look();
  if (data === "mektep:blocks") source.postMessage({blocks: blocks().map(said)}, origin);
  if (Array.isArray(data?.changed)) mark(data.changed, data.colour);
});

async function look() {
  const answer = await fetch(location.href, {cache: "no-store"});
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.body.replaceWith(document.adoptNode(page.body));
}

// The innermost ones: what a reader takes for a paragraph, an item, a cell, a picture.
function blocks() {
  const kinds = "h1,h2,h3,h4,p,li,dt,dd,th,td,figcaption,img";
  return [...document.querySelectorAll("main")].flatMap((main) => [...main.querySelectorAll(kinds)])
    .filter((block) => block.localName === "img" || !block.querySelector(kinds));
}

// The address of a picture begins with the secret of the link, which differs from page to page.
function said(block) {
  if (block.localName !== "img") return `${block.localName} ${block.textContent.trim()}`;
  return `img ${block.alt} ${new URL(block.src).pathname.split("/").slice(2).join("/")}`;
}

function mark(changed, colour) {
  const all = blocks();
  for (const number of changed) {
    const block = all[number];
    if (block) block.style.cssText += `; box-shadow: -.3rem 0 0 ${colour}; outline: 2px solid ${colour}; outline-offset: 2px`;
  }
}

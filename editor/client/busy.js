// A screen that waits for the server looks again by itself: its progress in place, all of it when the work is done. Nothing jumps
// under the fingers of somebody who reads.
const pause = 2000;

async function look() {
  const answer = await fetch(location.href, {headers: {Accept: "text/html"}}).catch(() => null);
  if (answer && answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-busy]"), here = document.querySelector("[data-busy]");
    if (!now) {
      location.replace(location.pathname + location.search);
      return;
    }
    const [bar, was] = [now.querySelector("progress"), here.querySelector("progress")];
    if (bar && was && bar.hasAttribute("value")) Object.assign(was, {max: bar.max, value: bar.value});
  }
  setTimeout(look, pause);
}
if (document.querySelector("[data-busy]")) setTimeout(look, pause);

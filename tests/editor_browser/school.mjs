// A school of one's own for a story: a fresh repository, the real server, people who log in.
import {spawn, execFileSync} from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";

export const ROOT = path.resolve(import.meta.dirname, "../..");
const EDITOR = process.env.MEKTEP_EDITOR;
const env = {...process.env, LC_ALL: "C"};  // what the server says on its console is read below
export const PASSWORD = "жети кара бодо кыштак";

// The demonstration school without its albums and events and with three news: it is published in a moment.
const left = ["akyrky-konguroo", "shahmat-turniri", "suuk-kundor"];
function copyContent(to) {
  const content = path.join(ROOT, "content");
  fs.cpSync(content, to, {recursive: true, filter: (name) => {
    const [collection, year, entry] = path.relative(content, name).split(path.sep);
    return !entry || !["albums", "events", "news"].includes(collection) || (year === "2026" && left.includes(entry));
  }});
}

// Starts `mektep-editor` over a fresh copy of the demonstration school; `change` may edit its folder first. Close it with stop().
export async function startSchool(options = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "mektep-school-"));
  const repository = path.join(folder, "school.git"), content = path.join(folder, "content");
  copyContent(content);
  options.change?.(content);
  execFileSync(EDITOR, ["init", "--repo", repository, "--from", content, "--data", ROOT], {env});
  const school = {folder, repository, setup: "", base: ""};
  school.start = () => new Promise((resolve, reject) => {
    const child = spawn(EDITOR, ["serve", "--repo", repository, "--data", ROOT, "--listen", school.listen ?? "127.0.0.1:0",
      "--preview-listen", "127.0.0.1:0"], {env, stdio: ["ignore", "pipe", options.log ? "inherit" : "ignore"]});
    school.child = child;
    child.on("exit", (code) => reject(new Error(`mektep-editor ended with ${code}`)));
    readline.createInterface({input: child.stdout}).on("line", (line) => {
      const link = /https?:\/\/\S+/.exec(line)?.[0];
      if (line.startsWith("Editor:")) school.base = link.replace(/\/$/, "");
      if (line.includes("/setup?code=")) school.setup = link;
      if (line.startsWith("Ready")) resolve(school);
    });
  });
  school.kill = (signal = "SIGTERM") => new Promise((resolve) => {
    school.child.removeAllListeners("exit");
    school.child.once("exit", resolve);
    school.child.kill(signal);
  });
  school.stop = async () => {
    await school.kill();
    fs.rmSync(folder, {recursive: true, force: true});
  };
  await school.start();
  school.listen = school.base.replace("http://", "");
  return school;
}

// The folder of the site that readers see.
export const published = (school) => path.join(school.folder, "school.git.state", "public", "site");

// The code that an authenticator application shows (RFC 6238).
export function totp(secret, seconds = Date.now() / 1000) {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const mac = crypto.createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1e6).padStart(6, "0");
}

// Sets up the first administrator in `page`; returns the secret of the second factor.
export async function setUp(page, school, name = "Айгүл Токтосунова", email = "aigul@school.example") {
  await page.goto(school.setup);
  await page.fill("#name", name);
  await page.fill("#email", email);
  await page.fill("#password", PASSWORD);
  await page.click("button[type=submit]");
  const secret = (await page.textContent(".secret")).trim();
  await page.fill("#code", totp(secret));
  await page.click("form .do button");
  await page.waitForSelector(".codes");
  await page.goto(school.base + "/");
  return secret;
}

// The administrator in `page` invites somebody, who accepts in a new context of `browser`. Returns the page of
// the newcomer, logged in.
export async function invite(page, school, browser, {name, email, role}, context = {}) {
  await page.goto(school.base + "/users");
  await page.fill("#name", name);
  await page.fill("#email", email);
  await page.check(`input[name=role][value=${role}]`);
  await page.click("section:last-of-type .do button");
  const link = (await page.textContent(".secret")).trim();
  const other = await (await browser.newContext(context)).newPage();
  await other.goto(link);
  await other.fill("#password", PASSWORD);
  await other.click("button[type=submit]");
  if (other.url().endsWith("/login/second")) {
    await other.fill("#code", totp((await other.textContent(".secret")).trim()));
    await other.click("form .do button");
    await other.goto(school.base + "/");
  }
  return other;
}

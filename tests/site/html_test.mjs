// Validates every page of the built site. Prints all complaints, the most frequent first.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import {HtmlValidate, StaticConfigLoader} from "html-validate";
import {rules} from "./html_rules.mjs";

const site = process.env.MEKTEP_SITE;
const validator = new HtmlValidate(new StaticConfigLoader(rules));
const complaintsOf = async (name, text) => {
  const report = await validator.validateString(text, name);
  return report.results.flatMap((result) => result.messages)
    .map((message) => ({name, rule: message.ruleId, text: `${name}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`}));
};

const pages = fs.readdirSync(site, {recursive: true}).filter((name) => name.endsWith(".html")).sort();
if (pages.length < 200) throw new Error(`only ${pages.length} pages in ${site}`);

// A validator that finds no fault in these finds none at all.
const home = fs.readFileSync(path.join(site, "index.html"), "utf8");
for (const [old, replacement, rule] of [
  ["<main ", "<main role=\"main\" ", "no-redundant-role"], ["</main>", "</div>", "close-order"],
  ["<h1", "<h1 id=\"main\"", "no-dup-id"], ["<p>", "<p><div></div>", "element-permitted-content"],
  ["class=\"skip\"", "class=\"skip\" style=\"x\"", "no-inline-style"], ["aria-label=", "aria-lable=", "attribute"],
]) {
  if (!home.includes(old)) throw new Error(`the home page has no ${old}`);
  const found = await complaintsOf("broken", home.replace(old, replacement));
  if (!found.length) throw new Error(`the validator does not see ${rule}: ${old} → ${replacement}`);
}

const complaints = [];
for (const name of pages) complaints.push(...await complaintsOf(name, fs.readFileSync(path.join(site, name), "utf8")));
const counts = new Map();
for (const {rule} of complaints) counts.set(rule, (counts.get(rule) ?? 0) + 1);
for (const [rule, count] of [...counts].sort((a, b) => b[1] - a[1])) {
  console.error(`${count} × ${rule}`);
  for (const complaint of complaints.filter((each) => each.rule === rule).slice(0, 5)) console.error(`  ${complaint.text}`);
}
console.log(`${pages.length} pages, ${complaints.length} complaints`);
process.exit(complaints.length ? 1 : 0);

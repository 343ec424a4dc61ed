// The public pages in a real browser: axe finds nothing, nothing scrolls sideways, every link answers,
// the keyboard alone is enough. Screenshots are for people to look at.
//
//   node check.mjs URL before|after OUT [NAME=CODE ...]
import { chromium } from "playwright-core";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [url, moment, out, ...codes] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LANGUAGES = ["it", "en"];
const WIDTHS = [320, 768, 1920];
const SCHEMES = ["light", "dark"];

const pages = {
  before: ["", "turnout", "ballot", "results", "board", "data", "accessibility", "privacy", "nothing"],
  after: ["", "turnout", "results", "data"],
}[moment];
const addresses = pages.map((page) => [page || "home", page]);
const named = Object.fromEntries(codes.map((pair) => pair.split("=")));
for (const [name, code] of Object.entries(named)) {
  addresses.push([`ballot-${name}`, `ballot?code=${code}`]);
}
if (moment === "before") addresses.push(["ballot-wrong", "ballot?code=K7QM"]);

const wrong = [];
const seen = new Map();
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    // A container may have little shared memory.
    "--disable-dev-shm-usage",
  ],
});
const context = await browser.newContext();

/** A link must answer; each is asked once. */
async function answers(href, from) {
  const address = new URL(href, from);
  address.hash = "";
  if (address.origin !== new URL(url).origin) return;
  if (!seen.has(address.href)) {
    const response = await context.request.get(address.href);
    seen.set(address.href, response.status());
  }
  if (seen.get(address.href) !== 200) wrong.push(`${from}: ${address.href} gives ${seen.get(address.href)}`);
}

/** Tab goes through everything in the order of the page, and shows where it is. */
async function keyboard(page, where) {
  await page.goto("about:blank");
  await page.goto(where);
  const all = 'a[href], button, input, summary, [tabindex="0"]';
  const count = await page.locator(all).count();
  for (let i = 0; i < count; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate((all) => {
      const active = document.activeElement;
      const style = getComputedStyle(active);
      const box = active.getBoundingClientRect();
      return {
        place: [...document.querySelectorAll(all)].indexOf(active),
        name: active.textContent.trim() || active.id,
        seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      };
    }, all);
    if (at.place !== i || !at.seen || !at.inView) {
      wrong.push(`${where}: Tab ${i + 1} is at ${JSON.stringify(at)}`);
      return;
    }
  }
  // The first is the way past the header.
  await page.goto("about:blank");
  await page.goto(where);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  if (await page.evaluate(() => document.activeElement.id) !== "main") {
    wrong.push(`${where}: the skip link does not lead to the content`);
  }
}

const page = await context.newPage();
page.on("console", (message) => {
  // A page that says 404 is an error to the console.
  if (message.type() === "error" && !message.text().includes("404")) wrong.push(`${page.url()}: ${message.text()}`);
});
for (const [name, path] of addresses) {
  for (const language of LANGUAGES) {
    const where = `${url}/${language}/${path}`;
    const response = await page.goto(where);
    const expected = name === "nothing" ? 404 : 200;
    if (response.status() !== expected) wrong.push(`${where}: ${response.status()}`);
    await page.evaluate(axe);
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const found = await page.evaluate(
          (tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
        for (const v of found.violations) {
          wrong.push(`${where} ${width} ${scheme}: ${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(" | ")}`);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) wrong.push(`${where}: ${wide} pixels wide on ${width}`);
        if (language === "it" || width === 768) {
          await page.screenshot({ path: `${out}/${moment}-${name}-${language}-${width}-${scheme}.png`, fullPage: true });
        }
      }
    }
    for (const href of await page.locator("a[href], link[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
      if (!href.startsWith("data:") && !href.startsWith("#")) await answers(href, where);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    if (language === "it") await keyboard(page, where);
  }
}

// The form, by keyboard: the code as somebody copies it from paper.
if (named.there) {
  await page.goto(`${url}/it/ballot`);
  await page.locator("#code").focus();
  await page.keyboard.type(named.there.toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await page.waitForURL(/code=/);
  const title = await page.locator("#found").textContent();
  if (title !== "La scheda è sulla bacheca") wrong.push(`the form answers: ${title}`);
}
await browser.close();
for (const line of wrong) console.error(line);
console.log(`${moment}: ${addresses.length} pages, ${seen.size} links, ${wrong.length} faults`);
process.exit(wrong.length ? 1 : 0);

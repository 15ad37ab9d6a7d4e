// Pages elsewhere than on a screen at ease: on paper and in forced colours.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { desktop, open_browser, phone, start_service } from "./harness.mjs";
import { sign_in } from "./people.mjs";

let browser, folder;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(path.join(tmpdir(), "wego-sheets-"));
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

// The text of each sheet of paper.
async function print(page) {
  const file = path.join(folder, "sheet.pdf");
  await writeFile(file, await page.pdf({ format: "A4" }));
  const { stdout } = await promisify(execFile)("pdftotext", ["-layout", file, "-"]);
  return stdout.split("\f").filter((sheet) => sheet.trim());
}

const today = () => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(new Date());

test("winners are printed on two sheets, each with the edition's name and the day", async (t) => {
  const service = await start_service({ stage: "announced" });
  t.after(() => service.stop());
  const page = await browser.newPage({ viewport: desktop });
  await page.goto(`${service.address}/editions/2014/winners`);
  const before_it = today();
  const sheets = await print(page);
  assert.equal(sheets.length, 2, sheets.join("\n---\n"));
  for (const sheet of sheets) {
    const head = sheet.trim().split("\n")[0];
    assert.match(head, /The 2nd WeGO Awards/);
    assert.ok([before_it, today()].some((day) => head.includes(day)), head);
    assert.doesNotMatch(sheet, /Check a certificate|\/cities\//);
  }
  await page.close();
});

test("a scorecard on paper and in forced colours", async (t) => {
  const service = await start_service({ stage: "judging" });
  t.after(() => service.stop());
  const context = await browser.newContext({ viewport: phone });
  const page = await context.newPage();
  await sign_in(page, service, service.accounts.find((each) => each.role.startsWith("judge")));
  await page.goto(`${service.address}/judging/2014`);
  const card = await page.locator("main a[href^='/judging/scorecards/']").first().getAttribute("href");
  await page.goto(service.address + card);

  await t.test("what is folded is open, the bar of the phone is gone, the chosen score is the darkest", async () => {
    await page.locator("[data-criterion] input").nth(3).check({ force: true });
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => {
      const dark = (each) => getComputedStyle(each).backgroundColor;
      const labels = [...document.querySelectorAll("[data-criterion]")][0].querySelectorAll("label");
      return {
        bar: getComputedStyle(document.querySelector(".wego-tabs--thumb")).display,
        chosen: [...labels].map(dark).filter((colour) => colour === "rgb(0, 0, 0)").length,
        exact: getComputedStyle(labels[3]).printColorAdjust,
      };
    });
    assert.deepEqual(seen, { bar: "none", chosen: 1, exact: "exact" });
    const paper = (await print(page)).join("\n");
    const level = await page.locator(".wego-levels dd").first().textContent();
    assert.ok(paper.includes(level.trim()), `folded: ${level}`);
    await page.emulateMedia({ media: "screen" });
  });

  await t.test("forced colours show the chosen tab and the progress", async () => {
    await page.goto(`${service.address}/judging/2014`);
    await page.emulateMedia({ forcedColors: "active" });
    const seen = await page.evaluate(() => {
      const line = (each) => getComputedStyle(each).borderBlockEndColor;
      const [other] = [...document.querySelectorAll(".wego-nav a:not([aria-current])")];
      return {
        differ: line(document.querySelector(".wego-nav a[aria-current]")) !== line(other),
        progress: getComputedStyle(document.querySelector("progress")).forcedColorAdjust,
      };
    });
    assert.deepEqual(seen, { differ: true, progress: "none" });
    await page.emulateMedia({ forcedColors: "none" });
  });
  await context.close();
});

// The pictures of the README, made of the demonstration at the stages that show most:
//   node tests/browser/screenshots.mjs DIR      (WEGO_TEST_DATABASE and WEGO_TEST_BINARY as for the browser tests)
// Each page at 1280 pixels, some on a telephone too, the certificate as a printer sees it.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { desktop, open_browser, phone, start_service } from "./harness.mjs";
import { sign_in } from "./people.mjs";

const run = promisify(execFile);

const first_of = (service, role) => service.accounts.find((one) => one.role === role);
const follow = async (page, selector) => page.goto(new URL(await page.locator(selector).first().getAttribute("href"), page.url()).href);

// What is to be seen: the stage, who looks, the way to the page, and whether a telephone shows it too.
const pictures = [
  { name: "call", stage: "open", as: null, phone: true, way: (page, { address }) => page.goto(address) },
  { name: "entry-form", stage: "open", as: "applicant of Barcelona", phone: true, way: async (page, { address, sql }) => {
    await page.goto(`${address}/my/entries/${await sql("select e.id from entry e join city c on c.id = e.city_id where c.official_name = 'Barcelona' and e.state = 'draft'")}`);
    await follow(page, "main a[href*='/sections/']");
  } },
  { name: "overview", stage: "judging", as: "secretariat", way: async (page, { address, edition }) => page.goto(`${address}/office/${edition}`) },
  { name: "scorecard", stage: "judging", as: "judge", phone: true, way: async (page, { address, edition }) => {
    await page.goto(`${address}/judging/${edition}`);
    await follow(page, "main a[href^='/judging/scorecards/']");
  } },
  { name: "tally", stage: "decided", as: "secretariat", way: async (page, { address, edition }) => {
    await page.goto(`${address}/office/${edition}/tally`);
    await follow(page, "main table a[href*='category=']");
  } },
  { name: "winners", stage: "announced", as: null, phone: true, way: (page, { address }) => page.goto(`${address}/winners`) },
];

async function take(browser, service, picture, folder, { viewport, deviceScaleFactor, ending }) {
  const context = await browser.newContext({ viewport, deviceScaleFactor });
  const page = await context.newPage();
  if (picture.as) await sign_in(page, service, first_of(service, picture.as));
  await picture.way(page, service);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${picture.name}${ending}.jpg`), type: "jpeg", quality: 80 });
  await context.close();
}

async function take_certificate(browser, service, folder) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await sign_in(page, service, first_of(service, "secretariat"));
  await page.goto(`${service.address}/office/${service.edition}/certificates`);
  const link = page.locator("main tr", { hasText: "Winner" }).getByRole("link", { name: "PDF" }).first();
  const answer = await page.request.get(service.address + (await link.getAttribute("href")));
  const scratch = await mkdtemp(path.join(tmpdir(), "wego-pictures-"));
  await writeFile(path.join(scratch, "certificate.pdf"), await answer.body());
  await run("pdftoppm", ["-jpeg", "-singlefile", "-r", "110", path.join(scratch, "certificate.pdf"), path.join(folder, "certificate")]);
  await rm(scratch, { recursive: true });
  await context.close();
}

// Makes all pictures in `folder`; `names`: only those.
export async function take_screenshots(folder, names = [...pictures.map((one) => one.name), "certificate"]) {
  await mkdir(folder, { recursive: true });
  const browser = await open_browser();
  try {
    await take_all(browser, folder, names);
  } finally {
    await browser.close();
  }
}

async function take_all(browser, folder, names) {
  for (const stage of new Set(pictures.map((one) => one.stage))) {
    const wanted = pictures.filter((one) => one.stage === stage && names.includes(one.name));
    const with_certificate = stage === "announced" && names.includes("certificate");
    if (!wanted.length && !with_certificate) continue;
    const service = await start_service({ stage });
    try {
      service.edition = await service.sql("select slug from edition");
      for (const picture of wanted) {
        await take(browser, service, picture, folder, { viewport: desktop, deviceScaleFactor: 1, ending: "" });
        if (picture.phone) await take(browser, service, picture, folder, { viewport: phone, deviceScaleFactor: 2, ending: "-phone" });
      }
      if (with_certificate) await take_certificate(browser, service, folder);
    } finally {
      await service.stop();
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...names] = process.argv.slice(2);
  if (!folder) {
    console.error("usage: node tests/browser/screenshots.mjs DIR [NAME…]");
    process.exit(2);
  }
  await take_screenshots(path.resolve(folder), names.length ? names : undefined);
}

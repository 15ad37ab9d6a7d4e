// Every page that a person can reach by links, as each role, at a phone's and at a desk's width: it answers, has one
// heading, is sound HTML (markup.mjs), fits the screen without a broken word (layout.mjs), and has nothing that
// WCAG 2.2 AA forbids. With WEGO_SCREENSHOTS=FOLDER each page is also drawn into that folder, for people to look at.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { accessibility_problems, desktop, open_browser, phone, start_service } from "./harness.mjs";
import { layout_problems } from "./layout.mjs";
import { markup_problems } from "./markup.mjs";
import { sign_in } from "./people.mjs";

const drawings = process.env.WEGO_SCREENSHOTS;
const roles = ["public", "applicant", "judge", "secretariat"];
const no_page = /\.(csv|pdf)$|\/(pdf|inputs|certificate)$|\/attachments\/\d+$/;

let browser;
before(async () => { browser = await open_browser(); });
after(() => browser?.close());

// "/my/entries/12/check" and "/my/entries/7/check" are one page.
function pattern_of(address) {
  const { pathname } = new URL(address);
  return pathname.replace(/\/\d{1,3}(?=\/|$)/g, "/N").replace(/\/verify\/.+/, "/verify/S").replace(/\/sections\/.+/, "/sections/K")
    .replace(/\/moves\/.+/, "/moves/M").replace(/\/questions\/.+/, "/questions/K");
}

// A stranger who asks for these is asked to sign in: 401, which the console of a browser calls an error.
const not_for = (role) => (role === "public" ? ["/my"] : []);

// Follows links breadth first; `look` sees each pattern once. A dozen categories of one list stay one page.
async function walk(page, start, role, look) {
  const seen = new Set([pattern_of(start), ...not_for(role)]);
  const waiting = [start];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const answer = await page.goto(next);
    await look(next, answer);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((each) => each.href));
    for (const link of links) {
      const { origin, pathname } = new URL(link, next);
      if (origin !== new URL(start).origin || no_page.test(pathname) || seen.has(pattern_of(link))) continue;
      seen.add(pattern_of(link));
      waiting.push(origin + pathname);
    }
  }
  return seen;
}

// Applicants are "applicant of Seoul".
const account_of = (service, role) => service.accounts.find((each) => each.role.startsWith(role));

function listen(page) {
  const said = [];
  page.on("console", (line) => { if (line.type() === "error") said.push(`console: ${line.text()}`); });
  page.on("pageerror", (error) => said.push(`script: ${error.message}`));
  return said;
}

async function draw(page, folder, address, width) {
  if (!drawings) return;
  const name = pattern_of(address).replace(/^\//, "").replaceAll("/", "_") || "front";
  await mkdir(path.join(drawings, folder), { recursive: true });
  await page.screenshot({ path: path.join(drawings, folder, `${name}-${width}.png`), fullPage: true });
}

const narrow = { width: 320, height: 640 };

// What a machine can see of accessibility does not change with the width: it looks at the phone's.
async function problems_at(page, size) {
  await page.setViewportSize(size);
  const found = await layout_problems(page);
  if (size === phone) found.push(...await accessibility_problems(page));
  return found.map((each) => `${size.width}: ${each}`);
}

async function problems_at_all(page) {
  const found = [];
  for (const size of [desktop, phone, narrow]) found.push(...await problems_at(page, size));
  return found;
}

async function problems_of(page, answer) {
  const found = [];
  if (answer.status() !== 200) found.push(`status ${answer.status()}`);
  const headings = await page.locator("h1").count();
  if (headings !== 1) found.push(`${headings} h1`);
  if (!(await page.title()).trim()) found.push("no title");
  found.push(...await markup_problems(await answer.text()));
  return found;
}

// A prize that two share makes four winners in a row, which the demonstration has not.
async function share_prizes(page) {
  await page.locator(".wego-winners:not(.wego-winners--tiers)").evaluateAll((lists) => lists.forEach((list) => {
    const second = list.lastElementChild.cloneNode(true);
    list.append(second);
    for (const city of list.querySelectorAll(".wego-winner__city a, .wego-winner__city")) if (!city.children.length) city.textContent = "Vladivostok";
  }));
}

async function visit_all(service, stage, role) {
  const context = await browser.newContext({ viewport: desktop });
  const page = await context.newPage();
  if (role !== "public") await sign_in(page, service, account_of(service, role));
  const said = listen(page);
  const wrong = [];
  const seen = await walk(page, `${service.address}/`, role, async (address, answer) => {
    const found = await problems_of(page, answer);
    for (const size of [desktop, phone, narrow]) {
      found.push(...await problems_at(page, size));
      await draw(page, `${stage}-${role}`, address, size.width);
    }
    if (pattern_of(address) === "/editions/2014/winners") {
      await share_prizes(page);
      found.push(...await problems_at_all(page));
    }
    // Addresses are walked without their queries; the charts stand behind one.
    const charts = page.locator("main a[href*='/tally?category=']").first();
    if (await charts.count()) {
      await page.goto(new URL(await charts.getAttribute("href"), address).href);
      found.push(...await problems_at_all(page));
      await page.goto(address);
    }
    await page.setViewportSize(desktop);
    wrong.push(...[...found, ...said.splice(0)].map((each) => `${role} ${new URL(address).pathname} ${each}`));
  });
  const state = await context.storageState();
  await context.close();
  wrong.push(...await visit_without_scripts(service, role, state));
  return { seen, wrong };
}

async function visit_without_scripts(service, role, storageState) {
  const context = await browser.newContext({ storageState, javaScriptEnabled: false, viewport: phone });
  const page = await context.newPage();
  const wrong = [];
  await walk(page, `${service.address}/`, role, async (address, answer) => {
    const words = (await page.locator("main").innerText()).trim();
    if (answer.status() !== 200 || words.length < 20) wrong.push(`${role} ${new URL(address).pathname} is empty without scripts`);
  });
  await context.close();
  return wrong;
}

for (const stage of ["open", "judging", "deliberation", "announced"]) {
  test(`every page of the stage ${stage} is whole, fits a phone and a desk and bars nobody`, async (t) => {
    const service = await start_service({ stage });
    t.after(() => service.stop());
    const wrong = [];
    for (const role of roles) {
      const visited = await visit_all(service, stage, role);
      t.diagnostic(`${role}: ${[...visited.seen].sort().join(" ")}`);
      wrong.push(...visited.wrong);
    }
    assert.deepEqual(wrong, []);
  });
}

test("a draft's sections fit every screen", async (t) => {
  const service = await start_service({ stage: "open" });
  t.after(() => service.stop());
  const context = await browser.newContext({ viewport: desktop });
  const page = await context.newPage();
  await sign_in(page, service, service.accounts.filter((each) => each.role.startsWith("applicant")).at(-1));
  await page.goto(`${service.address}/my/editions/2014/entries/new`);
  await page.locator("[name=title]").fill("A draft");
  await page.locator("[name=category]").first().selectOption({ index: 1 }).catch(() => page.locator("[name=category]").first().check());
  await page.getByRole("button", { name: "Begin the entry" }).click();
  await page.waitForURL(/\/sections\//);
  const wrong = [];
  const sections = await page.locator("main a[href*='/sections/']").evaluateAll((all) => all.map((each) => each.href));
  for (const address of new Set([page.url(), ...sections])) {
    await page.goto(address);
    wrong.push(...(await problems_at_all(page)).map((each) => `${new URL(address).pathname} ${each}`));
    await page.setViewportSize(desktop);
  }
  assert.deepEqual(wrong, []);
  await context.close();
});

test("keyboard, times and forms, on an open call", async (t) => {
  const service = await start_service({ stage: "open" });
  t.after(() => service.stop());
  const applicant = account_of(service, "applicant");

  await t.test("the first key leads past the navigation, and what has the focus is seen", async () => {
    const page = await browser.newPage({ viewport: desktop });
    await page.goto(service.address);
    await page.keyboard.press("Tab");
    const skip = page.locator(".govuk-skip-link");
    assert.ok(await skip.evaluate((each) => each === document.activeElement));
    assert.ok((await skip.boundingBox()).height > 20, "it shows when it has the focus");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    const unseen = [];
    for (let at = 0; at < 12; at += 1) {
      await page.keyboard.press("Tab");
      // Behind the last link the focus leaves the page.
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      const shown = await page.evaluate(() => {
        const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
        return outlineStyle !== "none" || boxShadow !== "none" ? null : document.activeElement.outerHTML.slice(0, 80);
      });
      if (shown) unseen.push(shown);
    }
    assert.deepEqual(unseen, []);
    await page.close();
  });

  await t.test("errors are summed up at the top, and the summary has the focus", async () => {
    const page = await browser.newPage({ viewport: phone });
    await page.goto(`${service.address}/sign-in`);
    await page.click("main button[type=submit]:not([hidden])");
    assert.ok(await page.locator(".govuk-error-summary").evaluate((each) => each === document.activeElement));
    assert.match(await page.title(), /^Error:/);
    await page.locator(".govuk-error-summary a").first().click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "email");
    assert.deepEqual(await accessibility_problems(page), []);
    await page.close();
  });

  await t.test("browsers know what the fields of an account are", async () => {
    const page = await browser.newPage();
    const uses = {};
    for (const address of ["/sign-in", "/register", "/forgot-password"]) {
      await page.goto(service.address + address);
      for (const each of await page.locator("main form input:not([type=hidden])").all())
        uses[`${address} ${await each.getAttribute("name")}`] = await each.getAttribute("autocomplete");
    }
    assert.deepEqual(uses, {
      "/sign-in email": "username", "/sign-in password": "current-password", "/register name": "name", "/register email": "username",
      "/register password": "new-password", "/forgot-password email": "username",
    });
    await page.close();
  });

  await t.test("E4 a deadline stands in the edition's zone, in UTC and in the reader's own", async () => {
    const context = await browser.newContext({ timezoneId: "America/Lima", locale: "en-GB", viewport: phone });
    const page = await context.newPage();
    const expect_three_zones = async (place) => {
      const said = (await page.locator(place).first().innerText()).replace(/\s+/g, " ");
      assert.match(said, /\d at \d\d:\d\d, \S+ time/, said);
      assert.match(said, /\d at \d\d:\d\d UTC/, said);
      assert.match(said, /GMT-5, your time/, said);
    };
    await page.goto(service.address);
    await expect_three_zones(".wego-hero__deadline");
    await expect_three_zones(".wego-timeline");
    await sign_in(page, service, applicant);
    await page.goto(`${service.address}/my`);
    await expect_three_zones("main .wego-moment");
    await context.close();
  });

  await t.test("T6 the page on privacy knows every cookie that a visitor gets, and promises nothing that nobody can ask for", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await sign_in(page, service, applicant);
    const given = (await context.cookies()).map(({ name }) => name);
    await page.goto(`${service.address}/privacy`);
    const words = (await page.locator("main").innerText()).replace(/\s+/g, " ");
    assert.match(words, /Four cookies/);
    assert.deepEqual(given.filter((name) => !/^__Host-(session|device|form|notice)$/.test(name)), []);
    assert.match(words, /no page that gives you a copy/);
    await context.close();
  });

  await t.test("nothing moves for a reader who does not want it", async () => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(service.address);
    assert.deepEqual(await page.locator("body *").evaluateAll((all) =>
      all.filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0).map((each) => each.className)), []);
    await context.close();
  });

  await t.test("a page that is not there says so, and bars nobody", async () => {
    const page = await browser.newPage({ viewport: phone });
    const answer = await page.goto(`${service.address}/no/such/page`);
    assert.equal(answer.status(), 404);
    assert.equal(await page.locator("h1").innerText(), "Page not found");
    assert.deepEqual(await problems_at(page, phone), []);
    await draw(page, "errors", `${service.address}/not-found`, phone.width);
    await page.close();
  });
});

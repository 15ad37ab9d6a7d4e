// Signing in at http://localhost with cookies that are Secure, and the database away while somebody types: the text is
// kept in the browser and saved by itself when the database is back.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { accessibility_problems, desktop, open_browser, start_service } from "./harness.mjs";

let service, browser, name;

const cluster = (statement) => promisify(execFile)("psql",
  ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", process.env.WEGO_TEST_DATABASE, "-c", statement]);

async function cut() {
  await cluster(`alter database ${name} allow_connections false`);
  await cluster(`select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '${name}'`);
}

// An applicant with a draft, and the draft.
async function find_applicant() {
  const emails = service.accounts.filter((one) => one.role.startsWith("applicant")).map((one) => `'${one.email}'`);
  const found = await service.sql(`select p.email || ' ' || min(e.id) from entry e join applicant a on a.city_id = e.city_id
    join person p on p.id = a.person_id where e.state = 'draft' and p.email in (${emails}) group by p.email limit 1`);
  const [email, entry] = found.split(" ");
  return { account: service.accounts.find((one) => one.email === email), entry };
}

async function sign_in(page) {
  const { account, entry } = await find_applicant();
  await page.goto(`${service.address}/sign-in`);
  await page.fill("#email", account.email);
  await page.fill("#password", account.password);
  await page.click("main button[type=submit]");
  return `${service.address}/my/entries/${entry}/sections/problem`;
}

before(async () => {
  service = await start_service({ stage: "open" });
  name = await service.sql("select current_database()");
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  await service?.stop();
});

test("the Secure __Host- cookies work at http://localhost", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await sign_in(page);
  assert.equal(new URL(page.url()).pathname, "/my");
  const session = (await context.cookies()).find((one) => one.name === "__Host-session");
  assert.ok(session.secure && session.httpOnly && session.path === "/" && session.sameSite === "Lax");
  await context.close();
});

test("E2: without a line, what sends the form stays on its page and says that the words are kept", async () => {
  const context = await browser.newContext({ viewport: desktop });
  const page = await context.newPage();
  await page.goto(await sign_in(page));
  const text = page.locator("main textarea").first();
  await context.setOffline(true);
  await text.fill("Typed on the train");
  await page.locator("main form[data-autosave] button[type=submit]").first().click();
  await page.locator("main p[data-saved]", { hasText: "No connection" }).first().waitFor();
  assert.equal(await text.inputValue(), "Typed on the train");
  await context.setOffline(false);
  await page.locator("main p[data-saved]", { hasText: "Saved" }).first().waitFor();
  await page.reload();
  assert.equal(await page.locator("main textarea").first().inputValue(), "Typed on the train");
  await context.close();
});

test("E2: the database away while typing: the text is kept in the browser and saved when it is back", async () => {
  const context = await browser.newContext({ viewport: desktop });
  const page = await context.newPage();
  await page.goto(await sign_in(page));
  const field = page.locator("form[data-autosave] textarea").first();
  const field_name = await field.getAttribute("name");
  await cut();
  await field.fill("Typed while the database was away");
  await page.locator(`[data-saved-for="${field_name}"]`, { hasText: "kept in this browser" }).waitFor();
  assert.equal(await page.evaluate(() => JSON.parse(Object.values(localStorage).at(0)).value), "Typed while the database was away");
  await cluster(`alter database ${name} allow_connections true`);
  await page.locator(`[data-saved-for="${field_name}"]`, { hasText: /^\s*Saved/ }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.reload();
  assert.equal(await field.inputValue(), "Typed while the database was away");
  await context.close();
});

test("the database away when a form is sent: 503 with the form in it, and one press sends it later", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await sign_in(page));
  const field = page.locator("form[data-autosave] textarea").first();
  await field.fill("Sent while the database was away");
  await cut();
  const [answer] = await Promise.all([page.waitForNavigation(), page.click("button[value=on]")]);
  assert.equal(answer.status(), 503);
  assert.ok((await page.textContent("main")).includes("Sent while the database was away"));
  await cluster(`alter database ${name} allow_connections true`);
  const [taken] = await Promise.all([page.waitForNavigation(), page.click("main button[type=submit]")]);
  assert.equal(taken.status(), 200, await page.textContent("main"));
  assert.equal(await service.sql("select count(*) from answer where value = 'Sent while the database was away'"), "1");
  await context.close();
});

test("after a mistake the focus is on the summary, and its line leads to the field", async () => {
  const page = await browser.newPage();
  await page.goto(`${service.address}/sign-in`);
  await page.click("main button[type=submit]");
  assert.match(await page.title(), /^Error:/);
  assert.equal(await page.evaluate(() => document.activeElement.className), "govuk-error-summary");
  await page.click(".govuk-error-summary a");
  assert.equal(await page.evaluate(() => document.activeElement.id), "email");
  await page.close();
});

test("WCAG 2.2.1: five minutes before a session ends the page says so, and one press keeps it", async () => {
  const context = await browser.newContext({ viewport: desktop });
  const page = await context.newPage();
  await page.clock.install();
  const entry = await sign_in(page);
  await page.goto(entry);
  const ends = page.getByRole("dialog");
  await page.clock.fastForward("01:50:00");
  assert.equal(await ends.count(), 0, "ten minutes before there is time enough");
  await page.clock.fastForward("05:00");
  await ends.waitFor();
  assert.deepEqual(await accessibility_problems(page), []);
  await service.sql("update session set seen_at = clock_timestamp() - interval '115 minutes'");
  await ends.getByRole("button", { name: "Stay signed in" }).click();
  await ends.waitFor({ state: "detached" });
  assert.equal(await service.sql("select count(*) from session where seen_at > clock_timestamp() - interval '2 minutes'"), "1");
  await page.clock.fastForward("01:56:00");
  await ends.waitFor();
  await context.close();
});

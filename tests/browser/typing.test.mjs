// Nothing typed is lost or doubled (E2): two people on one answer, lines that break, swallow or lose
// a reply, a session that ended, a window that was closed; on every kind of field.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desktop, open_browser, start_service } from "./harness.mjs";
import { sign_in } from "./people.mjs";
import { box_of, field_of, kept_in, said_of, saved, survives } from "./typing.mjs";

let open_call, browser;

before(async () => {
  browser = await open_browser();
  open_call = await start_service({ stage: "open" });
});

after(async () => {
  await browser?.close();
  await open_call?.stop();
});

const sections = (entry, key = "problem") => `${open_call.address}/my/entries/${entry}/sections/${key}`;

// An applicant in a browser of their own, and a draft, whose texts are taken away before each test.
let drafts;
async function applicant() {
  drafts ??= (await open_call.sql(`select p.email || ' ' || e.id from entry e join applicant a on a.city_id = e.city_id
    join person p on p.id = a.person_id where e.state = 'draft' and a.confirmed_at is not null order by e.id`))
    .split("\n").map((line) => line.split(" ")).filter(([email]) => open_call.accounts.some((one) => one.email === email));
  const [email, entry] = drafts[0];
  const context = await browser.newContext({ viewport: desktop });
  const page = await context.newPage();
  await sign_in(page, open_call, open_call.accounts.find((one) => one.email === email));
  await open_call.sql(`delete from answer where entry_id = ${entry}; delete from answer_revision where entry_id = ${entry}`);
  return { context, page, entry };
}

const stored = (entry, question = "problem") =>
  open_call.sql(`select value from answer where entry_id = ${entry} and question = '${question}'`);

// As a colleague saves it, from another place.
const improve = (entry, text, question = "problem") => open_call.sql(`update answer set value = '${text}', key = null,
  version = version + 1, saved_by = (select id from person p where p.id <> saved_by order by id limit 1)
  where entry_id = ${entry} and question = '${question}'`);

async function send(page, button) {
  await Promise.all([page.waitForNavigation(), page.click(button)]);
}

test("E2 what was saved by the button is forgotten, and a colleague's better text is not asked about", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry));
  await field_of(page, "answer.problem").pressSequentially("Queues");
  await send(page, "button[value=on]");
  assert.deepEqual(await kept_in(page), []);
  await improve(entry, "Long queues");
  await page.goto(sections(entry));
  assert.equal(await field_of(page, "answer.problem").inputValue(), "Long queues");
  assert.equal(await page.locator("[data-both-of]").count(), 0);
  await context.close();
});

test("E2 a line that ends in a blank makes no conflict", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry, "project"));
  await field_of(page, "title").fill("One door ");
  await send(page, "button[value=later]");
  await page.goto(sections(entry, "project"));
  assert.equal(await field_of(page, "title").inputValue(), "One door");
  assert.equal(await page.locator("[data-both-of]").count(), 0);
  assert.deepEqual(await kept_in(page), []);
  await context.close();
});

test("E2 a conflict stays until a person has chosen, and one's own side is what was typed last", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry));
  const field = field_of(page, "answer.problem");
  await field.fill("Queues");
  await saved(page, "answer.problem");
  await improve(entry, "Their words");
  await field.fill("My words");
  await box_of(page, "answer.problem").waitFor();
  await field.fill("My words, and more");
  await field_of(page, "answer.before").fill("Paper");
  await saved(page, "answer.before");
  assert.equal(await stored(entry), "Their words", "typing on is no choice");
  await page.click("button[value=on]");
  assert.equal(page.url(), sections(entry), "neither is going on");
  assert.equal(await stored(entry), "Their words");
  await box_of(page, "answer.problem").getByRole("button", { name: "Keep your version" }).click();
  await saved(page, "answer.problem");
  assert.equal(await stored(entry), "My words, and more");
  await page.goto(`${sections(entry)}/history`);
  const history = await page.locator("main").innerText();
  for (const words of ["Their words", "My words, and more"]) assert.ok(history.includes(words), words);
  await context.close();
});

test("E2 the other text can be kept", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry));
  await field_of(page, "answer.problem").fill("Queues");
  await saved(page, "answer.problem");
  await improve(entry, "Their words");
  await field_of(page, "answer.problem").fill("My words");
  await box_of(page, "answer.problem").getByRole("button", { name: "Keep the other version" }).click();
  assert.equal(await field_of(page, "answer.problem").inputValue(), "Their words");
  await send(page, "button[value=on]");
  assert.equal(await stored(entry), "Their words");
  assert.deepEqual(await kept_in(page), []);
  await context.close();
});

test("E2 a reply that was lost, and more typing, is no conflict with oneself", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry));
  let lost = 0;
  await page.route("**/save", async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await field_of(page, "answer.problem").fill("Queues");
  await said_of(page, "answer.problem", "No connection");
  await field_of(page, "answer.problem").fill("Queues at night");
  await saved(page, "answer.problem");
  await page.waitForFunction(() => Object.keys(localStorage).length === 0);
  assert.equal(await page.locator("[data-both-of]").count(), 0);
  assert.equal(await stored(entry), "Queues at night");
  await context.close();
});

test("E2 a reply that was lost, and a form that is sent meanwhile, is no conflict with oneself", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry));
  let release;
  await page.route("**/save", async (route) => {
    await route.fetch();
    await new Promise((done) => { release = done; });
    await route.abort().catch(() => {});
  });
  await field_of(page, "answer.problem").fill("Queues");
  await page.waitForFunction(() => document.querySelector('[data-saved-for="answer.problem"]').textContent.includes("Saving"));
  await field_of(page, "answer.problem").fill("Queues at night");
  while (await stored(entry) !== "Queues") await page.waitForTimeout(20);
  await send(page, "button[value=on]");
  release();
  assert.equal(await stored(entry), "Queues at night");
  assert.notEqual(page.url(), sections(entry));
  await context.close();
});

test("E2 a line that swallows everything is given up after a while, and all fields arrive when it is back", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry));
  let swallows = true;
  await page.route("**/save", (route) => swallows ? new Promise(() => {}) : route.continue());
  await page.clock.install();
  await field_of(page, "answer.problem").fill("Queues");
  await field_of(page, "answer.before").fill("Paper");
  await page.clock.runFor(1500);
  await said_of(page, "answer.problem", "Saving");
  await page.clock.runFor(11000);
  await said_of(page, "answer.problem", "No connection");
  swallows = false;
  await page.clock.runFor(3000);
  await saved(page, "answer.problem");
  await saved(page, "answer.before");
  assert.equal(await stored(entry, "before"), "Paper");
  await context.close();
});

test("E2 after signing in again in another window the saving goes on", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry));
  const account = open_call.accounts.find((one) => one.email === drafts[0][0]);
  await context.clearCookies();
  await field_of(page, "answer.problem").fill("Queues");
  await said_of(page, "answer.problem", "Your session has ended");
  const other = await context.newPage();
  await sign_in(other, open_call, account);
  await saved(page, "answer.problem");
  assert.equal(await stored(entry), "Queues");
  await field_of(page, "answer.problem").fill("Queues at night");
  await send(page, "button[value=on]");
  assert.notEqual(page.url(), sections(entry), "the button has the new token too");
  await context.close();
});

test("E2 another person's session in the same browser does not save in the first one's name", async () => {
  const { context, page, entry } = await applicant();
  await page.goto(sections(entry));
  await context.clearCookies();
  const other = await context.newPage();
  await sign_in(other, open_call, open_call.accounts.find((one) => one.role.startsWith("applicant") && one.email !== drafts[0][0]));
  await field_of(page, "answer.problem").fill("Queues");
  await page.locator('[data-saved-for="answer.problem"].wego-saved--wrong').waitFor();
  assert.equal(await stored(entry), "");
  await context.close();
});

test("E2 what was entered without a line comes back after the window was closed: texts and choices", async () => {
  const { context, entry } = await applicant();
  const read = (page) => page.evaluate(() => [document.querySelector("[name=title]").value,
    document.querySelector("[name=category]:checked")?.value]);
  const page = await survives(context, sections(entry, "project"), async (page) => {
    await field_of(page, "title").fill("A new door");
    await page.locator("[name=category]:not(:checked)").first().check();
  }, read);
  await saved(page, "title");
  assert.equal(await open_call.sql(`select title from entry where id = ${entry}`), "A new door");
  await page.waitForFunction(() => Object.keys(localStorage).length === 0);
  await context.close();
});

test("E2 what was begun in a form that is sent by its button comes back too, and can be thrown away", async () => {
  const { context, page, entry } = await applicant();
  const address = `${open_call.address}/my/entries/${entry}/withdraw`;
  const read = (page) => page.locator("main textarea, main input[type=text]").first().inputValue();
  const again = await survives(context, address, (page) => page.locator("main textarea, main input[type=text]").first().fill("We merge"), read, null);
  await again.getByText("is back in the form").waitFor();
  await again.getByRole("button", { name: "Throw it away" }).click();
  assert.equal(await read(again), "");
  assert.deepEqual(await kept_in(page), []);
  await context.close();
});

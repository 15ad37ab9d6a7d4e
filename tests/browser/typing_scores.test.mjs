// Nothing that a judge enters is lost or doubled (E2, J4): two windows on one scorecard, a window that was closed without
// a line, a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desktop, open_browser, phone, start_service } from "./harness.mjs";
import { sign_in } from "./people.mjs";
import { box_of, survives } from "./typing.mjs";

let judging, browser, judge;

before(async () => {
  browser = await open_browser();
  judging = await start_service({ stage: "judging" });
  judge = await find_judge();
});

after(async () => {
  await browser?.close();
  await judging?.stop();
});

test("E2 a declaration that was begun comes back with its choices", async () => {
  const { context, card } = await judge_with_card();
  await judging.sql(`delete from declaration where (judge_id, entry_id) in (select judge_id, entry_id from scorecard
    where judge_id = (select judge_id from scorecard where id = ${card}) and id <> ${card} order by id limit 2)`);
  const read = (page) => page.evaluate(() => [...document.querySelectorAll("main form input")]
    .map((each) => each.type === "radio" || each.type === "checkbox" ? each.checked : each.type === "text" && each.value));
  await survives(context, `${judging.address}/judging/2014/conflicts`, async (page) => {
    await page.locator("main input[type=checkbox]").first().check();
    await page.locator("main input[type=text]").first().fill("A friend of the mayor");
  }, read, null);
  await context.close();
});

// Signed in once: a one-time code is good for one time. Each test has a browser of its own all the same.
async function judge_with_card() {
  const context = await browser.newContext({ viewport: desktop, storageState: { cookies: judge.cookies, origins: [] } });
  return { context, page: await context.newPage(), card: judge.card, address: `${judging.address}/judging/scorecards/${judge.card}` };
}

async function find_judge() {
  const found = (await judging.sql(`select p.email || ' ' || s.id from scorecard s join judge j on j.id = s.judge_id
    join person p on p.id = j.person_id where s.state = 'in_progress' order by s.id`)).split("\n").map((line) => line.split(" "));
  const [email, card] = found.find(([one]) => judging.accounts.some((each) => each.email === one));
  const context = await browser.newContext();
  await sign_in(await context.newPage(), judging, judging.accounts.find((one) => one.email === email));
  const cookies = await context.cookies();
  await context.close();
  return { cookies, card };
}

const choose = (page, criterion, score) => page.locator(`[name="score.${criterion}"][value="${score}"]`).check();
const chosen = (page, criterion) => page.evaluate((name) => document.querySelector(`[name="${name}"]:checked`)?.value, `score.${criterion}`);
const is_saved = (page) => page.locator("[data-saved].wego-saved--good").waitFor();
const score = (card, criterion) => judging.sql(`select value from score where scorecard_id = ${card} and criterion = '${criterion}'`);

test("J4 two windows on one scorecard: a newer 9 is not replaced by an old 5", async () => {
  const { context, page, card, address } = await judge_with_card();
  const [one, two] = ["impact", "innovation"];
  await page.goto(address);
  await choose(page, one, 5);
  await is_saved(page);
  const other = await context.newPage();
  await other.goto(address);
  await choose(other, one, 9);
  await is_saved(other);
  await choose(page, two, 7);
  await page.waitForFunction((name) => document.querySelector(`[name="${name}"]:checked`)?.value === "9", `score.${one}`);
  await is_saved(page);
  assert.deepEqual([await score(card, one), await score(card, two)], ["9", "7"]);
  await choose(other, two, 6);
  await box_of(other, `score.${two}`).waitFor();
  assert.equal(await score(card, two), "7", "both chose: a person decides");
  await box_of(other, `score.${two}`).getByRole("button", { name: "Keep your version" }).click();
  await is_saved(other);
  assert.equal(await score(card, two), "6");
  await context.close();
});

test("J4 a score, a reason and a comment without a line come back after the window was closed", async () => {
  const { context, address } = await judge_with_card();
  const read = async (page) => [await chosen(page, "technology"), await page.locator('[name="comment.panel"]').inputValue()];
  const page = await survives(context, address, async (page) => {
    await choose(page, "technology", 3);
    await page.locator('[name="comment.panel"]').fill("Said without a line");
  }, read);
  await is_saved(page);
  await page.waitForFunction(() => Object.keys(localStorage).length === 0);
  await page.reload();
  assert.deepEqual(await read(page), ["3", "Said without a line"]);
  await context.close();
});

test("J4 on a phone what is saved, and that the line is away, is in sight while one scores", async () => {
  const { context, page, address } = await judge_with_card();
  await page.setViewportSize(phone);
  await page.goto(address);
  await page.route("**/save", (route) => route.abort());
  await page.locator("[data-criterion]").last().locator("input:not(:checked)").first().check();
  await page.locator("[data-saved]", { hasText: "No connection" }).waitFor();
  assert.ok(await page.locator("[data-saved]").evaluate((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && document.elementFromPoint(innerWidth / 2, (top + bottom) / 2)?.closest(".wego-scoring__status") !== null;
  }), "the notice is on the screen");
  await context.close();
});

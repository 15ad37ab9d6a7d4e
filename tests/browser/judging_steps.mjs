// What the panel does, from the terms to the last scorecard, and what the secretariat may see of it meanwhile.
import assert from "node:assert/strict";
import { conflicts, declared_by_hand, entries, judges, stepping_off } from "./made_up.mjs";
import { office } from "./call_steps.mjs";
import { letter_to } from "./letters.mjs";
import { fill, follow, main_text, open, press, says, send } from "./browsing.mjs";

const criteria = ["impact", "innovation", "technology", "inclusion", "sustainability", "replication"];
const panel = "/judging/2014";

// The scores of this judge on this entry. Every second judge is a point harder on inclusion: on every entry alike,
// so that ties stay ties.
export function scores_of(judge, one) {
  const hard = judges.findIndex(({ name }) => name === judge.name) % 2;
  return Object.fromEntries(criteria.map((key, i) => [key, one.scores[i] - (key === "inclusion" ? hard : 0)]));
}

const is_at_an_end = (score) => score === 1 || score === 10;

export async function accept_terms(judge) {
  const { page } = judge;
  await open(page, panel);
  await fill(page, { typed_name: judge.name, agreed: true });
  await send(page, "Accept the terms");
  await says(page, "You have accepted the terms");
}

export const entries_of = (judge) => entries.filter((one) => !(conflicts[judge.name] ?? []).includes(one.key));
export const hidden_from = (judge) => entries.filter((one) => (conflicts[judge.name] ?? []).includes(one.key));

// J1: the entries found by rule are not even asked about; the one that is declared is gone after it.
export async function declare(judge) {
  const { page } = judge;
  await open(page, panel);
  await follow(page, "Declare conflicts of interest");
  const text = await main_text(page);
  for (const one of entries_of(judge)) assert.ok(text.includes(one.title), `${judge.name} is not asked about ${one.title}`);
  const by_hand = declared_by_hand.judge === judge.name ? declared_by_hand : null;
  for (const one of hidden_from(judge))
    assert.equal(text.includes(one.title), one.key === by_hand?.entry, `${judge.name} and ${one.title}`);
  if (by_hand) await declare_one(page, entries.find((one) => one.key === by_hand.entry), by_hand.reason);
  await fill(page, { typed_name: judge.name });
  await send(page, "Sign and declare");
  await says(page, "Your declarations are recorded");
}

// Where nothing is ticked there is no conflict; the reason is asked for once it is.
async function declare_one(page, barred, reason) {
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: barred.title }) });
  await row.getByRole("checkbox").check();
  await row.getByRole("textbox").fill(reason);
}

// The judge's own scorecards by the title of the entry.
export async function cards_of(judge) {
  await open(judge.page, panel);
  const links = await judge.page.locator('main a.govuk-task-list__link[href^="/judging/scorecards/"]').evaluateAll(
    (all) => all.map((link) => [link.textContent, link.getAttribute("href")]));
  return new Map(links);
}

const as_scores = (scores) => Object.fromEntries(Object.entries(scores).map(([key, score]) => [`score.${key}`, String(score)]));
const as_reasons = (scores) => Object.fromEntries(Object.entries(scores).filter(([, score]) => is_at_an_end(score))
  .map(([key]) => [`reason.${key}`, "The best that I have seen, with its figures."]));

// J4: what is confirmed is the sheet as the server holds it. A score at an end of the scale needs its reason.
export async function score_entry(judge, one, card) {
  const { page } = judge;
  const scores = scores_of(judge, one);
  await open(page, card);
  await says(page, one.title);
  await fill(page, { ...as_scores(scores), "comment.city": `${judge.name} thanks ${one.city}` });
  if (Object.values(scores).some(is_at_an_end)) {
    await press(page, "Save and check");
    await says(page, "it is at an end of the scale");
    await fill(page, as_reasons(scores));
  }
  await send(page, "Save and check");
  await send(page, "Submit this scorecard");
  await says(page, "Your scorecard has been submitted");
}

// J4 with a script: each score is saved as it is chosen; the page loaded anew has them, and nothing was pressed.
export async function chosen_scores_survive(judge, one, card) {
  const { page } = judge;
  const scores = scores_of(judge, one);
  await open(page, card);
  for (const [key, score] of Object.entries(scores)) {
    const saved = page.waitForResponse((answer) => answer.url().endsWith("/save") && answer.ok());
    await page.locator(`[name="score.${key}"][value="${score}"]`).check();
    await saved;
  }
  await page.locator("[data-saved].wego-saved--good").waitFor();
  await open(page, card);
  for (const [key, score] of Object.entries(scores))
    assert.ok(await page.locator(`[name="score.${key}"][value="${score}"]`).isChecked(), key);
  await says(page, `${criteria.length} of ${criteria.length} criteria scored`);
}

// While judging is open a judge may reopen what was submitted, and submits it again.
export async function reopen_and_resubmit(judge, one, card) {
  const { page } = judge;
  await open(page, card);
  await send(page, "Reopen the scorecard");
  await says(page, "Your scorecard is open again");
  await fill(page, { "comment.panel": "Read once more: the figures hold" });
  await send(page, "Save and check");
  await send(page, "Submit this scorecard");
  await says(page, "Your scorecard has been submitted");
}

// J1 in the middle: the entry, seen before, is gone from then on.
export async function step_off(judge, one, card) {
  const { page } = judge;
  await open(page, card);
  await follow(page, "I have a conflict of interest with this entry");
  await fill(page, { reason: stepping_off.reason, typed_name: judge.name });
  await send(page, "Step off this entry");
  await says(page, "You have stepped off the entry");
  await never_sees(judge, [one], [card]);
}

const pages_of_a_judge = [panel, `${panel}/conflicts`, `${panel}/comparison`, `${panel}/deliberation`, "/judging", "/account"];

// J2: no page of the judge has the title, and what belongs to the entry is not there. `addresses`: scorecards of the
// entry, the judge's own from before or another judge's, its attachments, its page in the deliberation.
export async function never_sees(judge, hidden, addresses) {
  const { page } = judge;
  for (const address of pages_of_a_judge) {
    await page.goto(address);
    const all = await page.content();
    for (const one of hidden) assert.ok(!all.includes(one.title), `${judge.name} finds ${one.title} on ${address}`);
  }
  for (const address of addresses) {
    const answer = await page.goto(address);
    assert.equal(answer.status(), 404, `${judge.name} gets ${answer.status()} for ${address}`);
    const all = await page.content();
    for (const one of hidden) assert.ok(!all.includes(one.title));
  }
}

export async function assign({ page }) {
  await open(page, `${office}/judging`);
  await send(page, "Assign");
  await says(page, "The assignment has been made");
}

// J5: how far everybody is, and no score, mean, rank or order, wherever the secretariat looks.
export async function office_sees_progress_only({ page }, { submitted, all }) {
  await open(page, `${office}/judging`);
  await says(page, `${submitted} of ${all} scorecards submitted`);
  for (const address of ["", "/judging", "/entries", "/log", "/decisions"]) {
    await open(page, `${office}${address}`);
    const text = await main_text(page);
    assert.doesNotMatch(text, /\b\d+\.\d\d\b|weighted|\bmean\b|\brank\b/i, `${address} shows a figure of the result`);
  }
  for (const address of ["/tally", "/slate", "/ratify"]) {
    await page.goto(`${office}${address}`);
    const text = await page.content();
    assert.doesNotMatch(text, /\b[1-9]\.\d\d\b/, `${address} shows a figure of the result`);
  }
}

export async function remind_judges(play, { page }, late) {
  await open(page, `${office}/judging`);
  await send(page, "Remind judges with open scorecards");
  await says(page, "The reminders are on their way");
  for (const judge of late) await letter_to(play.service, judge.email, /Judging ends on/);
}

// J5 after the close: the panel reads what all gave, and adds to the record.
export async function reads_the_panel(judge, one, address) {
  const { page } = judge;
  await open(page, address);
  for (const other of judges.filter(({ name }) => name !== judge.name)) await says(page, other.name);
  const note = `${judge.name} has read ${one.title} once more`;
  await fill(page, { note });
  await send(page, "Add to the record");
  await says(page, note);
}

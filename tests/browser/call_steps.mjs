// What the secretariat and the cities do, from the edition's file to the end of the screening.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { a_pdf, answers_of, applicant_of, edition_file, in_days, proposed_city } from "./made_up.mjs";
import { letter_to } from "./letters.mjs";
import { register } from "./accounts.mjs";
import { fill, follow, main_text, open, press, says, send } from "./browsing.mjs";
import { confirm_by_second, prove_presence } from "./two_people.mjs";

export const office = "/office/2014";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

// ── the secretariat before the call ───────────────────────────────────────────────────────────────────────────

export async function import_edition({ page }) {
  await open(page, "/office/editions/new");
  await page.setInputFiles('[name="file"]', { name: "2014.toml", mimeType: "application/toml", buffer: Buffer.from(await edition_file()) });
  await send(page, "Import the file");
  await says(page, "The edition has been created");
}

// The calendar by form: a day that does not exist is refused beside its field (E4), one that does is kept.
export async function set_calendar({ page }, { script }) {
  await open(page, `${office}/set-up/calendar`);
  // A browser lets nobody type June 31 into a date field; without such a field the service has to say it.
  if (!script) {
    await page.locator('[name="closes_at"]').evaluate((field) => { field.type = "text"; field.value = "2027-06-31T18:00"; });
    await press(page, "Save");
    await says(page, "There is a problem");
    assert.equal(await page.locator("#closes_at-error").count(), 1);
    await open(page, `${office}/set-up/calendar`);
  }
  await fill(page, { closes_at: in_days(31), theme: "Cities that answer" });
  await send(page, "Save");
  await open(page, `${office}/set-up/calendar`);
  assert.equal(await page.locator('[name="closes_at"]').inputValue(), in_days(31));
}

export async function invite_member({ page }, member) {
  await open(page, `${office}/panel`);
  await fill(page, { name: member.name, email: member.email });
  await send(page, "Invite to the secretariat");
  await says(page, member.email);
}

export async function invite_judge({ page }, judge) {
  await open(page, `${office}/panel/new`);
  await fill(page, { email: judge.email, name: judge.name, country: judge.country, affiliation: `Institute of ${judge.name}`,
    part: judge.part ?? "member" });
  await send(page, "Invite");
  await says(page, "The judge has been invited by mail");
}

export async function check_identity({ page }, judge) {
  await open(page, `${office}/panel`);
  await follow(page, judge.name);
  await send(page, "The identity is verified");
  await says(page, "Identity is in doubt again");
}

// Moves the edition by the overview's own link and the page that asks.
export async function move_edition({ page }, action, reason = "") {
  await open(page, office);
  await follow(page, action);
  await fill(page, { reason });
  await send(page, action);
  await says(page, "The edition has moved on");
}

// T5: what cannot be taken back is asked for there, and confirmed by a second member.
export async function move_edition_by_two({ page, secret }, second, action, reason) {
  await open(page, office);
  await follow(page, action);
  await fill(page, { reason });
  await press(page, /^Ask a second person to confirm: /);
  await prove_presence(page, secret);
  await confirm_by_second(page, second, `${office}/two-people`);
}

// ── cities ────────────────────────────────────────────────────────────────────────────────────────────────────

export async function join_city(play, person, city) {
  await register(play, person);
  const { page } = person;
  await open(page, "/my/cities");
  await fill(page, { q: city });
  await press(page, "Search");
  if (city === proposed_city.official_name) {
    await says(page, "No city of this name is known");
    await follow(page, "Propose it");
    await fill(page, proposed_city);
    await send(page, "Propose the city");
    await says(page, "The city is proposed");
  } else {
    await send(page, new RegExp(`^I write for ${city}$`));
    await says(page, "You have asked to write for this city");
  }
  await confirm_claim(play.first, person);
  await open(page, "/my");
}

// E8: the secretariat confirms who waits, in a tab of its own, since cities join side by side; one after the other,
// since what was done is said by whichever page of a browser is shown next.
let confirmed = Promise.resolve();
function confirm_claim(member, person) {
  confirmed = confirmed.then(() => confirm_in_a_tab(member, person));
  return confirmed;
}

async function confirm_in_a_tab(member, person) {
  const page = await member.page.context().newPage();
  await open(page, `${office}/cities`);
  const claim = page.locator("section", { has: page.getByRole("heading", { name: new RegExp(`^${person.name} for `) }) });
  await claim.getByRole("button", { name: "Confirm", exact: true }).click();
  await says(page, "This person may now edit the city's entries");
  await page.close();
}

// Begins the entry and gives its address.
export async function begin_entry({ page }, one) {
  await open(page, "/my/editions/2014/entries/new");
  await fill(page, { title: one.title, category: one.category });
  await send(page, "Begin the entry");
  return new URL(page.url()).pathname.replace("/sections/project", "");
}

// All sections by their buttons, which lead from one to the next, and a PDF at the end.
export async function write_entry(person, one, at) {
  const { page } = person;
  await open(page, `${at}/sections/project`);
  for (const [section, answers] of Object.entries(answers_of(one))) {
    assert.equal(new URL(page.url()).pathname, `${at}/sections/${section}`);
    await fill(page, answers);
    await send(page, "Save and continue");
  }
  assert.equal(new URL(page.url()).pathname, `${at}/attachments`);
}

// E2: types into two fields, presses nothing, and finds the words again after loading the page anew.
export async function typed_words_survive({ page }, at) {
  const typed = { "answer.problem": "Queues of three hours, every Monday.", "answer.before": "On paper, by four offices." };
  await open(page, `${at}/sections/problem`);
  for (const [name, words] of Object.entries(typed)) {
    await page.locator(`[name="${name}"]`).pressSequentially(words);
    await page.locator(`[data-saved-for="${name}"].wego-saved--good`).waitFor();
  }
  await open(page, `${at}/sections/problem`);
  for (const [name, words] of Object.entries(typed)) assert.equal(await page.locator(`[name="${name}"]`).inputValue(), words);
  assert.equal(await page.locator('[name="answer.innovation"]').count(), 0);
}

// Without a script the buttons save: leaving by "later" and coming back finds the words too.
export async function saved_words_survive({ page }, at) {
  await open(page, `${at}/sections/problem`);
  await fill(page, { "answer.problem": "Queues of three hours, every Monday." });
  await send(page, "Save and come back later");
  await open(page, `${at}/sections/problem`);
  assert.equal(await page.locator('[name="answer.problem"]').inputValue(), "Queues of three hours, every Monday.");
}

export async function attach(play, { page }, one, at) {
  const bytes = a_pdf(one.key);
  await open(page, `${at}/attachments`);
  await page.setInputFiles('[name="files"]', { name: `${one.key}.pdf`, mimeType: "application/pdf", buffer: bytes });
  // With the script the file is on its way by itself, in parts.
  if (play.script) await page.locator(".wego-upload__file a", { hasText: `${one.key}.pdf` }).waitFor();
  else await send(page, "Attach");
  await open(page, `${at}/attachments`);
  const kept = page.locator(".wego-upload__file a", { hasText: `${one.key}.pdf` });
  play.files.set(one.key, (await kept.getAttribute("href")).split("/").at(-1));
  return sha256(bytes);
}

// E5: the receipt on the page and by letter, with the sums that whoever has the text can work out.
export async function submit_entry(play, person, one, at, file_sum) {
  const { page } = person;
  await open(page, `${at}/preview`);
  await says(page, answers_of(one).solution["answer.solution"]);
  assert.ok(!(await main_text(page)).includes(`Contact of ${one.city}`), "a judge does not see the contact");
  await press(page, "Check and submit");
  await says(page, "Everything is there");
  await send(page, "Submit the entry");
  await says(page, "Received:");
  const solution_sum = sha256(answers_of(one).solution["answer.solution"]);
  for (const sum of [solution_sum, file_sum]) await says(page, sum);
  const letter = await letter_to(play.service, person.email, new RegExp(`receipt.*${one.title}|${one.title}.*receipt`, "i"));
  const text = letter.text.replace(/\s+/g, "");
  for (const sum of [solution_sum, file_sum]) assert.ok(text.includes(sum), `the letter has no sum ${sum}:\n${letter.text}`);
}

export async function enter_project(play, person, one) {
  const at = await begin_entry(person, one);
  await write_entry(person, one, at);
  await submit_entry(play, person, one, at, await attach(play, person, one, at));
  return at;
}

// E1: the third entry is refused at its submission, and the draft is withdrawn by the city's own choice.
export async function third_entry_is_refused(person, one, others) {
  const { page } = person;
  const at = await begin_entry(person, one);
  await write_entry(person, one, at);
  await open(page, `${at}/check`);
  await press(page, "Submit the entry");
  await says(page, "Your city has all its entries");
  for (const other of others) await says(page, other.title);
  await open(page, `${at}/withdraw`);
  await fill(page, { reason: "The city has chosen its other two" });
  await send(page, "Withdraw the entry");
  await says(page, "The entry is withdrawn");
}

export async function complete_entry(play, person, one, at) {
  const { page } = person;
  const letter = await letter_to(play.service, person.email, /source of the figures/);
  assert.ok(letter.text.includes(one.title));
  await open(page, at);
  await says(page, "Name the source of the figures");
  await open(page, `${at}/sections/results`);
  await fill(page, { "answer.evidence": "A survey of the statistics office, March 2014." });
  await send(page, "Save and continue");
  await open(page, `${at}/check`);
  await send(page, "Submit the entry");
  await says(page, "Received:");
}

// ── the secretariat after the call ────────────────────────────────────────────────────────────────────────────

export async function open_office_entry({ page }, one) {
  await open(page, `${office}/entries?q=${encodeURIComponent(one.title)}`);
  await follow(page, one.title);
}

const form_to = (page, ending) => page.locator(`form[action$="${ending}"]`);

// The checklist point by point; without it "Accept" is not even offered.
export async function accept_entry(person, one) {
  const { page } = person;
  await open_office_entry(person, one);
  assert.equal(await form_to(page, "/moves/accept").count(), 0);
  const list = form_to(page, "/checklist");
  const points = await list.locator('input[type="checkbox"]').evaluateAll((all) => all.map((point) => point.name));
  await fill(page, Object.fromEntries(points.map((point) => [point, true])), list);
  await send(page, "Save the checklist");
  await send(page, "Accept", { within: form_to(page, "/moves/accept") });
  await says(page, "Eligible");
}

export async function return_entry(person, one) {
  const { page } = person;
  await open_office_entry(person, one);
  const form = form_to(page, "/moves/return_for_completion");
  await fill(page, { reason_return_for_completion: "Name the source of the figures.", due_at: in_days(5) }, form);
  await send(page, "Return for completion", { within: form });
  await says(page, "Returned for completion");
}

export async function reject_entry(person, one, reason) {
  const { page } = person;
  await open_office_entry(person, one);
  const form = form_to(page, "/moves/reject");
  await press(page, "Reject", { within: form });
  await says(page, "There is a problem");
  await fill(page, { reason_reject: reason }, form_to(page, "/moves/reject"));
  await send(page, "Reject", { within: form_to(page, "/moves/reject") });
  await says(page, "Ineligible");
}

export async function city_reads_state(person, at, words) {
  await open(person.page, at);
  await says(person.page, words);
}

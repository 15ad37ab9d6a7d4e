// People at their browsers: opening pages, filling forms in as a person would, signing in. Works without JavaScript.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { letter_to, link_in } from "./letters.mjs";

export const password = "a sentence nobody guesses 7";

// A person with a browser of their own. `script` off switches JavaScript off.
export async function a_person(play, name, email) {
  const context = await play.browser.newContext({
    baseURL: play.service.address, javaScriptEnabled: play.script, viewport: play.viewport });
  context.setDefaultTimeout(60_000);
  return { name, email, context, page: await context.newPage(), secret: "", last_step: 0 };
}

export async function open(page, address) {
  const answer = await page.goto(address, { waitUntil: "load" });
  assert.equal(answer.status(), 200, `${address} answers ${answer.status()}: ${await main_text(page)}`);
}

export async function main_text(page) {
  return (await page.locator("main").innerText()).replace(/\s+/g, " ").trim();
}

// Fails with what the page says, for "expected true" helps nobody.
export async function says(page, words) {
  const text = await main_text(page);
  const found = words instanceof RegExp ? words.test(text) : text.includes(words);
  assert.ok(found, `${page.url()} does not say ${words}, but: ${text.slice(0, 1500)}`);
}

// Presses the button (or link) of this name and waits for the page that comes.
export async function press(page, name, { within = page, kind = "button" } = {}) {
  const arrived = page.waitForEvent("load");
  await within.getByRole(kind, { name, exact: typeof name === "string" }).first().click();
  await arrived;
}

export const follow = (page, name) => press(page, name, { kind: "link" });

// Presses a button that must succeed: the page that comes is no error page and has no error summary.
export async function send(page, name, options) {
  await press(page, name, options);
  const problems = page.locator(".govuk-error-summary");
  if (await problems.count() > 0) assert.fail(`${page.url()}: ${await problems.innerText()}`);
}

// Fills fields in by their names. A text is typed; for a choice its value is chosen; true and false tick and untick.
export async function fill(page, values, within = page) {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "boolean") {
      await within.locator(`[name="${name}"]`).setChecked(value);
      continue;
    }
    const field = within.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((element) => element.type);
    if (kind === "radio") await within.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === "select-one") await field.selectOption(value);
    else await field.fill(value);
  }
}

// ── one-time codes (RFC 6238) ─────────────────────────────────────────────────────────────────────────────────

function from_base32(text) {
  let bits = "";
  for (const sign of text.replace(/\s/g, "")) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

function code_of_step(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", from_base32(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

// A code is good once; who signs in again within its half minute types the next one, which the service takes too.
export function code_now(person) {
  person.last_step = Math.max(Math.floor(Date.now() / 30_000), person.last_step + 1);
  return code_of_step(person.secret, person.last_step);
}

// ── accounts ──────────────────────────────────────────────────────────────────────────────────────────────────

async function set_up_codes(person) {
  const { page } = person;
  person.secret = await page.locator(".wego-secret").innerText();
  await fill(page, { code: code_now(person) });
  await send(page, "Go on");
  assert.equal(await page.locator(".wego-codes li").count(), 10);
  await press(page, "I have kept them");
}

// From the printed one-time link to a signed-in first member with one-time codes.
export async function found_secretariat(play, person) {
  const { page } = person;
  await open(page, /https?:\/\/[^/\s]+(\/first-secretariat\/\S+)/.exec(play.service.invitation)[1]);
  await fill(page, { name: person.name, email: person.email, password });
  await send(page, "Accept the invitation");
  await set_up_codes(person);
}

// From the letter with the invitation to a signed-in person with one-time codes.
export async function accept_invitation(play, person) {
  const { page } = person;
  const letter = await letter_to(play.service, person.email, /invit/i);
  await open(page, link_in(letter, "/invitation/"));
  await fill(page, { password });
  await send(page, "Accept the invitation");
  await set_up_codes(person);
}

// An account of one's own, confirmed by the letter, signed in.
export async function register(play, person) {
  const { page } = person;
  await open(page, "/register");
  await fill(page, { name: person.name, email: person.email, password });
  await send(page, "Open the account");
  const letter = await letter_to(play.service, person.email, /confirm/i);
  await open(page, link_in(letter, "/confirm-address/"));
  await send(page, "Confirm the address");
  await says(page, "Your address is confirmed");
  await sign_in(person);
}

export async function sign_in(person) {
  const { page } = person;
  await open(page, "/sign-in");
  await fill(page, { email: person.email, password });
  await send(page, "Sign in", { within: page.locator("main") });
  if (!person.secret) return;
  await fill(page, { code: code_now(person) });
  await send(page, "Go on");
}

export async function sign_out(person) {
  await press(person.page, "Sign out");
}

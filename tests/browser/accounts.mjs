// The accounts of the play: from a printed link, an invitation or a registration to a person who is signed in.
import assert from "node:assert/strict";
import { fill, open, press, says, send } from "./browsing.mjs";
import { letter_to, link_in } from "./letters.mjs";
import { one_time_code } from "./people.mjs";

export const password = "a sentence nobody guesses 7";

// A person with a browser of their own. `script` off switches JavaScript off.
export async function a_person(play, name, email) {
  const context = await play.browser.newContext({
    baseURL: play.service.address, javaScriptEnabled: play.script, viewport: play.viewport });
  context.setDefaultTimeout(60_000);
  return { name, email, context, page: await context.newPage(), secret: "" };
}

async function set_up_codes(person) {
  const { page } = person;
  person.secret = await page.locator(".wego-secret").innerText();
  await fill(page, { code: one_time_code(person.secret) });
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
  await fill(page, { code: one_time_code(person.secret) });
  await send(page, "Go on");
}

export async function sign_out(person) {
  await press(person.page, "Sign out");
}

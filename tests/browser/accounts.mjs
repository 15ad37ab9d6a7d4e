// The accounts of the play: from a printed link, an invitation or a registration to a person who is signed in.
import assert from "node:assert/strict";
import { fill, open, press, says, send } from "./browsing.mjs";
import { letter_to, link_in } from "./letters.mjs";
import { one_time_code } from "./people.mjs";

export const password = "a sentence nobody guesses 7";

// A person of the play. `page` is there while they sit at a window.
export const a_person = (name, email) => ({ name, email, page: null, window: null, cookies: [], secret: "" });

async function open_window(play) {
  const window = await play.browser.newContext({
    baseURL: play.service.address, javaScriptEnabled: play.script, viewport: play.viewport });
  window.setDefaultTimeout(60_000);
  await window.newPage();
  return window;
}

// A window of Chromium costs more than all that is done in it, so the people share a few: who sits down at one brings
// their cookies, who stands up takes them along.
export async function sit_down(play, person) {
  person.window = play.windows.pop() ?? await open_window(play);
  await person.window.addCookies(person.cookies);
  [person.page] = person.window.pages();
  return person;
}

async function stand_up(play, person) {
  person.cookies = await person.window.cookies();
  await person.window.clearCookies();
  play.windows.push(person.window);
  person.page = person.window = null;
}

export async function seated(play, person, work) {
  await sit_down(play, person);
  const done = await work(person);
  await stand_up(play, person);
  return done;
}

// Two cores: three people at a time keep them busy, and each does their own things in order.
export async function side_by_side(play, people, work) {
  const waiting = [...people];
  const one_line = async () => { for (let next; (next = waiting.shift()) !== undefined;) await seated(play, next, work); };
  await Promise.all([one_line(), one_line(), one_line()]);
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

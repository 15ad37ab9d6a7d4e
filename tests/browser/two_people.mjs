// What two people of the secretariat do (T5): one asks by the form of its page, another one confirms on the page of what
// waits. Whoever's one-time code is older than five minutes gives one more, and sends the form as it was. It knows no
// other page.
import assert from "node:assert/strict";
import { one_time_code } from "./people.mjs";
import { go, leave, read_main } from "./reading.mjs";

const send = (page) => leave(page, () => page.locator("main form button[type=submit]").first().click());

// After a form was sent: where the page wants a fresh code, gives one of this secret, and sends the form again.
export async function prove_presence(page, secret) {
  const code = page.locator("main input[name=code]");
  if (!(await code.count())) return;
  await code.fill(one_time_code(secret));
  await send(page);
  assert.match(await read_main(page), /Here is your form again/);
  await send(page);
}

// A code given in one tab makes the session's secret anew: a form of another tab that was open before is sent once more.
export async function send_once_more(page) {
  if (/Please send this again/.test(await read_main(page))) await send(page);
}

// What the form that was just sent asks for waits, says the page, and the second person confirms it.
export async function confirm_by_second(asking, { page, secret }, two_people) {
  assert.match(await read_main(asking), /waits for a second person/);
  await go(page, two_people);
  await leave(page, () => page.locator("main button[name=outcome][value=confirmed]").first().click());
  await prove_presence(page, secret);
  assert.match(await page.locator(".govuk-notification-banner__heading").textContent(), /Confirmed by two people/);
}

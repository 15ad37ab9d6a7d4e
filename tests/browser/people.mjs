// How the people of the browser tests sign in: an address, a password and, for judges and the secretariat, a one-time
// code of their secret (TOTP, RFC 6238), as an authenticator app would show it. It knows no page behind that.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";

const seconds_a_step = 30;
const last_step_of = new Map();

function bytes_of(base32) {
  const bits = [...base32.toUpperCase()].filter((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".includes(sign))
    .map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

// The code of a time step; without one the next that the service takes of this secret: a code is good for once, and the
// step after now's counts as well. A person can sign in twice in half a minute, not a third time.
export function one_time_code(secret, step) {
  const now = Math.floor(Date.now() / 1000 / seconds_a_step);
  const chosen = step ?? Math.max(now, (last_step_of.get(secret) ?? 0) + 1);
  last_step_of.set(secret, Math.max(chosen, last_step_of.get(secret) ?? 0));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(chosen));
  const digest = createHmac("sha1", bytes_of(secret)).update(counter).digest();
  const offset = digest.at(-1) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1000000).padStart(6, "0");
}

async function send(page) {
  await Promise.all([page.waitForEvent("load"), page.locator("main form button[type=submit]").first().click()]);
}

// `account`: { email, password, totp_secret? } as in service.accounts. Ends on the person's own first page.
export async function sign_in(page, service, account) {
  await page.goto(`${service.address}/sign-in`);
  await page.locator("input[name=email]").fill(account.email);
  await page.locator("input[name=password]").fill(account.password);
  await send(page);
  if (account.totp_secret) {
    await page.locator("input[name=code]").fill(one_time_code(account.totp_secret));
    await send(page);
  }
  const said = (await page.locator("main").textContent()).replace(/\s+/g, " ");
  assert.doesNotMatch(new URL(page.url()).pathname, /^\/sign-in/, `${account.email} is not signed in: ${said}`);
}

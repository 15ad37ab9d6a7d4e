// Signing in as a person of the demonstration, as that person would: by the form, with a one-time code where the
// account has one. Accounts come from var/demo/accounts.json (start_service gives them). Knows no other page.
import { createHmac } from "node:crypto";

function bytes_of_base32(text) {
  let bits = "";
  for (const sign of text.replace(/[\s=]/g, "")) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign.toUpperCase()).toString(2).padStart(5, "0");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

// The six digits that an authenticator app shows for the secret at this moment (RFC 6238).
export function one_time_code(secret, at = Date.now()) {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const hash = createHmac("sha1", bytes_of_base32(secret)).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1000000).padStart(6, "0");
}

// The page is signed in afterwards. A one-time code counts once, so sign an account in once in half a minute.
export async function sign_in(page, service, account) {
  await page.goto(`${service.address}/sign-in`);
  await page.fill("#email", account.email);
  await page.fill("#password", account.password);
  await page.click("main button[type=submit]:not([hidden])");
  if (!account.totp_secret) return;
  await page.fill("#code", one_time_code(account.totp_secret));
  await page.click("main button[type=submit]");
}

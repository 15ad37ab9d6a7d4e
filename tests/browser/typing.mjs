// How the tests of typing look at a page: its fields, what it says of each, the choice between two versions, and what the
// browser keeps. It knows no page.
import assert from "node:assert/strict";

export const field_of = (page, name) => page.locator(`[name="${name}"]`);
export const said_of = (page, name, words) => page.locator(`[data-saved-for="${name}"]`, { hasText: words }).waitFor();
export const saved = (page, name) => said_of(page, name, /^\s*Saved/);
export const box_of = (page, name) => page.locator(`[data-both-of="${name}"]`);
export const kept_in = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("typed:")));

// Every field of a page is filled in without a line, the window is closed, and opened again.
export async function survives(context, address, fill, read, cut = "**/save") {
  const first = await context.newPage();
  await first.goto(address);
  if (cut) await first.route(cut, (route) => route.abort());
  await fill(first);
  const before = await read(first);
  await first.close({ runBeforeUnload: false });
  const second = await context.newPage();
  await second.goto(address);
  assert.deepEqual(await read(second), before);
  return second;
}

// How the play goes about in its pages: opening, filling in and sending forms as a person would, with JavaScript or
// without. It knows no page.
import assert from "node:assert/strict";

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

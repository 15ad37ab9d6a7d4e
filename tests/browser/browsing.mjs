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

// Presses the button (or link) of this name, waits for the page that comes, and gives its status.
export async function press(page, name, { within = page, kind = "button" } = {}) {
  const button = within.getByRole(kind, { name, exact: typeof name === "string" }).first();
  const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: "load" }), button.click()]);
  return answer.status();
}

export async function follow(page, name) {
  const status = await press(page, name, { kind: "link" });
  assert.equal(status, 200, `${name} leads to ${status}: ${page.url()}`);
}

// Presses a button that must succeed: the page that comes is no error page and has no error summary.
export async function send(page, name, options) {
  const status = await press(page, name, options);
  assert.equal(status, 200, `${name} gets ${status} at ${page.url()}: ${await main_text(page)}`);
}

// Fills fields in by their names, all in one go, and the page hears of each as if it had been typed or chosen. A text is
// the field's value, or the choice of this value; true and false tick and untick. No page has every field: one that is
// missing or cannot be used fails.
export async function fill(page, values, within = page.locator("main")) {
  await within.evaluate((root, given) => {
    for (const [name, value] of given) {
      const all = [...root.querySelectorAll(`[name="${name}"]`)];
      const field = all[0]?.type === "radio" ? all.find((each) => each.value === value) : all[0];
      if (!field || field.disabled || field.readOnly) throw new Error(`no field ${name} for ${value}`);
      if (typeof value === "boolean" || field.type === "radio") field.checked = value !== false;
      else field.value = value;
      if (typeof value === "string" && field.value !== value) throw new Error(`${name} does not take ${value}`);
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }, Object.entries(values));
}

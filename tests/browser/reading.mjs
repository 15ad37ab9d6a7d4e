// What a person reads on a page and presses on it, with JavaScript and without. It knows no single page.
import assert from "node:assert/strict";

// Every table: { heading of its section, caption, rows }, a row being { name of the column: text }.
export function read_tables(page) {
  return page.locator("main table").evaluateAll((tables) => tables.map((table) => {
    const columns = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    const rows = [...table.tBodies[0].rows].filter((row) => row.cells.length === columns.length);
    return {
      heading: table.closest("section")?.querySelector("h2")?.textContent.trim() ?? "",
      caption: table.caption.textContent.trim(),
      rows: rows.map((row) => Object.fromEntries([...row.cells].map((cell, i) =>
        [columns[i], cell.lastElementChild.textContent.trim().replace(/\s+/g, " ")]))),
    };
  }));
}

export async function read_table(page, caption) {
  const found = (await read_tables(page)).find((one) => one.caption === caption);
  assert.ok(found, `${page.url()} has no table “${caption}”`);
  return found.rows;
}

// All that stands in the page's main part, with the details that are folded.
export async function read_main(page) {
  return (await page.locator("main").textContent()).replace(/\s+/g, " ").trim();
}

export async function go(page, address, status = 200) {
  const answer = await page.goto(address);
  assert.equal(answer.status(), status, address);
}

// Does what leads to another page, and waits until that is there.
export async function leave(page, act) {
  const arrived = page.waitForEvent("load");
  await Promise.all([arrived, act()]);
}

export const follow = (page, link) => leave(page, () => link.click());

// Presses a button of the page's main part; answers yes where the page asks.
export async function press(page, name) {
  const button = page.locator("main").getByRole("button", { name, exact: true });
  await leave(page, async () => {
    const asks = await button.getAttribute("data-question");
    await button.click();
    const yes = page.locator("dialog.wego-dialog button[value=yes]");
    if (asks && (await yes.count())) await yes.click();
  });
}

export async function expect_notice(page, text) {
  const banner = page.locator(".govuk-notification-banner__heading");
  assert.equal(await banner.count(), 1, `${page.url()} says nothing of “${text}”: ${await read_main(page)}`);
  assert.match(await banner.textContent(), text instanceof RegExp ? text : new RegExp(text));
}

// The questions that every decision answers.
export async function fill_minutes(page, reason, { public_note = "" } = {}) {
  await page.getByLabel("Reason").fill(reason);
  await page.getByLabel("Who was present").fill("The panel and the secretariat");
  await page.getByLabel("Votes in favour").fill("5");
  await page.getByLabel("Public note").fill(public_note);
}

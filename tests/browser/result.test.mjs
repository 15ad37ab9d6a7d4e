// From the close of judging to the corrections after the announcement, on the demonstration, by two members of the
// secretariat, a city and the public: with JavaScript, and the same without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desktop, open_browser, phone, start_service } from "./harness.mjs";
import { sign_in } from "./people.mjs";
import { play_result } from "./result_steps.mjs";

let browser;
before(async () => { browser = await open_browser(); });
after(async () => { await browser?.close(); });

async function play({ javascript }) {
  const service = await start_service({ stage: "deliberation", settings: { WEGO_JOBS_OUTBOX_SECONDS: "1" } });
  const contexts = [];
  const page_of = async (account, viewport = desktop) => {
    const context = await browser.newContext({ javaScriptEnabled: javascript, viewport });
    // However slow the machine: what does not come at all still fails.
    context.setDefaultTimeout(180_000);
    contexts.push(context);
    const page = await context.newPage();
    if (account) await sign_in(page, service, account);
    return page;
  };
  try {
    const [first, second] = service.accounts.filter((one) => one.role === "secretariat");
    const city = service.accounts.find((one) => one.role === "applicant of Barcelona");
    return await play_result({
      service,
      edition: await service.sql("select slug from edition"),
      first: await page_of(first),
      second: await page_of(second),
      first_secret: first.totp_secret,
      second_secret: second.totp_secret,
      city_page: await page_of(city, phone),
      visitor: await page_of(null),
      expect_fifteen: true,
    });
  } finally {
    for (const context of contexts) await context.close();
    await service.stop();
  }
}

for (const javascript of [true, false])
  test(`J6 J7 P1 P2 P3 P4 the result, from the tally to the corrections, ${javascript ? "with" : "without"} JavaScript`, async () => {
    const { ties, prizes } = await play({ javascript });
    assert.equal(prizes.length, 15);
    assert.match(ties[0].rungs[0].name, /^The key criterion: /);
  });

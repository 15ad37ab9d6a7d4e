// The harness itself: without it a green browser test says nothing.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { accessibility_problems, open_browser, phone } from "./harness.mjs";

let browser, server, address;

before(async () => {
  server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", "default-src 'self'");
    response.end(request.url === "/good"
      ? '<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1><noscript><p>no script</p></noscript></main></html>'
      : '<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1><img src="/none.png"></main></html>');
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  address = `http://localhost:${server.address().port}`;
  browser = await open_browser();
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("accessibility problems are found, and none where there is none", async () => {
  const page = await browser.newPage({ viewport: phone });
  await page.goto(`${address}/bad`);
  assert.match((await accessibility_problems(page)).join("\n"), /image-alt/);
  await page.goto(`${address}/good`);
  assert.deepEqual(await accessibility_problems(page), []);
  await page.close();
});

test("a page can be seen with JavaScript switched off", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/good`);
  assert.equal(await page.locator("noscript p").count(), 1);
  await context.close();
});

// The harness itself: without it a green browser test says nothing.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { accessibility_problems, open_browser, phone, root } from "./harness.mjs";

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

test("./run takes a port for served only when its own process listens there", async (t) => {
  const neighbour = createServer((_, answer) => answer.end("ready\n"));
  await new Promise((done) => neighbour.listen(0, "127.0.0.1", done));
  t.after(() => neighbour.close());
  const { port } = neighbour.address();
  const listens = (pid) => promisify(execFile)("bash", ["-c", `. scripts/listening.sh && listens_on ${pid} ${port}`], { cwd: root })
    .then(() => true, () => false);
  assert.equal(await listens(process.pid), true);
  assert.equal(await listens(process.ppid), false, "what answers is somebody else's");
});

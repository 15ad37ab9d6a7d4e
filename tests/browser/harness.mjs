// What the browser tests stand on: a service of its own for each test file (a database, a demonstration
// stage, a port), a Chromium, and an accessibility check. ./test sets WEGO_TEST_DATABASE (a superuser's
// connection string) and WEGO_TEST_BINARY. It knows no page.
import { execFile, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const run = promisify(execFile);
export const root = fileURLToPath(new URL("../..", import.meta.url));
const axe_script = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

function needed(variable) {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: run these tests with ./test --only browser`);
  return value;
}

// In a libpq connection string the last of two equal keys counts.
async function sql(connection, statement) {
  const { stdout } = await run("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", connection, "-c", statement]);
  return stdout.trim();
}

async function free_port() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function until_ready(address, server, output) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the service ended with ${server.exitCode}:\n${output()}`);
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(50);
  }
}

// Starts a service of one's own. `stage`: the demonstration's, or null for an empty service, whose first
// invitation is then in `invitation`. Gives address, accounts, var (its folder; letters are in var/mail),
// sql(statement) as the owner, awards(...arguments) for the command line, stop().
export async function start_service({ stage = "open", settings = {} } = {}) {
  const cluster = needed("WEGO_TEST_DATABASE");
  const binary = needed("WEGO_TEST_BINARY");
  const port = await free_port();
  const name = `wego_browser_${process.pid}_${port}`;
  const folder = await mkdtemp(path.join(tmpdir(), "wego-browser-"));
  const owner = `${cluster} dbname=${name}`;
  const address = `http://localhost:${port}`;
  // The service refuses what looks like a setting and is none.
  const { WEGO_SCREENSHOTS: _, ...inherited } = process.env;
  const environment = {
    ...inherited,
    WEGO_SERVER_PORT: String(port),
    WEGO_SERVER_PUBLIC_ADDRESS: address,
    WEGO_SERVER_METRICS_PORT: "0",
    WEGO_PATHS_VAR: folder,
    WEGO_PATHS_ASSETS: path.join(path.dirname(binary), "assets"),
    WEGO_DATABASE_CONNECTION: `${owner} user=wego_app`,
    WEGO_DATABASE_OWNER_CONNECTION: owner,
    // A slow machine is no reason to fail: these limits guard a service, not a test.
    WEGO_DATABASE_STATEMENT_TIMEOUT_MS: "60000",
    WEGO_DATABASE_IDLE_IN_TRANSACTION_TIMEOUT_MS: "60000",
    WEGO_DEMONSTRATION_ENABLED: String(stage !== null),
    ...settings,
  };
  const awards = async (...words) => (await run(binary, words, { cwd: root, env: environment })).stdout;

  await sql(cluster, `create database ${name}`);
  // Roles are of the whole cluster: two programs that grant them at one instant would refuse each other.
  await run("flock", [path.join(tmpdir(), "wego-migrate.lock"), binary, "migrate"], { cwd: root, env: environment });
  let invitation = null;
  let accounts = null;
  if (stage === null) {
    invitation = await awards("user", "invite");
  } else {
    await awards("demo", "--stage", stage);
    accounts = JSON.parse(await readFile(path.join(folder, "demo/accounts.json"), "utf8"));
  }

  let said = "";
  const server = spawn(binary, ["serve"], { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said = (said + text).slice(-20000)));
  const ended = new Promise((done) => server.once("exit", done));
  await until_ready(address, server, () => said);

  async function stop() {
    server.kill("SIGTERM");
    const code = await ended;
    await sql(cluster, `drop database if exists ${name} with (force)`);
    await rm(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the service ended with ${code}:\n${said}`);
  }
  return { address, accounts, invitation, var: folder, sql: (statement) => sql(owner, statement), awards, log: () => said, stop };
}

// A Chromium with a fresh profile that talks to nobody but the service.
export function open_browser() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

// The violations of WCAG 2.2 A and AA on the page as it is now, one line each; needs JavaScript.
export async function accessibility_problems(page) {
  // Through the debugger, which the page's content security policy does not bind.
  await page.evaluate(await readFile(axe_script, "utf8"));
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
}

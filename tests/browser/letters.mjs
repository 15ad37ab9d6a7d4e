// The letters of a service without a mail server, as they lie in var/mail: what a person's mail program would show.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

function header_of(head, name) {
  const unfolded = head.replace(/\r\n[ \t]/g, " ");
  const value = new RegExp(`^${name}: (.*)$`, "mi").exec(unfolded)?.[1] ?? "";
  // White space between two encoded words is not part of the text (RFC 2047).
  return value.replace(/\?= =\?/g, "?==?")
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word) => Buffer.from(word, "base64").toString("latin1"))
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}

function text_of(body) {
  const plain = body.split("--=_alternative_=")[1].split("\r\n\r\n").slice(1).join("\r\n\r\n");
  const bytes = plain.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replace(/\r\n/g, "\n");
}

// All letters: { to, subject, text }, in no order; text is the plain part with its lines joined.
export async function read_letters(service) {
  const folder = path.join(service.var, "mail");
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
  return Promise.all(files.map(async (name) => {
    const mime = await readFile(path.join(folder, name), "latin1");
    const [head] = mime.split("\r\n\r\n", 1);
    return {
      to: /<([^>]*)>/.exec(header_of(head, "To"))[1],
      subject: header_of(head, "Subject"),
      text: text_of(mime.slice(head.length)).replace(/\n(?!\n)/g, " "),
    };
  }));
}

// Waits until nothing waits in the outbox, and says if a letter failed.
export async function until_letters_are_sent(service) {
  for (;;) {
    const [waiting, failed] = (await service.sql(
      "select count(*) filter (where state in ('queued', 'leased')), count(*) filter (where state = 'failed') from letter"))
      .split("|").map(Number);
    if (failed > 0) throw new Error(`letters failed: ${await service.sql("select last_error from letter where state = 'failed'")}`);
    if (waiting === 0) return;
    await pause(100);
  }
}

const longest_wait = 60_000;

// Waits for a letter to `address` that says `about`, in its subject or its text.
export async function letter_to(service, address, about) {
  const until = Date.now() + longest_wait;
  for (;;) {
    const letters = (await read_letters(service)).filter((letter) => letter.to === address);
    const found = letters.find((letter) => about.test(`${letter.subject} ${letter.text}`));
    if (found) return found;
    if (Date.now() > until)
      throw new Error(`no letter to ${address} says ${about}; there are: ${letters.map((letter) => letter.subject).join("; ")}`);
    await pause(50);
  }
}

// The letter's link to an address that begins with `path`, without the service's own address.
export function link_in(letter, path) {
  const found = new RegExp(`https?://[^/\\s]+(${path}[^\\s>]*)`).exec(letter.text);
  if (!found) throw new Error(`the letter has no link to ${path}: ${letter.text}`);
  return found[1];
}

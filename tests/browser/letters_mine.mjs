// The letters that the service laid down in var/mail: found by address, decoded, their link taken out.
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const longest_wait = 30_000;

function from_quoted_printable(text) {
  const bytes = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, pair) => String.fromCharCode(parseInt(pair, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

// RFC 2047: =?utf-8?B?…?= and =?utf-8?Q?…?=
function from_encoded_words(text) {
  return text.replace(/\?=\s+=\?/g, "?==?").replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, coded) =>
    kind.toLowerCase() === "b" ? Buffer.from(coded, "base64").toString("utf8") : from_quoted_printable(coded.replace(/_/g, " ")));
}

async function read_letter(file) {
  const raw = await readFile(file, "utf8");
  const end = raw.indexOf("\r\n\r\n");
  const headers = {};
  for (const line of raw.slice(0, end).replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
    const colon = line.indexOf(":");
    headers[line.slice(0, colon).toLowerCase()] = from_encoded_words(line.slice(colon + 1).trim());
  }
  const mark = /boundary="([^"]+)"/.exec(headers["content-type"])[1];
  const parts = {};
  for (const part of raw.slice(end).split(`--${mark}`)) {
    const kind = /Content-Type: (text\/\w+)/i.exec(part);
    if (kind) parts[kind[1]] = from_quoted_printable(part.slice(part.indexOf("\r\n\r\n") + 4));
  }
  const to = /<([^>]+)>/.exec(headers.to)?.[1] ?? headers.to;
  const { mtimeMs: at } = await stat(file);
  return { file, to, at, subject: headers.subject, text: parts["text/plain"], html: parts["text/html"] };
}

// Letters never change once they lie there, so each is read once.
const known = new Map();

export async function letters_to(service, address) {
  const folder = path.join(service.var, "mail");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
  for (const name of names) {
    const file = path.join(folder, name);
    if (!known.has(file)) known.set(file, await read_letter(file));
  }
  return [...known.values()]
    .filter((letter) => letter.file.startsWith(folder) && letter.to === address)
    .sort((one, other) => one.at - other.at);
}

// Waits until a letter to `address` has come that says `about` (in subject or text), and gives the one that came last.
export async function letter_to(service, address, about) {
  const says = (letter) => `${letter.subject}\n${letter.text}`.replace(/\s+/g, " ").match(about);
  const until = Date.now() + longest_wait;
  for (;;) {
    const found = (await letters_to(service, address)).filter(says);
    if (found.length > 0) return found.at(-1);
    if (Date.now() > until) {
      const had = (await letters_to(service, address)).map((letter) => letter.subject).join("; ");
      throw new Error(`no letter to ${address} about ${about}; there are: ${had}`);
    }
    await pause(50);
  }
}

// The first link of a letter that leads to `path`, without the service's address.
export function link_in(letter, to) {
  const found = new RegExp(`https?://[^/\\s]+(${to}[^\\s>]*)`).exec(letter.text);
  if (!found) throw new Error(`the letter has no link to ${to}:\n${letter.text}`);
  return found[1];
}

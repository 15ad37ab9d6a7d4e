// The certificates of the winners, from the PDF to the public page that says whether one is valid, and what a correction
// after the announcement makes of them (P4).
import assert from "node:assert/strict";
import { open_pdf } from "./certificates.mjs";
import { read_letters, until_letters_are_sent } from "./letters.mjs";
import { expect_notice, fill_minutes, follow, go, press, read_main, read_table } from "./reading.mjs";
import { confirm_by_second, prove_presence } from "./two_people.mjs";

const a4_landscape = /^841\.\d+ x 595\.\d+$/;
const without_gaps = (text) => text.replace(/\s+/g, "");

async function list_certificates({ service, edition, first }) {
  await go(first, `${service.address}/office/${edition}/certificates`);
  return read_table(first, "Certificates of this edition");
}

const is_of = (prize, name = prize.City) => (one) =>
  one.Kind === "Winner" && one.Name === name && one.Prize === prize.Prize && one.Category === prize.Category;

async function expect_certificate(visitor, address, heading) {
  await go(visitor, address);
  assert.equal((await visitor.locator("h1").textContent()).trim(), `This certificate ${heading}`);
}

async function open_all({ service, edition, first }) {
  const answer = await first.request.get(`${service.address}/office/${edition}/certificates/all.pdf`);
  assert.equal(answer.headers()["content-type"], "application/pdf");
  return open_pdf(await answer.body());
}

// One page for each winner among all of the edition in one PDF; the QR code of one leads to "valid".
export async function check_certificates(play, prizes) {
  const { service, visitor, city_page } = play;
  const listed = await list_certificates(play);
  assert.equal(listed.filter((one) => one.Kind === "Winner").length, prizes.length);
  assert.ok(listed.every((one) => one.State === "Valid"));
  const pdf = await open_all(play);
  try {
    assert.equal(pdf.pages.length, listed.length);
    for (const size of pdf.sizes) assert.match(size, a4_landscape);
    assert.deepEqual(pdf.fonts.filter((font) => !font.embedded), []);
    const pages = pdf.pages.map(without_gaps);
    for (const prize of prizes) {
      const { Number: serial } = listed.find(is_of(prize));
      const found = pages.filter((page) => page.includes(without_gaps(`${service.address}/verify/${serial}`)));
      assert.equal(found.length, 1, `${serial} has one page`);
      for (const words of [prize.Prize, prize.City, prize.Country, prize.Project, prize.Category])
        assert.ok(found[0].includes(without_gaps(words)), `the certificate of ${prize.City} says ${words}`);
    }
    const { Number: serial } = listed.find(is_of(prizes[0]));
    const address = `${service.address}/verify/${serial}`;
    const number = pages.findIndex((page) => page.includes(without_gaps(address))) + 1;
    assert.equal(await pdf.qr_code(number), address);
    await expect_certificate(visitor, address, "is valid");
    assert.ok((await read_main(visitor)).includes(prizes[0].City));
  } finally {
    await pdf.close();
  }

  await go(city_page, `${service.address}/my`);
  const own = await city_page.locator("main a[href^='/my/entries/']").evaluateAll((all) => all.map((one) => one.pathname));
  await go(city_page, service.address + own[0].split("/").slice(0, 4).join("/"));
  const link = city_page.getByRole("button", { name: "Certificate (PDF)" });
  const answer = await city_page.request.get(service.address + (await link.getAttribute("href")));
  assert.equal(answer.status(), 200);
  assert.equal((await answer.body()).subarray(0, 5).toString(), "%PDF-");
}

async function open_correction({ service, edition, first }, prize) {
  await go(first, `${service.address}/office/${edition}/corrections`);
  await follow(first, first.getByRole("link", { name: `${prize.City}: ${prize.Project}`, exact: true }));
}

// P4: a city's name is put right; the old certificate says that it is superseded and by which, the new one is valid.
export async function check_correction(play, prizes) {
  const { service, first, visitor } = play;
  const prize = prizes[0];
  const name = `${prize.City} (City of)`;
  const before = await list_certificates(play);
  const old = before.find(is_of(prize));
  // The city's name stands on the certificate of each of its entries.
  const of_the_city = before.filter((one) => one.Name === prize.City && one.State === "Valid").length;
  const told = (await read_letters(service)).length;
  await open_correction(play, prize);
  await first.getByLabel("What is corrected").selectOption({ label: "Correct how its names are printed" });
  await first.getByLabel("The city's name, as it is to be printed").fill(name);
  await fill_minutes(first, "The city's name was printed wrongly.");
  await press(first, "Make the correction");
  await expect_notice(first, "The correction has been made");

  await expect_certificate(visitor, `${service.address}/verify/${old.Number}`, "has been superseded");
  await follow(visitor, visitor.getByRole("link", { name: "See the certificate that is valid now" }));
  assert.equal((await visitor.locator("h1").textContent()).trim(), "This certificate is valid");
  assert.ok((await read_main(visitor)).includes(name));
  const listed = await list_certificates(play);
  assert.equal(listed.find((one) => one.Number === old.Number).State, "Superseded");
  assert.equal(listed.find(is_of(prize, name)).State, "Valid");
  const pdf = await open_all(play);
  const pages = pdf.pages.map(without_gaps);
  await pdf.close();
  assert.equal(pages.filter((page) => page.includes(without_gaps(old.Number))).length, 0);
  assert.equal(pages.filter((page) => page.includes(without_gaps(name))).length, of_the_city);
  await go(visitor, `${service.address}/winners`);
  assert.equal(await visitor.getByRole("link", { name, exact: true }).count(), prizes.filter((one) => one.City === prize.City).length);
  await until_letters_are_sent(service);
  assert.ok((await read_letters(service)).length > told, "the city is told of its new certificate");
}

// P4: a winner withdraws after the announcement. It stays on the page, with its state and the day.
export async function check_withdrawal(play, prizes) {
  const { service, first, visitor } = play;
  const prize = prizes.at(-1);
  const { Number: serial } = (await list_certificates(play)).find(is_of(prize));
  await open_correction(play, prize);
  await first.getByLabel("What is corrected").selectOption({ label: "Take the prize back: ask a second person to confirm" });
  await fill_minutes(first, "The city wrote that it withdraws.", { public_note: "The city has withdrawn its entry." });
  await press(first, "Make the correction");
  await prove_presence(first, play.first_secret);
  const address = `${service.address}/office/${play.edition}`;
  await confirm_by_second(first, { page: play.second, secret: play.second_secret }, `${address}/two-people`);
  await go(first, `${address}/corrections`);
  const row = (await read_table(first, "Prizes")).find((one) => one["City and project"].includes(prize.Project));
  assert.equal(row.State, "Revoked");
  assert.match(row.Since, /^\d{1,2} [A-Z][a-z]+ \d{4}, /);

  await go(visitor, `${service.address}/winners`);
  const winner = visitor.locator(".wego-winner", { hasText: prize.Project });
  assert.match(await winner.textContent(), /Revoked on \d{4}-\d\d-\d\d: The city has withdrawn its entry\./);
  assert.equal((await read_main(visitor)).split("The city has withdrawn its entry.").length, 2, "it is said once");
  await follow(visitor, winner.getByRole("link"));
  assert.match(await visitor.locator(".wego-winner", { hasText: prize.Project }).textContent(), /Revoked on/);
  await expect_certificate(visitor, `${service.address}/verify/${serial}`, "has been revoked");
}

// What everybody else sees of the result: nothing before the announcement (P3), and then pages and letters together.
import assert from "node:assert/strict";
import { follow, go, read_main } from "./reading.mjs";
import { read_letters, until_letters_are_sent } from "./letters.mjs";

const result_subject = /^(\[Demonstration\] )?(Congratulations|The result for|The winners of)/;

// The bytes of every public page that could tell something, as nobody gets them.
export async function read_public({ service, edition }) {
  const cities = (await service.sql("select distinct city_id from entry order by city_id")).split("\n");
  const paths = ["/", "/editions", `/editions/${edition}`, `/editions/${edition}/questions`, `/editions/${edition}/winners`,
    "/winners", "/certificates", ...cities.map((city) => `/cities/${city}`)];
  const seen = {};
  for (const path of paths) {
    const answer = await fetch(service.address + path);
    seen[path] = `${answer.status} ${await answer.text()}`;
  }
  return seen;
}

async function read_own_pages({ service, city_page }) {
  await go(city_page, `${service.address}/my`);
  const links = await city_page.locator("main a[href^='/my/entries/']").evaluateAll((all) => all.map((one) => one.pathname));
  const entries = [...new Set(links.map((path) => path.split("/").slice(0, 4).join("/")))];
  const seen = { "/my": await read_main(city_page) };
  for (const path of entries) {
    await go(city_page, service.address + path);
    seen[path] = await read_main(city_page);
  }
  return seen;
}

// P3: the ratified result is nowhere outside the office. `before`: read_public() from before there was a slate.
export async function check_embargo(play, before, prizes) {
  const { service, edition, first, city_page, visitor } = play;
  const now = await read_public(play);
  // The tier that was added is public at once; who holds it is not.
  for (const path of Object.keys(before)) if (path !== "/" && path !== `/editions/${edition}`) assert.equal(now[path], before[path], path);
  for (const path of ["/", `/editions/${edition}`, `/editions/${edition}/winners`])
    for (const { Project } of prizes) assert.ok(!now[path].includes(Project), `${path} names ${Project}`);

  await go(visitor, `${service.address}/winners`);
  for (const { Project } of prizes) assert.ok(!(await read_main(visitor)).includes(Project));
  for (const [path, text] of Object.entries(await read_own_pages(play))) {
    assert.doesNotMatch(text, /awarded|no prize this time|Certificate \(PDF\)/i, path);
    for (const { Prize } of prizes) assert.ok(!text.includes(Prize), `${path} names ${Prize}`);
    if (path !== "/my") assert.equal((await city_page.request.get(`${service.address}${path}/certificate`)).status(), 404);
  }

  for (const path of ["certificates", "certificates/all.pdf", "results.csv", "stage-list.csv", "corrections"]) {
    const address = `${service.address}/office/${edition}/${path}`;
    assert.equal((await first.request.get(address)).status(), 404, `${path}, to the secretariat`);
    assert.equal((await city_page.request.get(address)).status(), 404, `${path}, to a city`);
    assert.equal((await visitor.request.get(address)).status(), 401, `${path}, to nobody`);
  }
  for (const path of ["slate", "ratify", "announce", "tally", "decisions"])
    assert.equal((await city_page.request.get(`${service.address}/office/${edition}/${path}`)).status(), 404, path);

  await until_letters_are_sent(service);
  for (const letter of await read_letters(service)) {
    assert.doesNotMatch(letter.subject, result_subject);
    if (/slate/i.test(letter.subject + letter.text)) assert.match(letter.to, /@secretariat\./);
  }
  assert.equal(await service.sql("select count(*) from prize"), "0");
  assert.equal(await service.sql("select count(*) from certificate"), "0");
}

// The announced pages: each prize with its city and project, at its place; the city's own page and its entry.
export async function check_public_pages(play, prizes) {
  const { service, edition, visitor } = play;
  await go(visitor, `${service.address}/winners`);
  const shown = await visitor.locator(".wego-category").evaluateAll((categories) => categories.flatMap((category) =>
    [...category.querySelectorAll(".wego-winner")].map((winner) => ({
      Category: category.querySelector("h2").textContent.trim(),
      Prize: winner.querySelector(".wego-winner__tier").textContent.trim(),
      City: winner.querySelector(".wego-winner__city").textContent.trim(),
      Country: winner.querySelector(".wego-winner__country").textContent.trim(),
      Project: winner.querySelector(".wego-winner__project").textContent.trim(),
    }))));
  assert.deepEqual(shown, prizes);
  assert.match(await read_main(visitor), /was added because of the number and the quality/, "the public note of the third tier");

  for (const { City, Project, Prize } of [prizes[0], prizes.at(-1)]) {
    await go(visitor, `${service.address}/editions/${edition}/winners`);
    await follow(visitor, visitor.locator(".wego-winner", { hasText: Project }).getByRole("link", { name: City, exact: true }));
    const award = visitor.locator(".wego-winner", { hasText: Project });
    assert.ok((await award.textContent()).includes(Prize), `the page of ${City} shows its prize`);
  }
  const own = Object.entries(await read_own_pages(play)).filter(([path]) => path !== "/my");
  for (const [path, text] of own) {
    const title = await service.sql(`select title from entry where id = ${Number(path.split("/")[3])}`);
    const prize = prizes.find((one) => one.Project === title);
    if (prize) assert.ok(text.includes(`${prize.Prize} in ${prize.Category}`) && text.includes("Announced: awarded"), path);
    else assert.match(text, /Announced: no prize this time|Found not eligible|Withdrawn|lapsed|closed before/, path);
  }
}

// Won and not won, each to the applicants of that entry's city and its contact (E8), and to nobody else; one letter a person and entry.
export async function check_letters(play, prizes) {
  const { service } = play;
  await until_letters_are_sent(service);
  const letters = (await read_letters(service)).filter((letter) => result_subject.test(letter.subject));
  const judged = (await service.sql(
    `select p.email, e.title from entry e join applicant a on a.city_id = e.city_id and a.confirmed_at is not null
     join person p on p.id = a.person_id where e.state in ('awarded', 'not_awarded')
     union select lower(w.value), e.title from entry e join answer w on w.entry_id = e.id and w.question = 'contact_email'
     where e.state in ('awarded', 'not_awarded') and w.value <> '' and not exists (select from person p where p.email = lower(w.value)
       and (exists (select from applicant a where a.person_id = p.id and a.city_id = e.city_id and a.confirmed_at is not null)
            or exists (select from judge j where j.person_id = p.id and j.edition_id = e.edition_id)))`)).split("\n").map((row) => row.split("|"));
  const wanted = judged.map(([to, title]) => {
    const prize = prizes.find((one) => one.Project === title);
    return prize ? `${to}: Congratulations: “${title}” wins the ${prize.Prize}` : `${to}: The result for “${title}”`;
  });
  const about_entries = letters.filter((letter) => !/The winners of/.test(letter.subject));
  const bare = (subject) => subject.replace(/^\[Demonstration\] /, "");
  assert.deepEqual(about_entries.map((letter) => `${letter.to}: ${bare(letter.subject)}`).sort(), wanted.sort());
  for (const letter of about_entries) {
    const won = /Congratulations/.test(letter.subject);
    assert.match(letter.text, won ? /has awarded/ : /is not among the winners this time/);
    assert.match(letter.text, new RegExp(`${service.address}/my/entries/\\d+`));
  }
  const others = letters.filter((letter) => /The winners of/.test(letter.subject)).map((letter) => letter.to).sort();
  assert.deepEqual(others, (await service.sql(
    `select distinct email from person p where exists (select from secretariat s where s.person_id = p.id)
     or exists (select from judge j where j.person_id = p.id and j.left_at is null) order by email`)).split("\n").sort());
}


// The second half of an edition in the browser: from the close of judging to the corrections after the announcement.
// Each step is what one of the secretariat does, with what must be seen; play_result() is all of them in order.
// A step takes { service, edition (its key), first, second (pages signed in as two members of the secretariat), their
// secrets of one-time codes (first_secret, second_secret),
// city_page (signed in as an applicant), visitor (a page of nobody) }, with JavaScript or without.
import assert from "node:assert/strict";
import { check_certificates, check_correction, check_withdrawal } from "./result_certificates.mjs";
import { check_embargo, check_letters, check_public_pages, read_public } from "./result_public.mjs";
import { expect_notice, fill_minutes, follow, go, press, read_main, read_table } from "./reading.mjs";
import { confirm_by_second, prove_presence, send_once_more } from "./two_people.mjs";

export { check_certificates, check_correction, check_withdrawal, check_embargo, check_letters, check_public_pages };

export const office = ({ service, edition }, path) => `${service.address}/office/${edition}${path}`;

function expect_order(category, rows, drawn) {
  assert.ok(rows.length > 0, `${category} has no entry`);
  assert.deepEqual(drawn, rows.map((row) => row.Entry), `${category} is drawn as it is listed`);
  let before = null;
  for (const [at, row] of rows.entries()) {
    assert.match(row["Lowest and highest"], /^\d+\.\d\d – \d+\.\d\d$/);
    const [low, high] = row["Lowest and highest"].split(" – ").map(Number);
    assert.ok(low <= Number(row.Value) && Number(row.Value) <= high, `${row.Entry} lies outside its spread`);
    const ties = rows.filter((other) => other.Exactly === row.Exactly).length > 1;
    assert.equal(row.Rank.endsWith("="), ties, `${category}, ${row.Entry}: a tie is shown as one`);
    if (!before || before.Exactly !== row.Exactly) assert.equal(parseInt(row.Rank), at + 1);
    if (before) assert.ok(Number(before.Value) >= Number(row.Value), `${category} is not in order`);
    before = row;
  }
}

const list_links = (page, part) => page.locator(`main table a[href*='${part}']`).evaluateAll((all) =>
  all.map((link) => ({ text: link.textContent.trim(), href: link.href, row: link.closest("tr").cells[0].lastElementChild.textContent.trim() })));

// J6: each category with rank, value, spread and ties, drawn as well as listed. Makes the tally if nobody has.
// Gives { category: rows }.
export async function show_tally(play) {
  const page = play.first;
  await go(page, office(play, "/tally"));
  if (await page.getByRole("heading", { name: "Make the first tally" }).count()) {
    await page.getByLabel("Why a tally is made").fill("Judging was closed");
    await press(page, "Make the tally");
    await expect_notice(page, "The tally has been made and kept with its hash");
  }
  const states = await read_table(page, "Where each category stands");
  const links = await list_links(page, "/tally?category=");
  assert.deepEqual(links.map((link) => link.text), states.map((row) => row.Category));
  const rankings = {};
  for (const { text, href } of links) {
    await go(page, href);
    const drawn = await page.locator("main svg[aria-labelledby^='ranking-'] .wego-chart__name").allTextContents();
    rankings[text] = await read_table(page, "Order, exact value and spread");
    expect_order(text, rankings[text], drawn);
  }
  assert.ok(links.length > 0, "the tally shows no category");
  return rankings;
}

export async function read_slate(play, page = play.first) {
  await go(page, office(play, "/slate"));
  return read_table(page, "Prizes by category and tier");
}

const same_prizes = (slots) => slots.map((slot) => `${slot.Category} | ${slot.Prize} | ${slot["Winner or reason"]} | ${slot.State}`).sort();

// P1, J10: after judging was closed, with a public note, proposed by one and confirmed by another; every prize that was
// proposed before stays as it was.
export async function add_third_tier(play, name = "Most Promising e-Government Prize") {
  const page = play.first;
  const before = await read_slate(play);
  assert.ok(before.every((slot) => slot.Prize !== name), "the tier is there already");
  assert.match(await read_main(page), /Deliberation/);
  await follow(page, page.getByRole("link", { name: "Add a tier or more prizes" }));
  await page.getByLabel("Name of the new tier").fill(name);
  await page.getByLabel("Prizes in each category").fill("1");
  await press(page, "Propose it");
  assert.match(await read_main(page), /Give the reason for the decision/, "a decision has a reason");
  assert.equal(await page.getByLabel("Name of the new tier").inputValue(), name, "what was typed is still there");
  await fill_minutes(page, "The number and the quality of the entries call for a third prize.",
    { public_note: `The ${name} was added because of the number and the quality of the entries.` });
  await press(page, "Propose it");
  await expect_notice(page, "The proposal waits for a second person of the secretariat");
  assert.match(await read_main(page), /somebody else of the secretariat confirms or rejects it/);
  assert.deepEqual(same_prizes(await read_slate(play)), same_prizes(before), "a proposal adds nothing yet");
  await go(play.second, office(play, ""));
  await follow(play.second, play.second.getByRole("link", { name: "More prizes are proposed" }));
  await press(play.second, "Confirm: add these prizes");
  await expect_notice(play.second, "a new version of the rules stands");
  const after = await read_slate(play);
  assert.deepEqual(same_prizes(after.filter((slot) => slot.Prize !== name)), same_prizes(before));
  assert.equal(after.filter((slot) => slot.Prize === name).length, new Set(before.map((slot) => slot.Category)).size);
  await go(page, office(play, "/decisions"));
  assert.match(await read_main(page), /A tier added.*call for a third prize/);
}

async function read_rungs(page) {
  const sections = page.locator("main section").filter({ has: page.locator("h2", { hasText: /^Rung \d+$/ }) });
  return Promise.all((await sections.all()).map(async (section) => ({
    name: (await section.locator("p").first().textContent()).trim(),
    said: (await section.locator("li").allTextContents()).map((line) => line.trim()),
  })));
}

// The form that the ladder waits with, if it waits: a ballot, the chair's word or the panel's decision.
async function answer_ladder(page) {
  const votes = page.locator("main select[name^='vote.']");
  const places = page.locator("main select[name^='place.']");
  if (await votes.count())
    for (const vote of await votes.all()) await vote.selectOption({ index: 1 });
  else if (await places.count())
    for (const [at, place] of (await places.all()).entries()) await place.selectOption({ index: at + 1 });
  else return false;
  await fill_minutes(page, "The panel voted on the tie.");
  await press(page, "Record the decision");
  await expect_notice(page, "The decision is in the minutes");
  return true;
}

// J7: every tie at a prize line goes down the ladder; the rung that settles it is shown. Gives the ties:
// { category, rungs: [{ name, said }] , by_people }.
export async function break_tie(play) {
  const page = play.first;
  await go(page, office(play, "/tally"));
  const links = await list_links(page, "/ties/");
  const ties = [];
  for (const { row: category, href } of links) {
    await go(page, href);
    let by_people = false;
    while (await answer_ladder(page)) by_people = true;
    const rungs = await read_rungs(page);
    assert.match(rungs.at(-1).said[0], /^(It decided\.|The prize is shared\.)$/, `the ladder of ${category} does not end`);
    assert.match(rungs.at(-1).said.slice(1).join(" "), /The order: \d+\./, "the ladder says for whom it decided");
    for (const rung of rungs.slice(0, -1)) assert.doesNotMatch(rung.said[0], /It waits for people/);
    ties.push({ category, rungs, by_people });
  }
  assert.ok(ties.length > 0, "no tie lies at a prize line");
  for (const slot of await read_slate(play)) assert.doesNotMatch(slot.State, /Tie|Waits/, `${slot.Category}, ${slot.Prize}`);
  return ties;
}

// P2: one prize is withheld with a reason and given after all; the slate is then what it was.
export async function withhold_and_lift(play) {
  const page = play.first;
  const before = await read_slate(play);
  const decide = async (reason, lifted) => {
    await go(page, office(play, "/slate/withhold"));
    await page.getByLabel("Which prize").selectOption({ index: 1 });
    if (lifted) await page.getByLabel("Give it after all").check();
    await fill_minutes(page, reason);
    await press(page, "Record the decision");
    await expect_notice(page, "The decision is in the minutes");
    return read_table(page, "Prizes by category and tier");
  };
  const withheld = (await decide("No entry was found worthy.", false)).filter((slot) => slot.State === "Withheld");
  assert.deepEqual(withheld.map((slot) => slot["Winner or reason"]), ["No entry was found worthy."]);
  assert.deepEqual(same_prizes(await decide("The panel looked at it once more.", true)), same_prizes(before));
}

// Gives the prizes as they are to be ratified: rows of Category, Prize, City, Country, Project.
export async function build_slate(play, { expect_fifteen = true } = {}) {
  const page = play.first;
  await go(page, office(play, "/slate"));
  assert.doesNotMatch(await read_main(page), /Stands in the way/);
  await press(page, "Build the slate");
  await expect_notice(page, "The slate has been built");
  const prizes = await read_table(page, "Prizes of this slate");
  if (expect_fifteen) {
    assert.equal(prizes.length, 15);
    for (const key of ["Category", "Prize"]) assert.equal(new Set(prizes.map((prize) => prize[key])).size, key === "Prize" ? 3 : 5);
    assert.equal(new Set(prizes.map((prize) => `${prize.Category}, ${prize.Prize}`)).size, 15);
  }
  return prizes;
}

// Two different people: the first cannot approve a second time, not even from a page that was open before.
export async function ratify_by_two(play) {
  const { first, second } = play;
  const approve = "I approve exactly these prizes";
  const still_open = await first.context().newPage();
  for (const page of [first, still_open]) await go(page, office(play, "/ratify"));
  await press(first, approve);
  await prove_presence(first, play.first_secret);
  await expect_notice(first, "You have approved the slate. A second person has to approve it too");
  assert.equal(await first.getByRole("button", { name: approve }).count(), 0);
  await press(still_open, approve);
  await send_once_more(still_open);
  assert.match(await read_main(still_open), /Two different people have to approve/);
  await still_open.close();
  await go(first, office(play, "/ratify"));
  assert.equal((await read_table(first, "Approvals")).length, 1);

  await go(second, office(play, "/ratify"));
  await press(second, approve);
  await prove_presence(second, play.second_secret);
  await expect_notice(second, "The slate is ratified");
  const approvals = await read_table(second, "Approvals");
  assert.equal(new Set(approvals.map((one) => one.Who)).size, 2);
  assert.equal(new Set(approvals.map((one) => one["Hash that was approved"])).size, 1);
}

// By hand, after the winners were read back, by two people (T5); a wrong year announces nothing.
export async function announce(play, prizes) {
  const page = play.second;
  await go(page, office(play, "/announce"));
  assert.deepEqual(await read_table(page, "Prizes of this slate"), prizes);
  const go_on = "Ask a second person to confirm: Announce the result now";
  await page.getByLabel("Type the year of the edition").fill("1999");
  await press(page, go_on);
  assert.match(await page.locator(".govuk-error-summary").textContent(), /to confirm that you read the winners back/);
  const year = /Type (\d{4}) to confirm/.exec(await read_main(page))[1];
  await page.getByLabel("Type the year of the edition").fill(year);
  await press(page, go_on);
  await prove_presence(page, play.second_secret);
  await confirm_by_second(page, { page: play.first, secret: play.first_secret }, office(play, "/two-people"));
}

// All of it. The edition is in deliberation with two tiers; city_page belongs to a city with an eligible entry.
export async function play_result(given) {
  const visitor = given.visitor ?? await given.first.context().browser().newPage();
  const play = { ...given, visitor };
  const before = await read_public(play);
  const tally = await show_tally(play);
  await add_third_tier(play);
  const ties = await break_tie(play);
  await withhold_and_lift(play);
  await show_tally(play);
  const prizes = await build_slate(play, play);
  await ratify_by_two(play);
  await check_embargo(play, before, prizes);
  await announce(play, prizes);
  await check_public_pages(play, prizes);
  await check_letters(play, prizes);
  await check_certificates(play, prizes);
  await check_correction(play, prizes);
  await check_withdrawal(play, prizes);
  if (!given.visitor) await visitor.close();
  return { tally, ties, prizes };
}

// The whole edition in the browser, from an empty service to the announced result: played twice, with JavaScript and
// with JavaScript switched off. Each step says what it proves; the steps themselves are in *_steps.mjs, what is played
// is in made_up.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { a_person, accept_invitation, found_secretariat, seated, side_by_side, sign_in, sign_out, sit_down } from "./accounts.mjs";
import { open, says } from "./browsing.mjs";
import * as call from "./call_steps.mjs";
import { accessibility_problems, desktop, open_browser, phone, start_service } from "./harness.mjs";
import * as judging from "./judging_steps.mjs";
import { letter_to } from "./letters.mjs";
import { applicant_of, cities, entries, judges, lapsing, rejected, secretariat, stepping_off, third } from "./made_up.mjs";
import { play_result } from "./result_steps.mjs";

// Letters go out every second, the hash of a password costs little, and a busy machine gets its time: this test is about
// none of these.
const quick = {
  WEGO_JOBS_OUTBOX_SECONDS: "1", WEGO_SECURITY_PASSWORD_MEMORY_KIB: "8192", WEGO_SECURITY_PASSWORD_PASSES: "1",
  WEGO_DATABASE_STATEMENT_TIMEOUT_MS: "60000", WEGO_DATABASE_LOCK_TIMEOUT_MS: "60000" };

let browser;
before(async () => { browser = await open_browser(); });
after(async () => { await browser?.close(); });

async function is_accessible(play, page, address) {
  if (!play.script) return;
  await page.setViewportSize(phone);
  if (address) await open(page, address);
  assert.deepEqual(await accessibility_problems(page), [], page.url());
  await page.setViewportSize(play.viewport);
}

const entry_called = (key) => entries.find((one) => one.key === key);
const judge_called = (play, name) => play.judges.find((one) => one.name === name);

// One city's whole time in the call: an account, its city, its entries with a receipt each.
async function city_takes_part(play, person, city) {
  await call.join_city(play, person, city);
  for (const one of [...entries, rejected].filter((each) => each.city === city))
    play.at.set(one.key, await call.enter_project(play, person, one));
}

async function prepare(play, step) {
  await step("the first member signs in by the printed link and sets up one-time codes; the link is good once", async () => {
    const [first] = secretariat;
    play.first = await sit_down(play, a_person(first.name, first.email));
    await found_secretariat(play, play.first);
    const printed = /(\/first-secretariat\/\S+)/.exec(play.service.invitation)[1];
    play.visitor = await sit_down(play, a_person("", ""));
    const again = await play.visitor.page.goto(printed);
    assert.equal(again.status(), 404, "a second time");
  });
  await step("an edition is imported from a TOML file, and its calendar set by form (E4)", async () => {
    await call.import_edition(play.first);
    await call.set_calendar(play.first, play);
    await is_accessible(play, play.first.page, call.office);
  });
  await step("a second member and seven judges are invited, accept by the link in their letter and set up codes", async () => {
    await call.invite_member(play.first, secretariat[1]);
    for (const judge of judges) await call.invite_judge(play.first, judge);
    play.second = await sit_down(play, a_person(secretariat[1].name, secretariat[1].email));
    await accept_invitation(play, play.second);
    await sign_out(play.second);
    await sign_in(play.second);
    await open(play.second.page, call.office);
    play.judges = judges.map(({ name, email }) => a_person(name, email));
    await side_by_side(play, play.judges, (judge) => accept_invitation(play, judge));
  });
  await step("the secretariat verifies who the judges are, and nobody sees the call before it is opened", async () => {
    for (const judge of judges) await call.check_identity(play.second, judge);
    const { page } = play.visitor;
    await open(page, "/");
    assert.ok(!(await page.content()).includes("The 2nd WeGO Awards"), "a planned edition is not public");
    await call.move_edition(play.first, "Open the call");
    await open(page, "/");
    await says(page, "The 2nd WeGO Awards");
    await is_accessible(play, page, "/");
    await is_accessible(play, page, "/register");
  });
}

async function write(play, step) {
  await step("a city's words outlive the page that they were typed into (E2)", async () => {
    play.applicants = new Map(cities.map((city) => [city, a_person(applicant_of(city).name, applicant_of(city).email)]));
    const [city] = cities;
    await seated(play, play.applicants.get(city), async (person) => {
      await call.join_city(play, person, city);
      const [one, ...others] = entries.filter((each) => each.city === city);
      const at = await call.begin_entry(person, one);
      await (play.script ? call.typed_words_survive(person, at) : call.saved_words_survive(person, at));
      await is_accessible(play, person.page, `${at}/sections/problem`);
      await call.write_entry(person, one, at);
      await call.submit_entry(play, person, one, at, await call.attach(play, person, one, at));
      play.at.set(one.key, at);
      for (const other of others) play.at.set(other.key, await call.enter_project(play, person, other));
    });
  });
  await step("eight more cities register, find themselves or are proposed, write, attach, submit and get receipts (E5, E6)", async () => {
    const city_of = new Map([...play.applicants].map(([city, person]) => [person, city]));
    await side_by_side(play, [...play.applicants.values()].slice(1), (person) => city_takes_part(play, person, city_of.get(person)));
  });
  await step("a third entry of one city is refused at submission, and the city chooses (E1)", async () => {
    const others = entries.filter((each) => each.city === third.city);
    await seated(play, play.applicants.get(third.city), (person) => call.third_entry_is_refused(person, third, others));
  });
  await step("the call is closed by two people before its deadline, and a draft that nobody finished lapses (T5)", async () => {
    await seated(play, play.applicants.get(lapsing.city), async (person) => {
      const at = await call.begin_entry(person, lapsing);
      await call.move_edition_by_two(play.first, play.second, "Close the call", "Every city on the list has submitted");
      await call.city_reads_state(person, at, "The entry was not submitted before the call closed");
      const answer = await person.page.goto(`${at}/sections/problem`);
      assert.ok(answer.status() >= 400, "a lapsed draft is not written on");
    });
  });
}

async function screen(play, step) {
  await step("judging cannot start while an entry is unscreened, and an accepted one has its whole checklist", async () => {
    await open(play.first.page, call.office);
    assert.equal(await play.first.page.getByRole("link", { name: "Start judging" }).count(), 0);
    const accepted = entries.filter((one) => !one.returned);
    await Promise.all([play.first, play.second].map(async (member, i) => {
      for (const one of accepted.filter((_, at) => at % 2 === i)) await call.accept_entry(member, one);
    }));
  });
  await step("an entry is returned, completed by its city, and accepted; another is rejected with its reason", async () => {
    const one = entries.find((each) => each.returned);
    const city = play.applicants.get(one.city);
    await call.return_entry(play.first, one);
    await seated(play, city, () => call.complete_entry(play, city, one, play.at.get(one.key)));
    await call.accept_entry(play.second, one);
    await letter_to(play.service, city.email, new RegExp(`${one.title}.*eligible|eligible.*${one.title}`));
    await call.reject_entry(play.first, rejected, "It is no project of e-government");
    const refused = play.applicants.get(rejected.city);
    await letter_to(play.service, refused.email, /It is no project of e-government/);
    await seated(play, refused, () => call.city_reads_state(refused, play.at.get(rejected.key), "It is no project of e-government"));
  });
}

// What belongs to an entry and is not there for a judge in conflict: another judge's scorecard of it, its file, its
// page in the deliberation.
function addresses_of(play, one) {
  const other = play.judges.find((judge) => play.cards.get(judge.name)?.has(one.title));
  return [play.cards.get(other.name).get(one.title), `/judging/attachments/${play.files.get(one.key)}`,
    play.at.get(one.key).replace("/my/", "/judging/")];
}

async function judge_entries(play, step) {
  await step("judges accept the terms and declare, entry by entry, before they see anything (J1)", async () => {
    await judging.assign(play.first);
    await side_by_side(play, play.judges, async (judge) => {
      await judging.accept_terms(judge);
      await judging.declare(judge);
    });
    await call.move_edition(play.first, "Start judging");
    for (const judge of play.judges) await letter_to(play.service, judge.email, /Judging is open/);
  });
  await step("a judge with a conflict, found by rule or declared, never sees the entry (J2)", async () => {
    await side_by_side(play, play.judges, async (judge) => {
      const cards = await judging.cards_of(judge);
      assert.deepEqual([...cards.keys()].sort(), judging.entries_of(judge).map((one) => one.title).sort(), judge.name);
      play.cards.set(judge.name, cards);
    });
    await side_by_side(play, play.judges, async (judge) => {
      const hidden = judging.hidden_from(judge);
      await judging.never_sees(judge, hidden, hidden.flatMap((one) => addresses_of(play, one)));
    });
  });
  await step("a score is kept as it is chosen (J4), and an end of the scale needs its reason", async () => {
    const one = entry_called("counter");
    await seated(play, play.judges[0], async (chair) => {
      const card = play.cards.get(chair.name).get(one.title);
      if (play.script) await judging.chosen_scores_survive(chair, one, card);
      await is_accessible(play, chair.page, card);
      await judging.score_entry(chair, one, card);
    });
  });
  await step("the secretariat sees how far everybody is, and no score (J5); the judges are reminded by letter", async () => {
    const all = [...play.cards.values()].reduce((sum, cards) => sum + cards.size, 0);
    await judging.office_sees_progress_only(play.first, { submitted: 1, all });
    await judging.remind_judges(play, play.second, play.judges);
  });
  await step("seven judges score every entry that is theirs; one steps off in the middle, one thinks again", async () => {
    await side_by_side(play, play.judges, async (judge) => {
      const cards = play.cards.get(judge.name);
      for (const one of judging.entries_of(judge)) {
        if (judge === play.judges[0] && one.key === "counter") continue;
        const steps_off = judge.name === stepping_off.judge && one.key === stepping_off.entry;
        if (steps_off) await judging.step_off(judge, one, cards.get(one.title));
        else await judging.score_entry(judge, one, cards.get(one.title));
      }
    });
    const again = judge_called(play, "Mustafa Omar Nawari");
    const card = play.cards.get(again.name).get(entry_called("floods").title);
    await seated(play, again, () => judging.reopen_and_resubmit(again, entry_called("floods"), card));
    const all = [...play.cards.values()].reduce((sum, cards) => sum + cards.size, 0) - 1;
    await judging.office_sees_progress_only(play.second, { submitted: all, all });
  });
  await step("judging is closed, and who has a conflict finds nothing of the entry in the deliberation either (J2, J5)", async () => {
    await call.move_edition_by_two(play.first, play.second, "Close judging", "Every scorecard is in");
    await side_by_side(play, play.judges, async (judge) => {
      const hidden = [...judging.hidden_from(judge), ...entries.filter(
        (one) => judge.name === stepping_off.judge && one.key === stepping_off.entry)];
      await judging.never_sees(judge, hidden, hidden.flatMap((one) => addresses_of(play, one)));
      await judging.reads_the_panel(judge, entry_called("tablets"), play.at.get("tablets").replace("/my/", "/judging/"));
    });
  });
}

async function announce(play, step) {
  await step("a third tier, ties broken, two people, one instant: fifteen winners with pages, letters and certificates (J6, J7, P1 to P4)", async () => {
    const { ties, prizes } = await play_result({
      service: play.service, edition: "2014", first: play.first.page, second: play.second.page,
      first_secret: play.first.secret, second_secret: play.second.secret,
      city_page: (await sit_down(play, play.applicants.get("Taipei"))).page, visitor: play.visitor.page });
    assert.equal(prizes.length, 15);
    const tie_in = (category) => ties.find((one) => one.category === category);
    assert.equal(tie_in("Services").by_people, false, "Taipei's impact is the higher: the first rung decides");
    assert.equal(tie_in("Digital Divide").by_people, true, "only people can tell Tartu and Da Nang apart");
    const winner = (category, tier) => prizes.find((one) => one.Category === category && one.Prize.startsWith(tier)).Project;
    assert.equal(winner("Services", "Best"), entry_called("counter").title);
    assert.equal(winner("Services", "Outstanding"), entry_called("bills").title);
    assert.equal(winner("Open City", "Best"), entry_called("budget").title);
    assert.ok(!prizes.some((one) => one.Project === entry_called("letters").title), "four entries, three prizes");
  });
}

for (const script of [true, false])
  test(`the whole edition, ${script ? "with JavaScript" : "with JavaScript switched off"}`, async (t) => {
    const service = await start_service({ stage: null, settings: quick });
    const play = { service, browser, script, viewport: desktop, windows: [], at: new Map(), files: new Map(), cards: new Map() };
    // What follows a failed step could only fail for its sake.
    const step = async (proves, work) => {
      let failure;
      await t.test(proves, async () => {
        try { await work(); } catch (error) { failure = error; throw error; }
      });
      if (failure) t.diagnostic(service.log().split("\n").filter((line) => /level=(error|warn)/.test(line)).slice(-5).join("\n"));
      if (failure) throw new Error(`stopped: ${proves}`);
    };
    try {
      for (const part of [prepare, write, screen, judge_entries, announce]) await part(play, step);
    } finally {
      for (const context of browser.contexts()) await context.close();
      await service.stop();
    }
  });

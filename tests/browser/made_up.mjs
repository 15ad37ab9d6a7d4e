// What is played: the edition's file with a calendar around today, the people, the cities and their made-up entries
// with the scores that the judges give them. A score is a fact of the entry; the panel's own rhythm is in judging_steps.mjs.
import { readFile } from "node:fs/promises";
import { root } from "./harness.mjs";

const zone = "Asia/Seoul";

const today = Date.now();

// The wall clock of the edition's zone so many days from the start of the play, as a form's date field takes it.
export function in_days(days) {
  const text = new Date(today + days * 86_400_000).toLocaleString("sv-SE", { timeZone: zone });
  return text.slice(0, 16).replace(" ", "T");
}

// The edition of 2014 as it is in the repository, but with the calendar of one that is prepared now, without the list
// of members (an uploaded file cannot name another), and with reasons at the ends of the scale.
export async function edition_file() {
  const dates = {
    opens_at: in_days(2), closes_at: in_days(30), judging_opens_at: in_days(40), judging_closes_at: in_days(60),
    announce_at: in_days(90), ceremony_on: in_days(120).slice(0, 10) };
  let text = await readFile(`${root}/config/editions/wego-2014.toml`, "utf8");
  for (const [name, date] of Object.entries(dates)) text = text.replace(new RegExp(`^${name} = .*$`, "m"), `${name} = "${date}"`);
  return text
    .replace(/^members = .*$/m, "")
    .replace(/^demonstration = true$/m, "demonstration = false")
    .replace(/^reason_at_scale_ends = false$/m, "reason_at_scale_ends = true");
}

export const secretariat = [
  { name: "Mina Park", email: "mina@secretariat.example" },
  { name: "Jun Li", email: "jun@secretariat.example" },
];

// Seven judges from seven countries; the first one is the chair.
export const judges = [
  { name: "Chris Moore", country: "CA", email: "chris@panel.example", part: "chair" },
  { name: "Tang Zhiwei", country: "CN", email: "tang@panel.example" },
  { name: "Joonas Pekkanen", country: "FI", email: "joonas@panel.example" },
  { name: "Giulio Quagiotto", country: "ID", email: "giulio@panel.example" },
  { name: "Nadezhda Glebovna Yarushkina", country: "RU", email: "nadezhda@panel.example" },
  { name: "Jong-Sung Hwang", country: "KR", email: "hwang@panel.example" },
  { name: "Mustafa Omar Nawari", country: "SD", email: "mustafa@panel.example" },
];

// `scores` are impact (30 %), innovation (20), technology (15), inclusion (15), sustainability (10), replication (10).
// Taipei's and Ankara's services tie at 6.6, and Taipei's impact is the higher: the first rung of the ladder decides.
// In Digital Divide, Tartu and Da Nang tie at 7.0 with equal impact: only people can decide. Four entries are in it, and
// three prizes: one goes without.
function entry(key, city, category, title, scores, more = {}) {
  return { key, city, category, title, scores, ...more };
}
export const entries = [
  entry("counter", "Taipei", "services", "One counter for every permit", [8, 6, 6, 6, 6, 6]),
  entry("bills", "Ankara", "services", "Bills that can be read", [6, 9, 6, 6, 6, 6], { returned: true }),
  entry("library", "Songpa", "services", "The library that comes home", [5, 5, 5, 5, 5, 5]),
  entry("invoices", "Bangalore", "efficiency", "Invoices paid in nine days", [9, 8, 8, 8, 8, 8]),
  entry("lamps", "Barcelona", "efficiency", "Lamps that know the street", [7, 7, 7, 7, 7, 7]),
  entry("forms", "Seoul", "efficiency", "No form asks twice", [6, 6, 5, 5, 5, 5]),
  entry("budget", "Helsinki", "open_city", "A budget that answers", [10, 9, 9, 9, 9, 9]),
  entry("squares", "Barcelona", "open_city", "Residents draw their squares", [8, 7, 7, 7, 7, 7]),
  entry("water", "Chengdu", "open_city", "Water quality, street by street", [6, 6, 6, 6, 6, 6]),
  entry("buses", "Seoul", "urban_management", "Buses where people wait", [9, 9, 8, 8, 8, 8]),
  entry("floods", "Da Nang", "urban_management", "Warned before the flood", [8, 8, 7, 7, 7, 7]),
  entry("parking", "Ankara", "urban_management", "Parking without circling", [5, 6, 6, 5, 5, 5]),
  entry("tablets", "Taipei", "digital_divide", "Grandchildren teach the tablet", [9, 9, 9, 8, 8, 8]),
  entry("teachers", "Tartu", "digital_divide", "Teachers on the bus line", [7, 7, 7, 7, 7, 7]),
  entry("boats", "Da Nang", "digital_divide", "The boat with a classroom", [7, 7, 7, 7, 7, 7]),
  entry("letters", "Helsinki", "digital_divide", "Letters read aloud", [4, 4, 4, 4, 4, 4]),
];
export const rejected = entry("holiday", "Bangalore", "open_city", "Photographs of a holiday", null);
export const lapsing = entry("unfinished", "Chengdu", "services", "A draft that nobody finished", null);
export const third = entry("third", "Taipei", "open_city", "One entry too many", null);

// Tartu is not known to the service: its applicant proposes it.
export const proposed_city = { official_name: "Tartu", printed_name: "Tartu linn", country: "EE", printed_country: "Estonia" };
export const cities = [...new Set(entries.map((one) => one.city))];

export const applicant_of = (city) => ({ name: `Applicant of ${city}`, email: `${city.toLowerCase().replace(/\s/g, "")}@city.example` });

// Who must not see which entry: found by the rule of countries, and declared by hand by the chair.
export const conflicts = {
  "Tang Zhiwei": ["water"],
  "Joonas Pekkanen": ["budget", "letters"],
  "Jong-Sung Hwang": ["library", "forms", "buses"],
  "Chris Moore": ["lamps"],
};
export const declared_by_hand = { judge: "Chris Moore", entry: "lamps", reason: "I advised the city on this project in 2013" };
// Steps off in the middle of judging, after having seen it.
export const stepping_off = { judge: "Giulio Quagiotto", entry: "parking", reason: "A cousin of mine works on it" };

const words = (subject) => `For ${subject}: people wait less, know more and need one visit instead of three.`;

// An answer to every question that needs one, section by section (workflow::default_form).
export function answers_of(one) {
  const about = (question) => words(`${one.title}, ${question}`);
  return {
    project: { "answer.summary": about("in short"), "answer.stage": "In use for one to three years", "answer.started_on": "March 2012" },
    problem: { "answer.problem": about("the problem") },
    solution: { "answer.solution": about("the solution"), "answer.innovation": about("what is new") },
    results: { "answer.results": about("results"), "answer.users": "12000", "answer.evidence": about("evidence") },
    technology: { "answer.technology": about("technology"), "answer.protection": about("protection") },
    beneficiaries: { "answer.beneficiaries": about("who benefits"), "answer.inclusion": about("inclusion") },
    cost: { "answer.cost_to_build": "250000", "answer.cost_per_year": "20000", "answer.funding": about("funding") },
    replication: { "answer.replication": about("replication") },
    contact: { "answer.contact_name": `Contact of ${one.city}`, "answer.contact_position": "Head of services",
      "answer.contact_email": `contact-${one.key}@city.example` },
    declaration: { "answer.signatory": `Mayor of ${one.city}`, "answer.declaration_of_truth": true, "answer.consent_to_publish": true },
  };
}

// A PDF of one empty page, small and whole: its cross-reference table is counted.
export function a_pdf(title) {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Title (${title}) >>`,
  ];
  let text = "%PDF-1.4\n";
  const starts = objects.map((object, i) => {
    const start = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const start of starts) text += `${String(start).padStart(10, "0")} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

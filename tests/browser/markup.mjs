// What is wrong with the HTML that the service sent, before any script touched it: what the standard forbids
// (html-validate), and places for descriptions and messages that hold none. It knows no page.
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:standard"] }));

export async function markup_problems(html) {
  const { results } = await validator.validateString(html);
  const found = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`));
  if (/ aria-describedby="\s*"/.test(html)) found.push("an empty aria-describedby");
  if (/<[^>]* role="status"[^>]*>\s*<\//.test(html)) found.push("an empty role=status");
  return found;
}

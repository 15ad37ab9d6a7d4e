// What is wrong with a page's layout at the width that it has now: it runs out of the screen, a column has no room, a
// word is broken in its middle. It knows no page.

// Runs in the page: what it needs stands in it.
function find_problems() {
  const found = [];
  const { scrollingElement } = document;
  if (scrollingElement.scrollWidth > innerWidth) found.push(`${scrollingElement.scrollWidth} pixels wide`);
  // What only screen readers see has a pixel.
  const is_shown = (each) => !each || (each.getBoundingClientRect().width > 1 && is_shown(each.parentElement));

  // Words one below the other in a column that got no room.
  for (const each of document.querySelectorAll("main *")) {
    const { width, height } = each.getBoundingClientRect();
    const text = each.textContent.trim();
    if (each.children.length || text.length <= 8 || height <= 3 * width || !each.checkVisibility() || !is_shown(each)) continue;
    const lines = height / (parseFloat(getComputedStyle(each).lineHeight) || 24);
    if (text.length / lines < 12) found.push(`no room for ${text}`);
  }

  // "Tallin/n": letters of a word on two lines. Longer ones, addresses and hashes may break; and where the language's
  // own hyphenation breaks it, a hyphen says so.
  const longest = 20;
  const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const around = text.parentElement;
    if (/^(SCRIPT|STYLE|OPTION|TEXTAREA)$/.test(around.tagName) || around.closest("svg, .wego-hash")) continue;
    if (!text.data.trim() || !around.checkVisibility() || !is_shown(around)) continue;
    if (getComputedStyle(around).hyphens === "auto") continue;
    const addresses = [...text.data.matchAll(/\S*(?:@|:\/\/)\S*/g)].map(({ 0: one, index }) => [index, index + one.length]);
    for (const { 0: word, index } of text.data.matchAll(/[^\s\-‐–—/@.,:;_()…·]+/g)) {
      if (addresses.some(([from, to]) => from <= index && index < to)) continue;
      if (word.length < 2 || word.length > longest || !/^[\p{Script=Latin}\p{N}'’]+$/u.test(word)) continue;
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(`“${word}” is broken in ${around.tagName.toLowerCase()}.${around.className}`);
    }
  }

  // A drawing that has to be moved sideways to be read.
  for (const each of document.querySelectorAll("main .wego-chart"))
    if (each.scrollWidth > each.clientWidth + 1) found.push(`a chart is ${each.scrollWidth} wide in ${each.clientWidth}`);
  return [...new Set(found)];
}

export const layout_problems = (page) => page.evaluate(find_problems);

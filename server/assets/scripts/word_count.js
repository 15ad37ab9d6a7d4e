// Counts words as one types, by the same rule as the server (pages/words.hpp).
// In:  <div data-words-limit="300"> around a textarea and <div data-words-left>.
// Out: "You have 12 words left" or "You have 3 words too many" in [data-words-left]. It never blocks typing (E3).
import { say } from './texts.js'

// Not by the segments of the whole text: browsers cut addresses and figures otherwise than the server's ICU does.
const run = /[\p{L}\p{M}\p{N}]+(?:(?:['’.·_]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu
const withoutBlanks = new RegExp('[' + ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`).join('') + ']', 'u')
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'word' }) : null

// null: this browser has no dictionaries, and the text needs one.
export function countWords (text) {
  let words = 0
  for (const [each] of text.matchAll(run)) {
    if (!withoutBlanks.test(each)) {
      if (/[\p{L}\p{N}]/u.test(each)) ++words
    } else if (segmenter) {
      for (const segment of segmenter.segment(each)) if (segment.isWordLike) ++words
    } else return null
  }
  return words
}

export function startWordCount (root) {
  for (const group of root.querySelectorAll('[data-words-limit]')) {
    const area = group.querySelector('textarea')
    const place = group.querySelector('[data-words-left]')
    const limit = Number(group.dataset.wordsLimit)
    let waiting = 0
    const show = () => {
      const words = countWords(area.value)
      if (words === null) {
        place.textContent = ''
        return
      }
      const left = limit - words
      place.textContent = left >= 0 ? say('words-left', { count: left }) : say('words-over', { count: -left })
      place.classList.toggle('govuk-error-message', left < 0)
      place.classList.toggle('govuk-hint', left >= 0)
    }
    for (const kind of ['input', 'shown']) {
      area.addEventListener(kind, () => {
        clearTimeout(waiting)
        waiting = setTimeout(show, 300)
      })
    }
    show()
  }
}

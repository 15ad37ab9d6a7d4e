// Counts words as one types: Unicode words, as the server counts them (pages/words.hpp).
// In:  <div data-words-limit="300"> around a textarea and <div data-words-left>.
// Out: "You have 12 words left" or "You have 3 words too many" in [data-words-left]. It never blocks typing (E3).
import { say } from './texts.js'

const language = document.documentElement.lang || 'en'
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(language, { granularity: 'word' }) : null

export function countWords (text) {
  if (!segmenter) return (text.match(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? []).length
  let words = 0
  for (const each of segmenter.segment(text)) if (each.isWordLike) ++words
  return words
}

export function startWordCount (root) {
  for (const group of root.querySelectorAll('[data-words-limit]')) {
    const area = group.querySelector('textarea')
    const place = group.querySelector('[data-words-left]')
    const limit = Number(group.dataset.wordsLimit)
    let waiting = 0
    const show = () => {
      const left = limit - countWords(area.value)
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

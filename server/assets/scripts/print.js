// What a sheet of paper needs and a screen does not: the day on which it was printed, and the folded parts open.
// In:  <time data-printed></time>; any <details>.
import { readerLanguage } from './texts.js'

export function startPrint (root) {
  const format = new Intl.DateTimeFormat(readerLanguage(), { day: 'numeric', month: 'long', year: 'numeric' })
  const date = () => { for (const each of root.querySelectorAll('[data-printed]')) each.textContent = format.format(new Date()) }
  date()
  let opened = []
  addEventListener('beforeprint', () => {
    date()
    opened = [...root.querySelectorAll('details:not([open])')]
    for (const each of opened) each.open = true
  })
  addEventListener('afterprint', () => { for (const each of opened) each.open = false })
}

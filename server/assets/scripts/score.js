// Counts how much of a scorecard is done; autosave.js saves it.
// In:  <form data-scorecard> with one <fieldset> of radios in each [data-criterion].
// Out: <p data-completeness> shows "4 of 5 criteria scored".
import { say } from './texts.js'

export function startScore (root) {
  for (const form of root.querySelectorAll('form[data-scorecard]')) {
    const done = form.querySelector('[data-completeness]')
    const count = () => {
      const all = [...form.querySelectorAll('[data-criterion]')]
      const scored = all.filter((each) => each.querySelector('input:checked')).length
      done.textContent = say('criteria', { count: scored, all: all.length })
    }
    for (const kind of ['input', 'shown']) form.addEventListener(kind, count)
    count()
  }
}

// Saves a scorecard score by score (J4) and counts how much of it is done. Requests and answers: saving.js.
// In:  <form data-scorecard data-autosave="/scorecards/7/save" data-version="3"> with one fieldset for each
//      criterion: <fieldset data-criterion> holding radios; comments are textareas.
//      <p data-completeness> shows "4 of 5 criteria"; <p data-saved> what was saved last.
// On 409 the page is told to reload: a score is chosen anew from what the server holds, never merged.
import { showBoth } from './autosave.js'
import { findKept, forget, keep, Saver } from './saving.js'
import { say, sayTime } from './texts.js'

function startCard (form) {
  const place = form.querySelector('[data-saved]')
  const done = form.querySelector('[data-completeness]')
  const timers = new Map()
  const tell = (text, kind) => {
    place.textContent = text
    place.className = `wego-saved ${kind}`
  }
  const count = () => {
    const all = [...form.querySelectorAll('[data-criterion]')]
    const scored = all.filter((each) => each.querySelector('input:checked')).length
    if (done) done.textContent = say('criteria', { count: scored, all: all.length })
  }
  const saver = new Saver(form, (name, what, facts) => {
    if (what === 'saving') tell(say('saving'), '')
    if (what === 'saved') tell(facts.message ?? say('saved', { time: sayTime(new Date(facts.saved_at ?? Date.now())) }), 'wego-saved--good')
    if (what === 'refused') tell(facts.message ?? say('refused'), 'wego-saved--wrong')
    if (what === 'kept') tell(say('kept'), 'wego-saved--wrong')
    if (what === 'signed_out') tell(say('signed-out'), 'wego-saved--wrong')
    if (what === 'conflict') tell(say('score-conflict'), 'wego-saved--wrong')
  })
  form.addEventListener('input', ({ target }) => {
    if (!target.name || target.type === 'hidden') return
    count()
    if (target.type !== 'radio') keep(form, target.name, target.value)
    clearTimeout(timers.get(target.name))
    timers.set(target.name, setTimeout(() => {
      timers.delete(target.name)
      saver.put(target.name, target.value)
    }, target.type === 'radio' ? 0 : 1200))
  })
  addEventListener('beforeunload', (event) => { if (saver.unsaved || timers.size > 0) event.preventDefault() })
  form.addEventListener('submit', (event) => {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
    saver.yieldToForm(event)
  })
  // A comment that a broken line or an ended session left behind; a score is chosen anew.
  for (const field of form.querySelectorAll('textarea')) {
    const kept = findKept(form, field.name)
    if (kept === null) continue
    if (kept === field.value) forget(form, field.name)
    else showBoth(form, saver, field.name, { mine: kept, theirs: field.value })
  }
  count()
}

export function startScore (root) {
  for (const form of root.querySelectorAll('form[data-scorecard]')) startCard(form)
}

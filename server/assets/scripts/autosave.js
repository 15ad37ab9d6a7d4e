// Nothing typed is lost (E2): what a person writes, chooses or ticks in any form is kept in this browser until the
// server has it, and put back when the page is opened again. Forms with an address for it save by themselves as they
// are filled in; requests and answers stand at the head of saving.js.
// In:  every <form method="post"> without a password. <form data-autosave="/entries/7/save" data-version="7"> saves
//      each field. Not kept: files, passwords, one-time codes, hidden fields, and what stands in [data-autosave-off].
//      <p data-saved-for="NAME"> after a field (the partials have it) hears what happened, and so does
//      <p data-saved> once in the form.
// Shows: "Saved 12:03"; both versions, to choose from; on a broken line or an ended session that it is kept here.
import { boxOf, element, leadsToChoice, showBoth } from './both.js'
import { isText, isTyped, namesOf, same, show, valueAtFirst, valueOf } from './fields.js'
import { find, forget, forgetWhatArrived, keep, noteSent } from './kept.js'
import { Saver } from './saving.js'
import { say, sayTime } from './texts.js'

const pause = 1200

function tell (form, name, text, kind = '') {
  const place = form.querySelector(`[data-saved-for="${CSS.escape(name)}"]`)
  for (const each of [place, form.querySelector('[data-saved]')]) {
    if (!each) continue
    each.textContent = text
    each.className = `wego-saved ${kind}`
  }
  const heard = form.querySelector('[data-heard]')
  if (heard && heard.textContent !== text) heard.textContent = text
}

// One place of a form is heard by screen readers, whichever field it is about.
function addHeard (form) {
  const heard = element('p', 'govuk-visually-hidden')
  heard.dataset.heard = ''
  heard.setAttribute('role', 'status')
  form.append(heard)
}

function savingForm (form) {
  addHeard(form)
  const timers = new Map()
  const saver = new Saver(form, (name, what, facts) => {
    if (what === 'saved') return tell(form, name, facts.message ?? say('saved', { time: sayTime(new Date(facts.saved_at ?? Date.now())) }), 'wego-saved--good')
    if (what === 'saving') return tell(form, name, say('saving'))
    if (what === 'chosen') boxOf(form, name)?.remove()
    if (what === 'chosen') return tell(form, name, '')
    const said = { conflict: 'both-heading', elsewhere: 'elsewhere', signed_out: 'signed-out', kept: 'kept', refused: 'refused' }
    tell(form, name, (what === 'refused' && facts.message) || say(said[what]), 'wego-saved--wrong')
    if (what === 'conflict') showBoth(form, name, facts.theirs, (whose) => saver.choose(name, whose))
  })
  const soon = (field, wait) => {
    clearTimeout(timers.get(field.name))
    timers.set(field.name, setTimeout(() => {
      timers.delete(field.name)
      saver.put(field.name)
    }, wait))
  }
  form.addEventListener('input', ({ target }) => {
    if (!isTyped(target)) return
    saver.typed(target.name)
    soon(target, isText(target) ? pause : 0)
  })
  form.addEventListener('change', ({ target }) => isTyped(target) && timers.has(target.name) && soon(target, 0))
  addEventListener('beforeunload', (event) => { if (saver.unsaved || timers.size > 0) event.preventDefault() })
  for (const name of namesOf(form)) {
    const record = find(form, name)
    if (record) record.sent || !same(form, name, record.value, valueOf(form, name)) ? saver.goOn(name, record) : forgetOnSound(form, name)
  }
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
    saver.yieldToForm()
  }
}

// Without a line the browser's own page would take the place of ours; what was typed saves itself once it is back.
function stayHere (event) {
  event.preventDefault()
  const form = event.target
  let place = form.querySelector('[data-saved]')
  if (!place) {
    place = element('p', '')
    place.dataset.saved = ''
    ;(event.submitter ?? form.lastElementChild).before(place)
  }
  place.className = 'wego-saved wego-saved--wrong'
  place.textContent = say('kept')
}

// A page with mistakes shows what was typed and not what is stored.
function forgetOnSound (form, name) {
  if (!document.querySelector('.govuk-error-summary')) forget(form, name)
}

function versionOf (form, name) {
  return (form.elements.namedItem(`version.${name}`) ?? form.elements.namedItem('version'))?.value
}

function keepingForm (form) {
  form.addEventListener('input', ({ target }) => {
    if (!isTyped(target)) return
    const value = valueOf(form, target.name)
    const base = valueAtFirst(form, target.name)
    if (value === base) forget(form, target.name)
    else keep(form, target.name, { value, base, version: versionOf(form, target.name) })
  })
  const back = []
  for (const name of namesOf(form)) {
    const record = find(form, name)
    if (!record) continue
    const now = valueOf(form, name)
    if (same(form, name, record.value, now)) {
      forgetOnSound(form, name)
    } else {
      show(form, name, record.value)
      if (same(form, name, record.base ?? '', now)) back.push([name, now])
      else showBoth(form, name, now, (whose) => whose === 'theirs' && (show(form, name, now), forget(form, name)))
    }
  }
  if (back.length > 0) offerBack(form, back)
}

// What was put back is said, and can be thrown away.
function offerBack (form, back) {
  const note = element('div', 'govuk-inset-text')
  note.setAttribute('role', 'status')
  note.append(element('p', 'govuk-body', say('put-back')))
  const button = element('button', 'govuk-button govuk-button--secondary', say('put-back-discard'))
  button.type = 'button'
  button.addEventListener('click', () => {
    for (const [name, before] of back) {
      show(form, name, before)
      forget(form, name)
    }
    note.remove()
  })
  note.append(button)
  form.prepend(note)
}

export function startAutosave (root) {
  forgetWhatArrived()
  const leave = new Map()
  for (const form of root.querySelectorAll('form[method=post]')) {
    if (form.querySelector('input[type=password], [autocomplete=one-time-code]')) continue
    if (form.dataset.autosave) leave.set(form, savingForm(form))
    else keepingForm(form)
  }
  // Last of all who hear of it: what asks before it lets a form go has asked.
  addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method !== 'post') return
    if (leadsToChoice(event.target)) return event.preventDefault()
    if (!navigator.onLine && leave.has(event.target)) return stayHere(event)
    leave.get(event.target)?.()
    noteSent(event.target)
  })
}

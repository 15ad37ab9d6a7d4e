// Saves each field as it is typed (E2). Requests and answers stand at the head of saving.js.
// In:  <form data-autosave="/entries/7/save" data-version="7"> with {{>components/csrf}}; every named text, choice
//      or date field in it is saved, but file, password and hidden ones, and those with data-autosave-off.
//      <p data-saved-for="NAME"> after a field (the partials have it) hears what happened, and so does
//      <p data-saved> once in the form.
// Shows: "Saved 12:03"; both texts on 409, to choose from; on a broken line or an ended session that the text is
//      kept in this browser. What is kept is put back when the page is opened again.
import { findKept, forget, Saver } from './saving.js'
import { say, sayTime } from './texts.js'

const pause = 1200

function valueOf (form, name) {
  const field = form.elements[name]
  if (field instanceof RadioNodeList || field.type === 'checkbox' || field.type === 'radio') {
    return [...form.querySelectorAll(`[name="${CSS.escape(name)}"]:checked`)].map((each) => each.value).join('\n')
  }
  return field.value
}

function tell (form, name, text, kind = '') {
  const place = form.querySelector(`[data-saved-for="${CSS.escape(name)}"]`)
  for (const each of [place, form.querySelector('[data-saved]')]) {
    if (!each) continue
    each.textContent = text
    each.className = `wego-saved ${kind}`
  }
}

function element (kind, className, text) {
  const made = document.createElement(kind)
  made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

// Both texts of a field side by side, to choose from. score.js uses it for comments.
export function showBoth (form, saver, name, facts) {
  const field = form.elements[name]
  const after = form.querySelector(`[data-saved-for="${CSS.escape(name)}"]`)
  form.querySelector(`[data-both-of="${CSS.escape(name)}"]`)?.remove()
  const box = element('div', 'wego-two-texts')
  box.dataset.bothOf = name
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', say('both-heading'))
  box.append(element('p', 'govuk-body govuk-!-font-weight-bold', say('both-heading')))
  const pair = element('div', 'wego-two-texts__pair')
  for (const [whose, text] of [['mine', facts.mine], ['theirs', facts.theirs ?? '']]) {
    const side = element('div', '')
    const button = element('button', 'govuk-button govuk-button--secondary', say(`both-keep-${whose}`))
    button.type = 'button'
    button.addEventListener('click', () => {
      if (!(field instanceof RadioNodeList)) field.value = text
      box.remove()
      saver.put(name, text)
      field.focus?.()
    })
    side.append(element('strong', '', say(`both-${whose}`)), element('div', 'wego-two-texts__text', text), button)
    pair.append(side)
  }
  box.append(pair)
  after ? after.after(box) : form.prepend(box)
}

function startForm (form) {
  const timers = new Map()
  const saver = new Saver(form, (name, what, facts) => {
    if (what === 'saving') tell(form, name, say('saving'))
    if (what === 'saved') tell(form, name, facts.message ?? say('saved', { time: sayTime(new Date(facts.saved_at ?? Date.now())) }), 'wego-saved--good')
    if (what === 'refused') tell(form, name, facts.message ?? say('refused'), 'wego-saved--wrong')
    if (what === 'kept') tell(form, name, say('kept'), 'wego-saved--wrong')
    if (what === 'signed_out') tell(form, name, say('signed-out'), 'wego-saved--wrong')
    if (what === 'conflict') {
      tell(form, name, say('both-heading'), 'wego-saved--wrong')
      showBoth(form, saver, name, facts)
    }
  })
  const saves = (field) => field.name && !field.closest('[data-autosave-off]') &&
    !['file', 'password', 'hidden', 'submit', 'button'].includes(field.type)
  const soon = (field, wait) => {
    clearTimeout(timers.get(field.name))
    timers.set(field.name, setTimeout(() => {
      timers.delete(field.name)
      saver.put(field.name, valueOf(form, field.name))
    }, wait))
  }
  form.addEventListener('input', (event) => {
    if (!saves(event.target)) return
    const typed = ['textarea', 'text', 'email', 'tel', 'url', 'search', 'number'].includes(event.target.type)
    try { localStorage.setItem(`kept:${form.dataset.autosave}:${event.target.name}`, valueOf(form, event.target.name)) } catch { /* full */ }
    soon(event.target, typed ? pause : 0)
  })
  form.addEventListener('change', (event) => saves(event.target) && soon(event.target, 0))
  restore(form, saver, saves)
  addEventListener('beforeunload', (event) => { if (saver.unsaved || timers.size > 0) event.preventDefault() })
  form.addEventListener('submit', (event) => {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
    saver.yieldToForm(event)
  })
}

// What a broken line or an ended session left behind; the server's text stands in the page for comparison.
function restore (form, saver, saves) {
  for (const field of form.elements) {
    if (!saves(field) || ['radio', 'checkbox'].includes(field.type)) continue
    const kept = findKept(form, field.name)
    if (kept === null) continue
    if (kept === field.value) forget(form, field.name)
    else showBoth(form, saver, field.name, { mine: kept, theirs: field.value })
  }
}

export function startAutosave (root) {
  for (const form of root.querySelectorAll('form[data-autosave]:not([data-scorecard])')) startForm(form)
}

// What was typed and is not yet with the server lies in this browser from the first keystroke: for each person, each
// form and each field one record
//   { value, base, version, sent, tab, at }
// base is the text that the page had, version the one that the save is based on (forms that save by themselves), sent
// the request that was not answered yet. It is forgotten when the server has it, or after a month.

import { namesOf } from './fields.js'

const head = 'typed:'
const month = 30 * 24 * 3600 * 1000
export const thisTab = randomKey()

// Names a request, so that the server knows it when it comes again.
export function randomKey () {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, '0')).join('')
}

// Several forms of a page may have one address; what they carry along tells them apart.
export function placeOf (form) {
  const carried = [...form.elements]
    .filter((each) => each.type === 'hidden' && !/^(csrf|once|version|key)($|\.)/.test(each.name))
    .map((each) => `${each.name}=${each.value}`).join('&')
  const path = new URL(form.getAttribute('action') || location.href, location.href).pathname
  return `${head}${document.body.dataset.person ?? ''}:${path}?${carried}#`
}

function read (key) {
  try { return JSON.parse(localStorage.getItem(key)) } catch { return null }
}

export function find (form, name) {
  return read(placeOf(form) + name)
}

export function keep (form, name, record) {
  const full = { ...record, tab: thisTab, at: Date.now() }
  try { localStorage.setItem(placeOf(form) + name, JSON.stringify(full)) } catch { /* full or forbidden: the page has it */ }
}

// What another window keeps of the same field stays, unless it is what was saved.
export function forget (form, name, saved) {
  const record = find(form, name)
  if (record && saved !== undefined && record.tab !== thisTab && record.value !== saved) return
  try { localStorage.removeItem(placeOf(form) + name) } catch { /* as above */ }
}

// A form that goes by its button brings everything itself. Whether it arrived is seen on the next page of this window:
// what was taken leads on to another address.
// A form without a field to fill in carries what another had (after signing in again): it stands for all of its address.
export function noteSent (form) {
  const place = namesOf(form).length > 0 ? placeOf(form) : placeOf(form).replace(/\?.*/s, '?')
  const sent = { place, page: location.href.split('#')[0], at: Date.now() }
  try { sessionStorage.setItem('sent', JSON.stringify(sent)) } catch { /* it is offered again */ }
}

export function forgetWhatArrived () {
  let sent = null
  try {
    sent = JSON.parse(sessionStorage.getItem('sent'))
    sessionStorage.removeItem('sent')
  } catch { /* nothing was noted */ }
  const ledOn = (performance.getEntriesByType('navigation')[0]?.redirectCount ?? 0) > 0
  const arrived = sent && ledOn && document.referrer === sent.page
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(head)) continue
      const at = read(key)?.at ?? 0
      if (at < Date.now() - month || (arrived && key.startsWith(sent.place) && at <= sent.at)) localStorage.removeItem(key)
    }
  } catch { /* no store */ }
}

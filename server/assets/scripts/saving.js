// Sends one field at a time, in order, and never loses what was typed: the text lies in localStorage from the
// first keystroke until the server has it. autosave.js and score.js use it.
//
// Request: POST to the form's data-autosave address, application/x-www-form-urlencoded with
//   csrf      the form's token
//   field     the name of the field
//   value     its whole value ("" when emptied; the chosen value of radios)
//   version   the version that the value was based on: that of a hidden field "version.NAME", if the form has
//             one for this field, else the form's data-version
// Answers, JSON:
//   200 {"version": 8, "saved_at": "2014-06-01T10:03:00Z", "message": "…"}   message only if there is something
//                                    to say about the text (too many words); it is saved all the same
//   409 {"version": 9, "theirs": "the text that is stored now"}   someone saved in between; nothing was written
//   401  the session has ended; 403 wrong token or no longer allowed; 422 {"message": "…"} cannot be stored
//   anything else, or no answer: kept here and tried again, after 2, 4, 8 … at most 60 seconds
// A scorecard has one version, which each saved field raises; an entry's answers have one each, so that two people
// who write in different fields never meet.

export function keptKey (form, field) {
  return `kept:${form.dataset.autosave}:${field}`
}

export function keep (form, field, value) {
  try { localStorage.setItem(keptKey(form, field), value) } catch { /* a full or forbidden store: the page still has it */ }
}

export function findKept (form, field) {
  try { return localStorage.getItem(keptKey(form, field)) } catch { return null }
}

export function forget (form, field) {
  try { localStorage.removeItem(keptKey(form, field)) } catch { /* as above */ }
}

export class Saver {
  // `told(field, what, facts)` hears of: saving, saved, conflict, signed_out, refused, kept.
  constructor (form, told) {
    this.form = form
    this.told = told
    this.waiting = new Map()
    this.stored = new Map()
    this.busy = false
    this.whenHeard = null
    this.delay = 2000
    addEventListener('online', () => this.send())
  }

  get unsaved () { return this.waiting.size > 0 || this.busy }

  put (field, value) {
    if (!this.busy && !this.waiting.has(field) && this.stored.get(field) === value) return forget(this.form, field)
    keep(this.form, field, value)
    this.waiting.set(field, value)
    this.send()
  }

  async send () {
    if (this.busy || this.waiting.size === 0) return
    const [field, value] = this.waiting.entries().next().value
    this.waiting.delete(field)
    this.busy = true
    this.told(field, 'saving', {})
    let status = 0
    let facts = {}
    try {
      const body = new URLSearchParams({
        csrf: this.form.elements.csrf.value, field, value, version: this.versionField(field)?.value ?? this.form.dataset.version
      })
      const answer = await fetch(this.form.dataset.autosave, {
        method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'error'
      })
      status = answer.status
      facts = await answer.json().catch(() => ({}))
    } catch { /* no line: status stays 0 */ }
    this.busy = false
    this.heard(field, value, status, facts)
    const go = this.whenHeard
    this.whenHeard = null
    go?.()
  }

  // The form carries everything itself. Sent while a save is under way it would bring a version that is being passed
  // just then, and the browser would ask whether to leave the page: it goes when the answer is there.
  yieldToForm (event) {
    this.waiting.clear()
    if (!this.busy) return
    event.preventDefault()
    this.whenHeard = () => {
      this.waiting.clear()
      this.form.requestSubmit(event.submitter)
    }
  }

  heard (field, value, status, facts) {
    if (facts.version) this.setVersion(field, facts.version)
    if (status === 200) {
      this.delay = 2000
      this.stored.set(field, value)
      if (!this.waiting.has(field)) forget(this.form, field)
      this.told(field, 'saved', facts)
      return this.send()
    }
    this.stored.delete(field)
    if (status === 409) return this.told(field, 'conflict', { ...facts, mine: value })
    if (status === 422) {
      this.told(field, 'refused', facts)
      return this.send()
    }
    if (!this.waiting.has(field)) this.waiting.set(field, value)
    this.told(field, status === 401 || status === 403 ? 'signed_out' : 'kept', facts)
    setTimeout(() => this.send(), this.delay)
    this.delay = Math.min(this.delay * 2, 60000)
  }

  versionField (field) {
    return this.form.elements[`version.${field}`]
  }

  // The plain form carries the version too, so that sending it after saving is not taken for a stale save.
  setVersion (field, version) {
    const own = this.versionField(field)
    if (own) {
      own.value = version
      return
    }
    this.form.dataset.version = version
    if (this.form.elements.version) this.form.elements.version.value = version
  }
}

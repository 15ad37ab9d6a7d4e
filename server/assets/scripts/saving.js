// Sends one field at a time, in order, and never loses what was typed: it is kept (kept.js) until the server has it.
//
// Request: POST to the form's data-autosave address, application/x-www-form-urlencoded with
//   csrf      the form's token
//   field     the name of the field
//   value     its whole value ("" when emptied; the chosen value of radios)
//   version   the version that the value was based on: that of a hidden field "version.NAME", if the form has
//             one for this field, else the form's data-version
//   key       a random word of this request. One that is not answered within ten seconds is sent again as it was,
//             whatever was typed meanwhile; the server knows it by its key.
// Answers, JSON:
//   200 {"version": 8, "saved_at": "2014-06-01T10:03:00Z", "message": "…", "changed": {"NAME": "…"}}
//         message only if there is something to say about the text (too many words); it is saved all the same.
//         changed: what others, or another window, saved since the version of the request
//   409 {"version": 9, "theirs": "the text that is stored now", "changed": …}   someone saved in between; nothing was
//         written, and nothing of this field is sent until a person has chosen
//   401  the session has ended; 403 the token is of an older session: the page fetches the present one and goes on
//   408, 429, 5xx, no answer: tried again, after 2, 4, 8 … at most 60 seconds
//   anything else {"message": "…"}: cannot be stored
// A scorecard has one version, which each saved field raises; an entry's answers have one each. A form that goes by
// its button takes "key" (of a scorecard) or "key.NAME" along: the request that was not answered by then.
import { show, valueOf } from './fields.js'
import { find, forget, keep, randomKey, thisTab } from './kept.js'

const patience = 10000

export class Saver {
  // `told(field, what, facts)` hears of: saving, saved, conflict, chosen, elsewhere, signed_out, refused, kept.
  constructor (form, told) {
    this.form = form
    this.told = told
    this.waiting = new Map()
    this.flight = null
    this.conflicts = new Map()
    this.delay = 2000
    this.timer = 0
    this.controller = null
    addEventListener('online', () => this.again())
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.again())
  }

  get unsaved () { return this.waiting.size > 0 || this.flight !== null }

  // What is typed is kept at once, and sent when `put` is called. A conflict waits for its choice.
  typed (field) {
    const before = find(this.form, field)
    const sent = this.flight?.field === field ? this.flight : undefined
    const own = this.form.elements.namedItem(`version.${field}`)
    const version = this.conflicts.has(field) ? before?.version : undefined
    keep(this.form, field, {
      value: valueOf(this.form, field), version: version ?? own?.value ?? this.form.dataset.version, sent
    })
  }

  put (field, version) {
    if (this.conflicts.has(field)) return
    this.waiting.set(field, { value: valueOf(this.form, field), version })
    this.send()
  }

  // What an earlier page left behind goes on as if it had been typed just now: the server judges by its version.
  goOn (field, record) {
    show(this.form, field, record.value)
    if (record.sent && !this.flight) {
      this.flight = record.sent
      if (record.sent.value !== record.value) this.waiting.set(field, { value: record.value })
      this.post()
    } else {
      this.put(field, record.version)
    }
  }

  choose (field, whose) {
    const { theirs, version } = this.conflicts.get(field)
    this.conflicts.delete(field)
    this.setVersion(field, version)
    this.told(field, 'chosen', {})
    if (whose === 'mine') {
      this.typed(field)
      this.put(field)
    } else {
      show(this.form, field, theirs)
      forget(this.form, field)
    }
  }

  send () {
    if (this.flight || this.waiting.size === 0) return
    const [field, { value, version }] = this.waiting.entries().next().value
    this.waiting.delete(field)
    this.flight = { field, value, version: String(version ?? this.versionOf(field)), key: randomKey() }
    const kept = find(this.form, field)
    keep(this.form, field, { value: kept?.value ?? value, version: this.flight.version, sent: this.flight })
    this.post()
  }

  again () {
    if (!this.flight || this.controller) return
    clearTimeout(this.timer)
    this.post()
  }

  async post () {
    const flight = this.flight
    this.told(flight.field, 'saving', {})
    let { status, facts } = await this.ask(flight)
    if (status === 403 && facts.error === 'form_token_wrong' && await this.renewToken()) ({ status, facts } = await this.ask(flight))
    if (flight === this.flight) this.heard(flight, status, facts)
  }

  async ask (flight) {
    const controller = this.controller = new AbortController()
    const limit = setTimeout(() => controller.abort(), patience)
    try {
      const answer = await fetch(this.form.dataset.autosave, {
        method: 'POST', body: new URLSearchParams({ csrf: this.form.elements.csrf.value, ...flight }),
        headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'error', signal: controller.signal
      })
      if (answer.ok) document.dispatchEvent(new Event('wego-heard'))
      return { status: answer.status, facts: await answer.json().catch(() => ({})) }
    } catch {
      return { status: 0, facts: {} }
    } finally {
      clearTimeout(limit)
      this.controller = null
    }
  }

  // The same person has signed in again in another window: this page, asked for once more, has the token of today.
  async renewToken () {
    try {
      const answer = await fetch(location.href, { credentials: 'same-origin', signal: AbortSignal.timeout(patience) })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const token = page.querySelector('main input[name=csrf]')?.value
      if (!token || page.body.dataset.person !== document.body.dataset.person) return false
      for (const each of document.querySelectorAll('input[name=csrf]')) each.value = token
      return true
    } catch {
      return false
    }
  }

  // The form carries everything itself; what is under way need not be waited for.
  yieldToForm () {
    clearTimeout(this.timer)
    this.waiting.clear()
    if (!this.flight) return
    const own = this.form.elements.namedItem(`version.${this.flight.field}`)
    const carried = document.createElement('input')
    carried.type = 'hidden'
    carried.name = own ? `key.${this.flight.field}` : 'key'
    carried.value = this.flight.key
    this.form.append(carried)
    this.flight = null
    this.controller?.abort()
  }

  heard ({ field, value }, status, facts) {
    const isPassing = status === 0 || status === 408 || status === 429 || status >= 500 || (status === 409 && !facts.message && !('theirs' in facts))
    if (isPassing || status === 401 || status === 403) {
      this.told(field, isPassing ? 'kept' : 'signed_out', facts)
      this.timer = setTimeout(() => this.post(), this.delay)
      this.delay = Math.min(this.delay * 2, 60000)
      return
    }
    this.flight = null
    this.delay = 2000
    if (status === 200) this.saved(field, value, facts)
    else if (status === 409 && 'theirs' in facts) this.stopAt(field, facts.theirs, facts)
    else this.told(field, 'refused', facts)
    this.send()
  }

  saved (field, value, facts) {
    forget(this.form, field, value)
    const isNewer = this.waiting.has(field) || valueOf(this.form, field) !== value
    this.showChanged(facts, isNewer ? field : '')
    if (this.conflicts.has(field)) return
    this.setVersion(field, facts.version)
    if (isNewer) this.typed(field)
    if (!(field in (facts.changed ?? {}))) this.told(field, 'saved', facts)
  }

  // What was saved elsewhere is shown; where somebody types just now there are two versions to choose from.
  showChanged (facts, typing) {
    for (const [name, value] of Object.entries(facts.changed ?? {})) {
      if (valueOf(this.form, name) === value) continue
      if (name === typing || find(this.form, name)?.tab === thisTab) {
        this.stopAt(name, value, facts)
      } else {
        show(this.form, name, value)
        this.told(name, 'elsewhere', facts)
      }
    }
  }

  stopAt (field, theirs, facts) {
    this.waiting.delete(field)
    this.typed(field)
    this.conflicts.set(field, { theirs, version: facts.version })
    const others = { ...facts, changed: { ...facts.changed } }
    delete others.changed[field]
    this.told(field, 'conflict', { theirs })
    this.showChanged(others, '')
  }

  versionOf (field) {
    return this.form.elements.namedItem(`version.${field}`)?.value ?? this.form.dataset.version
  }

  // The plain form carries the version too, so that sending it after saving is not taken for a stale save.
  setVersion (field, version) {
    const own = this.form.elements.namedItem(`version.${field}`)
    if (own) {
      own.value = version
      return
    }
    if (Number(version) < Number(this.form.dataset.version)) return
    this.form.dataset.version = version
    const whole = this.form.elements.namedItem('version')
    if (whole) whole.value = version
  }
}

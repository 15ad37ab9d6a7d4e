// Both versions of a field side by side, to choose from. The box stays until a person has chosen; one's own side is
// what stands in the field, also what is typed while the box is open.
import { focusOn, valueOf, wordsOf } from './fields.js'
import { say } from './texts.js'

export function element (kind, className, text) {
  const made = document.createElement(kind)
  made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

export function boxOf (form, name) {
  return form.querySelector(`[data-both-of="${CSS.escape(name)}"]`)
}

// `chosen` hears 'mine' or 'theirs'.
export function showBoth (form, name, theirs, chosen) {
  boxOf(form, name)?.remove()
  const box = element('div', 'wego-two-texts')
  box.dataset.bothOf = name
  box.tabIndex = -1
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', say('both-heading'))
  const heading = element('p', 'govuk-body govuk-!-font-weight-bold', say('both-heading'))
  heading.setAttribute('role', 'status')
  box.append(heading)
  const pair = element('div', 'wego-two-texts__pair')
  const texts = {}
  for (const [whose, text] of [['mine', valueOf(form, name)], ['theirs', theirs]]) {
    const side = element('div', '')
    const button = element('button', 'govuk-button govuk-button--secondary', say(`both-keep-${whose}`))
    button.type = 'button'
    button.addEventListener('click', () => {
      box.remove()
      chosen(whose)
      focusOn(form, name)
    })
    texts[whose] = element('div', 'wego-two-texts__text', wordsOf(form, name, text))
    side.append(element('strong', '', say(`both-${whose}`)), texts[whose], button)
    pair.append(side)
  }
  box.append(pair)
  const follow = () => {
    if (!box.isConnected) return form.removeEventListener('input', follow)
    texts.mine.textContent = wordsOf(form, name, valueOf(form, name))
  }
  form.addEventListener('input', follow)
  const after = form.querySelector(`[data-saved-for="${CSS.escape(name)}"]`)
  if (after) after.textContent = ''
  after ? after.after(box) : form.prepend(box)
}

// True while a choice is open; leads there.
export function leadsToChoice (form) {
  const box = form.querySelector('[data-both-of]')
  if (!box) return false
  box.scrollIntoView({ block: 'center' })
  box.focus()
  return true
}


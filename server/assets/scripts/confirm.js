// Asks before a form is sent whose button cannot be taken back: a button with data-question="Withdraw the entry?".
// Nothing goes to the server that would not go without the script; the confirm page asks where scripts are off.
import { say } from './texts.js'

function ask (question) {
  const dialog = document.createElement('dialog')
  dialog.className = 'wego-dialog'
  const text = document.createElement('p')
  text.textContent = question
  text.id = 'confirm-question'
  dialog.setAttribute('aria-labelledby', text.id)
  const form = document.createElement('form')
  form.method = 'dialog'
  form.className = 'wego-buttons'
  for (const [answer, kind] of [['yes', 'govuk-button govuk-button--warning'], ['no', 'govuk-button govuk-button--secondary']]) {
    const button = document.createElement('button')
    button.value = answer
    button.className = kind
    button.textContent = say(`confirm-${answer}`)
    form.append(button)
  }
  dialog.append(text, form)
  document.body.append(dialog)
  dialog.showModal()
  form.lastChild.focus()
  return new Promise((resolve) => dialog.addEventListener('close', () => {
    dialog.remove()
    resolve(dialog.returnValue === 'yes')
  }))
}

export function startConfirm (root) {
  root.addEventListener('submit', (event) => {
    const button = event.submitter
    if (!button?.dataset.question || button.dataset.confirmed) return
    event.preventDefault()
    ask(button.dataset.question).then((yes) => {
      if (!yes) return button.focus()
      button.dataset.confirmed = 'yes'
      event.target.requestSubmit(button)
    })
  })
}

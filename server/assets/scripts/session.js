// Says five minutes before a session ends that it will, and keeps it by one press (WCAG 2.2.1).
// In: <body data-idle-minutes="30">. Every page and every save of any tab counts; without a script the form of a
// session that has ended comes back after signing in again.
import { say } from './texts.js'

const warned_before = 5 * 60 * 1000
// Told from tab to tab and kept nowhere.
const tabs = new BroadcastChannel('wego-heard')
let heard = 0

function note () {
  heard = Date.now()
  tabs.postMessage('')
}

async function keep () {
  const answer = await fetch('/account/session', { credentials: 'same-origin', cache: 'no-store' })
  if (answer.ok) note()
  return answer.ok
}

function show (ends) {
  const dialog = document.createElement('dialog')
  dialog.className = 'wego-dialog'
  const text = document.createElement('p')
  text.id = 'session-ends'
  text.setAttribute('role', 'status')
  text.textContent = say('session-ends', { time: new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(ends) })
  dialog.setAttribute('aria-labelledby', text.id)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button'
  button.textContent = say('session-keep')
  dialog.append(text, button)
  document.body.append(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  button.addEventListener('click', async () => {
    if (await keep().catch(() => false)) return dialog.close()
    text.textContent = say('signed-out')
  })
  dialog.showModal()
  return dialog
}

export function startSession () {
  const idle = Number(document.body.dataset.idleMinutes) * 60 * 1000
  if (!(idle > warned_before)) return
  note()
  document.addEventListener('wego-heard', note)
  tabs.addEventListener('message', () => { heard = Date.now() })
  let dialog = null
  setInterval(() => {
    // The server counts from a request by up to a minute late: rather too early than too late.
    const ends = heard + idle - 60 * 1000
    const near = Date.now() >= ends - warned_before
    if (near && !dialog?.isConnected) dialog = show(ends)
    if (!near && dialog?.open) dialog.close()
  }, 5000)
}

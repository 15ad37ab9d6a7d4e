// Sends files in parts, with progress, through a line that breaks (E6). Without it the form's own
// multipart/form-data does the same in one piece.
// In:  <div data-upload="/entries/7/files" data-largest="20971520"> around an <input type="file">
// Requests, each with the header X-CSRF-Token and JSON answers:
//   POST  UPLOAD            body {"name": "letter.pdf", "size": 81234, "source": …}   -> 201 {"upload": "/uploads/a1b2…"}
//                           The same source while it is on its way: the same upload, which goes on where it stopped.
//   GET   UPLOAD/a1b2…      -> 200 {"offset": 32768}     what the server has of it
//   PUT   UPLOAD/a1b2…      header Upload-Offset: 32768, body: the next bytes, at most 256 kB
//                           -> 200 {"offset": 65536}; 409 {"offset": …} if the offset was another: go on from there
//   POST  UPLOAD/a1b2…/finish    -> 201 {"name": "letter.pdf", "href": "/files/9"}
//   404 anywhere: the upload is gone, start again; 413, 415, 422 {"message": "…"}: said to the reader, not tried again.
import { say } from './texts.js'

const part = 256 * 1024
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

class Refused extends Error {}

// The token stands on the page, where saving.js puts a new one after signing in again in another tab.
async function ask (method, url, body, headers = {}) {
  const answer = await fetch(url, {
    method, body, credentials: 'same-origin', redirect: 'error', signal: AbortSignal.timeout(60000),
    headers: {
      Accept: 'application/json', 'X-CSRF-Token': document.querySelector('main input[name=csrf]').value, ...headers
    }
  })
  const facts = await answer.json().catch(() => ({}))
  if ([400, 401, 403, 413, 415, 422].includes(answer.status)) throw new Refused(facts.message ?? say('upload-refused'))
  return { status: answer.status, facts }
}

// Tries until the line is back: 1, 2, 4 … at most 30 seconds apart.
async function insist (attempt, broken) {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
    try {
      const { status, facts } = await attempt()
      if (status < 500 && status !== 429) return { status, facts }
    } catch (error) {
      if (error instanceof Refused) throw error
    }
    broken()
    await rest(wait)
  }
}

// The first bytes tell, before the line is used for nothing; the server looks at the whole file afterwards.
async function isOfAKind (file) {
  const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer())
  const begins = (...bytes) => bytes.every((byte, at) => head[at] === byte)
  return begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) ||
    String.fromCharCode(...head).includes('%PDF-')
}

async function sendFile (file, url, line) {
  if (!await isOfAKind(file)) throw new Refused(say('upload-wrong-kind'))
  const broken = () => line.say(say('upload-waiting'))
  const about = { name: file.name, size: file.size, source: `${file.name} ${file.size} ${file.lastModified}` }
  const created = await insist(() => ask('POST', url, JSON.stringify(about),
    { 'Content-Type': 'application/json' }), broken)
  const upload = created.facts.upload
  if (created.status !== 201 || !upload) throw new Refused(say('upload-refused'))
  let offset = 0
  let sure = false // it may have begun before the page was closed
  while (offset < file.size) {
    const { facts } = await insist(async () => {
      // After a broken line nobody knows how much arrived: ask before sending.
      if (!sure) offset = (await ask('GET', upload)).facts.offset ?? offset
      sure = false
      return ask('PUT', upload, file.slice(offset, offset + part),
        { 'Upload-Offset': String(offset), 'Content-Type': 'application/octet-stream' })
    }, broken)
    if (facts.offset === undefined) throw new Refused(say('upload-refused'))
    offset = facts.offset
    sure = true
    line.progress(offset / file.size)
  }
  return (await insist(() => ask('POST', `${upload}/finish`), broken)).facts
}

function addLine (list, file) {
  const item = document.createElement('li')
  item.className = 'wego-upload__file'
  const name = document.createElement('span')
  name.className = 'wego-upload__name'
  name.textContent = file.name
  const bar = document.createElement('progress')
  bar.max = 1
  bar.value = 0
  bar.setAttribute('aria-label', file.name)
  const state = document.createElement('span')
  state.className = 'wego-upload__state'
  item.append(name, bar, state)
  list.append(item)
  return {
    item,
    say: (text) => { state.textContent = text },
    progress: (share) => {
      bar.value = share
      state.textContent = say('upload-progress', { percent: Math.floor(share * 100) })
    },
    done: (facts) => {
      bar.remove()
      state.textContent = say('upload-done')
      if (!facts.href) return
      const link = document.createElement('a')
      link.className = 'govuk-link'
      link.href = facts.href
      link.textContent = facts.name ?? file.name
      name.replaceChildren(link)
    },
    wrong: (text) => {
      bar.remove()
      state.textContent = text
      state.className = 'govuk-error-message'
    }
  }
}

export function startUpload (root) {
  let underWay = 0
  addEventListener('beforeunload', (event) => { if (underWay > 0) event.preventDefault() })
  for (const box of root.querySelectorAll('[data-upload]')) {
    const input = box.querySelector('input[type=file]')
    const list = document.createElement('ul')
    list.className = 'wego-upload__list'
    list.setAttribute('aria-live', 'polite')
    box.append(list)
    let before = Promise.resolve()
    input.addEventListener('change', () => {
      for (const file of input.files) {
        const line = addLine(list, file)
        if (Number(box.dataset.largest) > 0 && file.size > Number(box.dataset.largest)) {
          line.wrong(say('upload-too-large'))
          continue
        }
        line.say(say('upload-waits'))
        underWay++
        before = before.then(() => sendFile(file, box.dataset.upload, line))
          .then((facts) => {
            document.querySelector(`[data-none-of="${input.name}"]`)?.remove()
            line.done(facts)
          }, (error) => line.wrong(error.message || say('upload-refused')))
          .finally(() => { underWay-- })
      }
      // The files went by themselves; the form must not send them a second time.
      input.value = ''
    })
  }
}

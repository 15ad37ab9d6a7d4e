// Shows instants in the reader's own zone beside the edition's (E4).
// In:  <time datetime="2014-06-30T09:00:00Z"> followed by <span data-own-zone="2014-06-30T09:00:00Z" hidden>
// Out: the span shown with "30 June 2014 at 11:00 your time (GMT+2)", unless the reader lives in UTC. An empty field
//      "own_zone" gets the zone of the device, by which letters give the reader's own time too.
import { readerLanguage, say } from './texts.js'

export function startTimes (root) {
  const shape = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }
  const format = new Intl.DateTimeFormat(readerLanguage(), shape)
  for (const field of root.querySelectorAll('input[name=own_zone]')) {
    if (field.value === '') field.value = format.resolvedOptions().timeZone
  }
  for (const place of root.querySelectorAll('[data-own-zone]')) {
    const instant = new Date(place.dataset.ownZone)
    if (Number.isNaN(instant.getTime()) || instant.getTimezoneOffset() === 0) continue
    place.textContent = say('own-zone', { moment: format.format(instant) })
    place.hidden = false
  }
}

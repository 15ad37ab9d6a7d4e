// Texts that scripts show. They stand, translated, in the template <template id="script-texts"> of the layout
// as <span data-text="saved">Saved {time}</span>, so that no text is hidden in a script.

const found = new Map()

export function say (name, values = {}) {
  if (found.size === 0) {
    const holder = document.getElementById('script-texts')
    for (const each of holder?.content.querySelectorAll('[data-text]') ?? []) found.set(each.dataset.text, each.textContent)
  }
  const text = found.get(name) ?? name
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole))
}

// Plain English is read by the whole world: day before month, 24 hours.
export function readerLanguage () {
  const language = document.documentElement.lang || 'en'
  return language === 'en' || language === 'qps' ? 'en-GB' : language
}

export function sayTime (instant) {
  return new Intl.DateTimeFormat(readerLanguage(), { hour: '2-digit', minute: '2-digit' }).format(instant)
}

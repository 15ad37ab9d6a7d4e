// The fields of a form as a person fills them in: texts, lists, choices and ticks alike, each known by its name and
// its value as one text (several ticks one below the other).

const never = ['file', 'password', 'hidden', 'submit', 'button', 'reset', 'image']

// What is never kept: secrets, and what the page says is not to be.
export function isTyped (field) {
  return Boolean(field.name) && !never.includes(field.type) && field.autocomplete !== 'one-time-code' &&
    field.tagName !== 'FIELDSET' && !field.closest('[data-autosave-off]')
}

export function isText (field) {
  return field.tagName === 'TEXTAREA' || ['text', 'email', 'tel', 'url', 'search', 'number'].includes(field.type)
}

export function namesOf (form) {
  return [...new Set([...form.elements].filter(isTyped).map((each) => each.name))]
}

function fieldsOf (form, name) {
  return [...form.elements].filter((each) => each.name === name && isTyped(each))
}

const isChoice = (field) => field.type === 'radio' || field.type === 'checkbox'

export function valueOf (form, name) {
  const all = fieldsOf(form, name)
  if (all.length === 0 || !isChoice(all[0])) return all[0]?.value ?? ''
  return all.filter((each) => each.checked).map((each) => each.value).join('\n')
}

// What the server sent with the page.
export function valueAtFirst (form, name) {
  const all = fieldsOf(form, name)
  const first = all[0]
  if (!first) return ''
  if (isChoice(first)) return all.filter((each) => each.defaultChecked).map((each) => each.value).join('\n')
  if (first.tagName === 'SELECT') return ([...first.options].find((each) => each.defaultSelected) ?? first.options[0])?.value ?? ''
  return first.defaultValue
}

// Shows a value that nobody typed just now; whoever counts words or scores hears of it as "shown".
export function show (form, name, value) {
  const all = fieldsOf(form, name)
  const chosen = value.split('\n')
  for (const field of all) {
    if (isChoice(field)) field.checked = chosen.includes(field.value)
    else field.value = value
  }
  all[0]?.dispatchEvent(new CustomEvent('shown', { bubbles: true }))
}

// The server keeps a line without the blanks around it, and knows one kind of line end.
export function same (form, name, one, other) {
  const isArea = fieldsOf(form, name)[0]?.tagName === 'TEXTAREA'
  const normal = (text) => isArea ? text.replace(/\r\n?/g, '\n') : text.trim()
  return normal(one) === normal(other)
}

// A value in the words of the page: the label of a choice.
export function wordsOf (form, name, value) {
  const all = fieldsOf(form, name)
  if (all[0]?.tagName === 'SELECT') return [...all[0].options].find((each) => each.value === value)?.text ?? value
  if (!all[0] || !isChoice(all[0])) return value
  const chosen = value.split('\n')
  return all.filter((each) => chosen.includes(each.value)).map((each) => each.labels[0]?.textContent.trim()).join(', ') || '–'
}

export function focusOn (form, name) {
  const all = fieldsOf(form, name)
  const field = all.find((each) => each.checked) ?? all[0]
  field?.focus()
}

// Builds styles, scripts, fonts and images into OUT with content-hash names, and OUT/manifest.txt with a line
// "name hashed-name" for each. cmake/assets.cmake calls it: node build.mjs OUT NODE_MODULES.
// The order matters: fonts and images first, since styles name them; scripts from the leaves to the root.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'

const here = dirname(fileURLToPath(import.meta.url))
const out = process.argv[2] ?? join(here, 'built')
const modules = resolve(process.argv[3] ?? join(here, 'node_modules'))
const sass = createRequire(join(modules, 'x.js'))('sass')
const names = new Map()

function put (name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const end = extname(name)
  const hashed = `${basename(name, end)}.${hash}${end}`
  writeFileSync(join(out, hashed), content)
  names.set(name, hashed)
  return hashed
}

// The component library writes left and right; a right-to-left language needs start and end.
const logicalNames = {
  'margin-left': 'margin-inline-start', 'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start', 'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start', 'border-right': 'border-inline-end',
  'border-left-color': 'border-inline-start-color', 'border-right-color': 'border-inline-end-color',
  'border-left-width': 'border-inline-start-width', 'border-right-width': 'border-inline-end-width',
  'border-left-style': 'border-inline-start-style', 'border-right-style': 'border-inline-end-style',
  'border-top-left-radius': 'border-start-start-radius', 'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius', 'border-bottom-right-radius': 'border-end-end-radius',
  left: 'inset-inline-start', right: 'inset-inline-end'
}
const logicalValues = { left: 'start', right: 'end' }
const floatValues = { left: 'inline-start', right: 'inline-end' }

function logical (css) {
  return css.replace(/([;{]\s*)([-a-z]+)\s*:\s*([^;{}]+)(?=[;}])/g, (whole, before, property, given) => {
    const important = given.includes('!important') ? '!important' : ''
    const value = given.replace('!important', "").trim()
    if (property === 'text-align') return `${before}text-align:${logicalValues[value] ?? value}${important}`
    if (property === 'float' || property === 'clear') return `${before}${property}:${floatValues[value] ?? value}${important}`
    const four = /^(margin|padding)$/.test(property) && value.split(/\s+(?![^(]*\))/)
    if (four && four.length === 4 && four[1] !== four[3]) {
      return `${before}${property}-block:${four[0]} ${four[2]}${important};${property}-inline:${four[3]} ${four[1]}${important}`
    }
    return logicalNames[property] ? `${before}${logicalNames[property]}:${value}${important}` : whole
  })
}

function buildFonts () {
  const faces = []
  const families = [
    ['@fontsource-variable/source-sans-3', 'index.css', 'Source Sans 3 Variable', 'WeGO Sans'],
    ['@fontsource-variable/source-serif-4', 'index.css', 'Source Serif 4 Variable', 'WeGO Serif']
  ]
  for (const [folder, sheet, family, ours] of families) {
    const css = readFileSync(join(modules, folder, sheet), 'utf8')
    faces.push(css.replaceAll(family, ours).replace(/url\(\.\/files\/([^)]+)\)/g, (_, file) =>
      `url(${put(file, readFileSync(join(modules, folder, 'files', file)))})`))
  }
  return faces.join('\n')
}

function buildStyles (faces) {
  const made = sass.compile(join(here, 'styles', 'awards.scss'), {
    style: 'compressed', loadPaths: [modules, join(here, 'styles')], quietDeps: true, charset: false
  })
  const css = ('@charset "utf-8";\n' + faces + '\n' + logical(made.css)).replace(/asset\("?([^")]+)"?\)/g, (_, name) => {
    if (!names.has(name)) throw new Error(`styles name ${name}, which was not built`)
    return `url(${names.get(name)})`
  })
  put('awards.css', css)
}

// Puts a module after those it imports, and writes their hashed names into it.
function buildScripts () {
  const sources = new Map([['govuk-frontend.js', readFileSync(
    join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'), 'utf8').replace(/\n\/\/# sourceMappingURL.*/, '')]])
  for (const file of readdirSync(join(here, 'scripts'))) {
    sources.set(file, readFileSync(join(here, 'scripts', file), 'utf8'))
  }
  const build = (name) => {
    if (names.has(name)) return names.get(name)
    const source = sources.get(name)
    if (source === undefined) throw new Error(`no script ${name}`)
    return put(name, source.replace(/from '\.\/([^']+)'/g, (_, imported) => `from './${build(imported)}'`))
  }
  for (const name of sources.keys()) build(name)
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
for (const image of readdirSync(join(here, 'images'))) put(image, readFileSync(join(here, 'images', image)))
buildStyles(buildFonts())
buildScripts()
writeFileSync(join(out, 'manifest.txt'), [...names].sort().map(([name, hashed]) => `${name} ${hashed}\n`).join(''))

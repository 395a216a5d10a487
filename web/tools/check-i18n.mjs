// Holds the language files: no Chinese text outside them, the same keys in every language, no key
// that the code asks for missing, none that nobody asks for.
import fs from 'node:fs'
import path from 'node:path'

const root = new URL('../', import.meta.url).pathname
const LANGUAGES = ['zh-CN', 'en']
const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
const faults = []

function filesUnder(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(file) : [file]
  })
}

function keysOf(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

const sources = [...filesUnder(path.join(root, 'apps')), ...filesUnder(path.join(root, 'shared'))].filter(
  (file) => /\.(vue|ts|html)$/.test(file) && !file.includes(`${path.sep}i18n${path.sep}`),
)
const literals = new Set()
const prefixes = new Set()

for (const file of sources) {
  const text = fs.readFileSync(file, 'utf8')
  text.split('\n').forEach((line, index) => {
    if (CJK.test(line)) faults.push(`${path.relative(root, file)}:${index + 1}: Chinese text outside shared/i18n: ${line.trim()}`)
  })
  for (const [, literal] of text.matchAll(/['`]([a-z][\w-]*(?:\.[\w-]+)+)['`]/g)) literals.add(literal)
  for (const [, prefix] of text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)) prefixes.add(prefix)
}

const roomOf = {}

function keysIn(language) {
  const files = filesUnder(path.join(root, 'shared/i18n')).filter((file) => path.basename(file).endsWith(`${language}.json`))
  return files.flatMap((file) => {
    const tree = JSON.parse(fs.readFileSync(file, 'utf8'))
    const room = path.basename(file).slice(0, -`${language}.json`.length)
    for (const area of Object.keys(tree)) {
      roomOf[area] ??= room
      if (roomOf[area] !== room) faults.push(`${area} stands in two rooms: ${roomOf[area] || 'desk.'} and ${room || 'desk.'}`)
    }
    return keysOf(tree)
  })
}

const messages = Object.fromEntries(LANGUAGES.map((language) => [language, new Set(keysIn(language))]))
const [first, ...others] = LANGUAGES
for (const other of others) {
  for (const key of messages[first]) if (!messages[other].has(key)) faults.push(`${other} lacks ${key}`)
  for (const key of messages[other]) if (!messages[first].has(key)) faults.push(`${first} lacks ${key}`)
}

const areas = new Set([...messages[first]].map((key) => key.split('.')[0]))
for (const literal of literals) {
  if (areas.has(literal.split('.')[0]) && !messages[first].has(literal)) faults.push(`no message for ${literal}`)
}
for (const prefix of prefixes) {
  if (areas.has(prefix.split('.')[0]) && ![...messages[first]].some((key) => key.startsWith(prefix))) {
    faults.push(`no message begins with ${prefix}`)
  }
}
for (const key of messages[first]) {
  const asked = literals.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix))
  if (!asked) faults.push(`nobody asks for ${key}`)
}

for (const fault of faults) console.error(`i18n: ${fault}`)
console.log(`i18n: ${messages[first].size} messages in ${LANGUAGES.length} languages, ${faults.length} faults`)
process.exit(faults.length > 0 ? 1 : 0)

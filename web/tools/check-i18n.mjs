// Holds the language files: no Chinese text outside them, the same keys in every language, no key
// that the code of an app asks for missing from the words of that app, none that nobody asks for.
import fs from 'node:fs'
import path from 'node:path'

const root = new URL('../', import.meta.url).pathname
const APPS = JSON.parse(fs.readFileSync(path.join(root, 'apps.json'), 'utf8'))
const SHARED_WORDS = 'shared/i18n'
const LANGUAGES = ['zh-CN', 'en']
const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
const faults = []

function filesUnder(folder) {
  if (!fs.existsSync(folder)) return []
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

/** What the code in a folder asks for: whole keys, and beginnings of keys it completes itself. */
function askedIn(folder) {
  const literals = new Set()
  const prefixes = new Set()
  const sources = filesUnder(path.join(root, folder)).filter(
    (file) => /\.(vue|ts|html)$/.test(file) && !file.includes(`${path.sep}i18n${path.sep}`),
  )
  for (const file of sources) {
    const text = fs.readFileSync(file, 'utf8')
    text.split('\n').forEach((line, index) => {
      if (CJK.test(line)) faults.push(`${path.relative(root, file)}:${index + 1}: Chinese text outside i18n: ${line.trim()}`)
    })
    for (const [, literal] of text.matchAll(/['`]([a-z][\w-]*(?:\.[\w-]+)+)['`]/g)) literals.add(literal)
    for (const [, prefix] of text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)) prefixes.add(prefix)
  }
  return { literals, prefixes }
}

/** The keys of one folder of words; a top-level key stands in one of its rooms only. */
function wordsIn(folder) {
  const roomOf = {}
  const keys = Object.fromEntries(
    LANGUAGES.map((language) => {
      const files = filesUnder(path.join(root, folder)).filter((file) => path.basename(file).endsWith(`${language}.json`))
      return [
        language,
        new Set(
          files.flatMap((file) => {
            const tree = JSON.parse(fs.readFileSync(file, 'utf8'))
            const room = path.basename(file).slice(0, -`${language}.json`.length)
            for (const area of Object.keys(tree)) {
              roomOf[area] ??= room
              if (roomOf[area] !== room) faults.push(`${folder}: ${area} stands in two rooms: ${roomOf[area]} and ${room}`)
            }
            return keysOf(tree)
          }),
        ),
      ]
    }),
  )
  const [first, ...others] = LANGUAGES
  for (const other of others) {
    for (const key of keys[first]) if (!keys[other].has(key)) faults.push(`${folder}: ${other} lacks ${key}`)
    for (const key of keys[other]) if (!keys[first].has(key)) faults.push(`${folder}: ${first} lacks ${key}`)
  }
  return keys[first]
}

const shared = askedIn('shared')
const askedOf = new Map(APPS.map((app) => [app.name, askedIn(`apps/${app.name}`)]))
const folders = [...new Set(APPS.flatMap((app) => app.words))]
const wordsOf = new Map(folders.map((folder) => [folder, wordsIn(folder)]))

for (const app of APPS) {
  const words = new Set(app.words.flatMap((folder) => [...wordsOf.get(folder)]))
  const areas = new Set([...words].map((key) => key.split('.')[0]))
  const asks = [askedOf.get(app.name), ...(app.words.includes(SHARED_WORDS) ? [shared] : [])]
  for (const { literals, prefixes } of asks) {
    for (const literal of literals) {
      if (areas.has(literal.split('.')[0]) && !words.has(literal)) faults.push(`${app.name}: no message for ${literal}`)
    }
    for (const prefix of prefixes) {
      if (areas.has(prefix.split('.')[0]) && ![...words].some((key) => key.startsWith(prefix))) {
        faults.push(`${app.name}: no message begins with ${prefix}`)
      }
    }
  }
}

for (const [folder, words] of wordsOf) {
  const readers = APPS.filter((app) => app.words.includes(folder)).map((app) => askedOf.get(app.name))
  if (folder === SHARED_WORDS) readers.push(shared)
  for (const key of words) {
    const asked = readers.some(({ literals, prefixes }) => literals.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix)))
    if (!asked) faults.push(`${folder}: nobody asks for ${key}`)
  }
}

const count = [...wordsOf.values()].reduce((sum, words) => sum + words.size, 0)
for (const fault of new Set(faults)) console.error(`i18n: ${fault}`)
console.log(`i18n: ${count} messages of ${APPS.length} apps in ${LANGUAGES.length} languages, ${faults.length} faults`)
process.exit(faults.length > 0 ? 1 : 0)

import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** Seconds a file takes; only the length of the run depends on it. */
const seconds: Record<string, number> = {
  'citizen.e2e.ts': 223,
  'catalogue.e2e.ts': 146,
  'pages.e2e.ts': 116,
  'administrators.e2e.ts': 115,
  'lists.e2e.ts': 94,
  'walk.e2e.ts': 69,
  'returned.e2e.ts': 64,
  'facilities.e2e.ts': 55,
  'field.e2e.ts': 51,
  'territory.e2e.ts': 46,
  'routing.e2e.ts': 43,
  'bell.e2e.ts': 40,
  'evidence.e2e.ts': 38,
  'month.e2e.ts': 35,
  'screen.e2e.ts': 34,
  'appraisal.e2e.ts': 34,
  'duplicates.e2e.ts': 29,
  'hotline.e2e.ts': 27,
  'oidc.e2e.ts': 21,
  'personal-data.e2e.ts': 12,
  'patrol.e2e.ts': 10,
  'several.e2e.ts': 7,
  'plain.e2e.ts': 7,
}
const usual = 40

function length(file: TestSpecification) {
  return seconds[basename(file.moduleId)] ?? usual
}

/** Parts that take equally long: the longest file first, each to the part that has least so far. */
class EvenParts extends BaseSequencer {
  override shard(files: TestSpecification[]) {
    const { index, count } = this.ctx.config.shard ?? { index: 1, count: 1 }
    const parts = Array.from({ length: count }, () => ({ seconds: 0, files: [] as TestSpecification[] }))
    const longestFirst = [...files].sort(
      (a, b) => length(b) - length(a) || a.moduleId.localeCompare(b.moduleId),
    )
    for (const file of longestFirst) {
      const least = parts.reduce((found, part) => (part.seconds < found.seconds ? part : found))
      least.files.push(file)
      least.seconds += length(file)
    }
    return Promise.resolve(parts[index - 1]?.files ?? [])
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // On two busy cores a browser may be late once; who needed a second try is named in the log.
    retry: 1,
    expect: { poll: { timeout: 15_000 } },
    sequence: { sequencer: EvenParts },
  },
})

import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** Seconds a file takes, where it is far from the usual; only the length of the run depends on it. */
const seconds: Record<string, number> = {
  'pages.e2e.ts': 320,
  'citizen.e2e.ts': 235,
  'catalogue.e2e.ts': 180,
  'lists.e2e.ts': 150,
  'walk.e2e.ts': 140,
  'month.e2e.ts': 110,
  'appraisal.e2e.ts': 100,
  'administrators.e2e.ts': 85,
  'territory.e2e.ts': 85,
  'routing.e2e.ts': 80,
  'field.e2e.ts': 80,
  'evidence.e2e.ts': 75,
  'screen.e2e.ts': 75,
  'duplicates.e2e.ts': 75,
  'returned.e2e.ts': 100,
  'bell.e2e.ts': 70,
  'facilities.e2e.ts': 55,
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

import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** Seconds a file takes, where it is far from the usual; only the length of the run depends on it. */
const seconds: Record<string, number> = {
  'pages.e2e.ts': 300,
  'citizen.e2e.ts': 170,
  'catalogue.e2e.ts': 145,
  'lists.e2e.ts': 145,
  'walk.e2e.ts': 95,
  'evidence.e2e.ts': 90,
}
const usual = 50

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
    sequence: { sequencer: EvenParts },
  },
})

import { solve } from './proof'

/** Solves a puzzle beside the page; where the phone has no workers, in it. */
export function prove(salt: string, bits: number): Promise<string> {
  if (typeof Worker === 'undefined') return Promise.resolve(solve(salt, bits))
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' })
    const end = (): void => worker.terminate()
    worker.onmessage = (event: MessageEvent<string>) => {
      end()
      done(event.data)
    }
    worker.onerror = () => {
      // Old web views know no module workers.
      end()
      try {
        done(solve(salt, bits))
      } catch (thrown) {
        failed(thrown as Error)
      }
    }
    worker.postMessage({ salt, bits })
  })
}

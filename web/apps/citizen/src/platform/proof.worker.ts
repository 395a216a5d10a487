import { solve } from './proof'

interface Puzzle {
  salt: string
  bits: number
}

addEventListener('message', (event: MessageEvent<Puzzle>) => {
  postMessage(solve(event.data.salt, event.data.bits))
})

import { onBeforeUnmount, onMounted } from 'vue'

/** Ids of the cases that moved, or null when anything may have. */
export type Moved = ReadonlySet<number> | null

type Told = (moved: Moved) => void

/** What another server wrote is not told by this one. */
const ASK_AGAIN_MS = 60_000

const listeners = new Set<Told>()
let source: EventSource | null = null
let wasOpen = false
let timer: ReturnType<typeof setInterval> | undefined

function tell(moved: Moved): void {
  for (const told of listeners) told(moved)
}

function movedOf(data: string): Moved {
  const { ids } = JSON.parse(data) as { ids?: number[] }
  return ids ? new Set(ids) : null
}

function listen(): void {
  const opened = new EventSource('/api/cases/live')
  source = opened
  opened.addEventListener('moved', ({ data }) => tell(movedOf(String(data))))
  opened.addEventListener('open', () => {
    if (wasOpen) tell(null)
    wasOpen = true
  })
  // The browser gives up where the server has enough lists open; the next minute tries again.
  opened.addEventListener('error', () => {
    if (source === opened && opened.readyState === EventSource.CLOSED) source = null
  })
}

function askAgain(): void {
  tell(null)
  if (!source) listen()
}

/** Listens to the server while the desk is open; after a gap everything counts as moved. */
export function startLive(): void {
  if (timer || typeof EventSource === 'undefined') return
  timer = setInterval(askAgain, ASK_AGAIN_MS)
  listen()
}

export function stopLive(): void {
  clearInterval(timer)
  timer = undefined
  source?.close()
  source = null
  wasOpen = false
}

/** Tells a part of the page while it is shown, at most once in each `pause`; what comes between is told together. */
export function useMoved(told: Told, pause = 1000): void {
  let gathered: Set<number> | null | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0

  function pass(): void {
    timer = undefined
    last = Date.now()
    const moved = gathered ?? null
    gathered = undefined
    told(moved)
  }

  function gather(moved: Moved): void {
    if (moved === null || gathered === null) gathered = null
    else gathered = new Set([...(gathered ?? []), ...moved])
    timer ??= setTimeout(pass, Math.max(0, last + pause - Date.now()))
  }

  onMounted(() => listeners.add(gather))
  onBeforeUnmount(() => {
    listeners.delete(gather)
    clearTimeout(timer)
  })
}

import { ref, watch } from 'vue'

/** How a person is told of new work while looking elsewhere; each browser remembers its own. */
export const ALERTS = ['off', 'sound', 'notice', 'both'] as const

export type Alert = (typeof ALERTS)[number]

const KEY = 'gewu.alert'
const TONE_HZ = 660
const TONE_S = 0.25

const saved = localStorage.getItem(KEY) as Alert | null
export const alert = ref<Alert>(saved && ALERTS.includes(saved) ? saved : 'off')

watch(alert, (chosen) => {
  localStorage.setItem(KEY, chosen)
  if (chosen === 'sound' || chosen === 'both') ring()
  if ((chosen === 'notice' || chosen === 'both') && 'Notification' in window) void Notification.requestPermission()
})

function ring(): void {
  const context = new AudioContext()
  const tone = context.createOscillator()
  const loudness = context.createGain()
  tone.frequency.value = TONE_HZ
  loudness.gain.setValueAtTime(0.15, context.currentTime)
  loudness.gain.exponentialRampToValueAtTime(0.001, context.currentTime + TONE_S)
  tone.connect(loudness).connect(context.destination)
  tone.start()
  tone.stop(context.currentTime + TONE_S)
  tone.onended = () => void context.close()
}

/** Rings and shows a notice, as chosen; the notice only while the page is out of sight. */
export function alertOf(words: string): void {
  if (alert.value === 'sound' || alert.value === 'both') ring()
  const noticed = alert.value === 'notice' || alert.value === 'both'
  if (noticed && document.hidden && 'Notification' in window && Notification.permission === 'granted') {
    new Notification(words, { tag: 'gewu' })
  }
}

/**
 * The push service is not ours: in its place stands one that gives an address and keys as the standard
 * says, and a person who answers the browser's question.
 *
 * @param answer of the person
 * @param silent how often the service does not answer first
 */
export function pushService(answer: 'granted' | 'denied', silent = 0): string {
  return `(() => {
    const key = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
    const subscription = {
      endpoint: 'https://fcm.googleapis.com/fcm/send/' + Math.random(),
      toJSON() { return { endpoint: this.endpoint, keys: { p256dh: key, auth: 'BTBZMqHH6r4Tts7J_aSIgg' } } },
      unsubscribe: async () => { window.woken = undefined; return true },
    }
    let silent = ${silent}
    PushManager.prototype.subscribe = async (wish) => {
      if (silent-- > 0) throw new DOMException('Registration failed - push service error', 'AbortError')
      window.wish = wish.applicationServerKey.byteLength
      return (window.woken = subscription)
    }
    PushManager.prototype.getSubscription = async () => window.woken ?? null
    window.asked = 0
    Notification.requestPermission = async () => { window.asked++; return '${answer}' }
    Object.defineProperty(Notification, 'permission', { get: () => (window.asked > 0 ? '${answer}' : 'default') })
  })()`
}

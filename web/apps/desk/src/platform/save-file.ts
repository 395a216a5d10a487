/** Hands the person a file made in this page. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

export function saveJson(name: string, value: unknown): void {
  saveFile(name, 'application/json', `${JSON.stringify(value, null, 2)}\n`)
}

/** Whether this can be a telephone number, however it was typed. */
export function isPhone(text: string): boolean {
  return /^\+?\d{7,15}$/.test(text.replace(/[\s-]/g, ''))
}

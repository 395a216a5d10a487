/**
 * Changes what a scrolled list shows and keeps the rows the reader looks at where they are:
 * the first row in sight that is still there afterwards stays under the same line of the screen.
 */
export async function keepPlace(box: HTMLElement | null, rows: string, change: () => Promise<void>): Promise<void> {
  if (!box) return change()
  const scroller = box.scrollHeight > box.clientHeight ? box : (document.scrollingElement ?? box)
  const top = scroller === box ? box.getBoundingClientRect().top : 0
  const inSight = [...box.querySelectorAll<HTMLElement>(rows)]
    .map((row) => ({ key: row.dataset.case, at: row.getBoundingClientRect().top }))
    .filter(({ at }) => at >= top)
  const reading = scroller.scrollTop > 0
  await change()
  // Whoever stands at the top wants to see what comes in there.
  if (!reading) return
  for (const { key, at } of inSight) {
    const row = box.querySelector<HTMLElement>(`${rows}[data-case="${key}"]`)
    if (row) {
      scroller.scrollTop += row.getBoundingClientRect().top - at
      return
    }
  }
}

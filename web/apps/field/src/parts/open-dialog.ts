/** Opens a dialog above the page; browsers without dialogs (Safari before 15.4) show it as a part of the page. */
export function openDialog(dialog: HTMLDialogElement | null): void {
  if (!dialog) return
  if (typeof dialog.showModal === 'function') dialog.showModal()
  else dialog.setAttribute('open', '')
}

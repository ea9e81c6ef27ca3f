/** The button's line is about to go. @returns moves the focus to the same button of the line that follows, or stands before */
export function focusBeside(button: HTMLElement): () => void {
  const line = button.closest('li');
  const beside = line?.nextElementSibling ?? line?.previousElementSibling;
  return () => beside?.querySelector<HTMLElement>('[data-goes]')?.focus();
}

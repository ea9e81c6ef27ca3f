/**
 * A ref: the field has the focus as soon as it is there. A dialog takes the focus when it opens, after its fields have come,
 * and gives it to whom this attribute marks; React does not write it.
 */
export function focusFirst(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
  element?.focus();
}

/**
 * As the `ref` of the field that a dialog is opened for. React's own autoFocus comes before the dialog is shown, which
 * then moves the focus to its first control, unless the element itself says where it belongs.
 */
export const focusFirst = (field: HTMLElement | null): void => field?.setAttribute('autofocus', '');

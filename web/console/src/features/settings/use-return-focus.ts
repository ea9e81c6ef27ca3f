import { useEffect, useRef, type RefObject } from 'react';

/** The ref of a button that opens a form below it: when the form has closed and taken the focus along, the button has it again. */
export function useReturnFocus(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(isOpen);
  useEffect(() => {
    if (was.current && !isOpen && document.activeElement === document.body) {
      button.current?.focus();
    }
    was.current = isOpen;
  }, [isOpen]);
  return button;
}

import { useCallback } from 'react';

const longestWaitMs = 20_000;

/**
 * A form that was sent and refused takes whoever uses keys to its first mistake, or back to the button where no field is wrong,
 * however late the refusal comes; not whoever has gone on typing meanwhile.
 * @returns the ref of what is around the forms
 */
export function useFirstMistake() {
  return useCallback((around: HTMLElement | null) => {
    if (!around) {
      return undefined;
    }
    let stop = () => {};
    const wait = ({ target }: Event) => {
      stop();
      stop =
        target instanceof HTMLFormElement ? toFirstMistake(target, document.activeElement) : stop;
    };
    around.addEventListener('submit', wait, true);
    return () => {
      stop();
      around.removeEventListener('submit', wait, true);
    };
  }, []);
}

/** @param sentBy where the focus was: a button that waits for an answer loses it */
function toFirstMistake(form: HTMLFormElement, sentBy: Element | null): () => void {
  const observer = new MutationObserver(look);
  const timer = setTimeout(stop, longestWaitMs);
  const frame = requestAnimationFrame(look);
  function stop() {
    observer.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    form.removeEventListener('input', stop);
  }
  function look() {
    const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) {
      stop();
      wrong.focus();
    } else if (document.activeElement === document.body && sentBy instanceof HTMLButtonElement) {
      sentBy.focus();
    }
  }
  observer.observe(form, {
    subtree: true,
    childList: true,
    attributeFilter: ['aria-invalid', 'disabled'],
  });
  form.addEventListener('input', stop);
  return stop;
}

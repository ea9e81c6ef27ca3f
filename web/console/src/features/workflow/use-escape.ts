import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Escape closes this and nothing around it; a list that is open in it takes the key first. */
export function useEscape(of: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const act = useEffectEvent(onEscape);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isOpen =
        event.target instanceof HTMLElement &&
        event.target.getAttribute('aria-expanded') === 'true';
      if (event.key === 'Escape' && !isOpen) {
        event.stopPropagation();
        act();
      }
    };
    const element = of.current;
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [of]);
}

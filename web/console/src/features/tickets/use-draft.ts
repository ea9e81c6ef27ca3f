import { useEffect, useRef, useState } from 'react';

const prefix = 'otklik.draft.';

function read(name: string): string {
  try {
    return localStorage.getItem(prefix + name) ?? '';
  } catch {
    return '';
  }
}

function keep(name: string, text: string): void {
  try {
    if (text) {
      localStorage.setItem(prefix + name, text);
    } else {
      localStorage.removeItem(prefix + name);
    }
  } catch {
    // The browser's storage is full or forbidden: the text still lives on screen.
  }
}

/** What is typed survives a reload, a crash and a walk to other tickets. */
export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => read(name));
  const latest = useRef({ name, text });
  useEffect(() => {
    latest.current = { name, text };
    const timer = setTimeout(() => keep(name, text), 300);
    return () => clearTimeout(timer);
  }, [name, text]);
  useEffect(() => {
    const flush = () => keep(latest.current.name, latest.current.text);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return [text, setText];
}

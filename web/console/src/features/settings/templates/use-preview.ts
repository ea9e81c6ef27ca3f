import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../../lib/client.ts';

export type Place = { code: string; line: number; column: number; about: string };
export type Shown = { body: string | null; html: string | null; problem: Place | null };
export type Preview = {
  ticket: { id: string; number: number; subject: string } | null;
  ru: Shown | null;
  en: Shown | null;
};

export type Texts = { ru: string; en: string };
const pauseMs = 500;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as T), pauseMs);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}

/** What a customer would read, and the first mistake of each language, a moment after the last key. */
export function usePreview(texts: Texts, ticket: string) {
  const asked = useSettled({ texts, ticket: /^\d{1,15}$/.test(ticket) ? ticket : '' });
  const { data, error } = useQuery({
    queryKey: ['template-preview', asked],
    queryFn: () =>
      api.post<Preview>('/templates/preview', {
        text: {
          ru: asked.texts.ru.trim() ? { body: asked.texts.ru } : null,
          en: asked.texts.en.trim() ? { body: asked.texts.en } : null,
        },
        ...(asked.ticket && { ticketId: asked.ticket }),
      }),
    enabled: Boolean(asked.texts.ru.trim() || asked.texts.en.trim()),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  return { preview: data, error };
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { operations } from '../../../../../../contracts/client.ts';
import { api } from '../../../lib/client.ts';
import type { CustomerTexts } from './types.ts';

export type LetterPreview =
  operations['previewCustomerNotice']['responses'][200]['content']['application/json'];
const pauseMs = 500;

/** What a customer would read, and what is wrong in each language, a moment after the last key. */
export function useLetterPreview(texts: CustomerTexts): LetterPreview | undefined {
  const [asked, setAsked] = useState(texts);
  const key = JSON.stringify(texts);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(JSON.parse(key) as CustomerTexts), pauseMs);
    return () => clearTimeout(timer);
  }, [key]);
  const isWhole = [asked.ru, asked.en].every(
    ({ subject, body }) => subject.trim() !== '' && body.trim() !== '',
  );
  return useQuery({
    queryKey: ['customer-notice-preview', asked],
    queryFn: () => api.post<LetterPreview>('/customer-notices/preview', { texts: asked }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  }).data;
}

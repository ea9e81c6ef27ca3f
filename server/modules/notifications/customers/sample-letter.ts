import type { Colleague } from '../../identity/public.ts';
import type { Dispatch } from '../sending/dispatch-rows.ts';
import type { FilledLetter } from './fill-letter.ts';
import type { CustomerLetter } from './prepare-letter.ts';

/** What a colleague has sent to themselves to look at. */
export function sampleOf({ words }: Dispatch, { name, email }: Colleague): CustomerLetter {
  const { subject, text, html } = words as unknown as FilledLetter;
  return {
    subject,
    text,
    html,
    kind: 'note',
    to: { name, address: email },
    channelId: null,
    ticket: null,
    inReplyTo: null,
  };
}

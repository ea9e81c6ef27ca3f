import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

const channel = z.object({ channelId: z.string() });

export const channelAdded = defineEvent('channel.added', channel);
export const channelChanged = defineEvent('channel.changed', channel);
export const channelRemoved = defineEvent('channel.removed', channel);
export const channelStateChanged = defineEvent(
  'channel.state-changed',
  channel.extend({ state: z.string(), code: z.string().nullable() }),
);
/** It cannot be reached for some minutes already, or its password is refused. */
export const channelTrouble = defineEvent(
  'channel.trouble',
  channel.extend({ address: z.string(), code: z.string().nullable() }),
);
export const signatureChanged = defineEvent(
  'signature.changed',
  z.object({ teamId: z.string().nullable() }),
);
export const letterQuarantined = defineEvent(
  'letter.quarantined',
  channel.extend({ inboundId: z.string(), code: z.string() }),
);
/** Of a letter that the product wrote by itself: it came back, or a person answered it. `kind`: `note`, `auto`. */
const generated = z.object({ generatedId: z.string(), kind: z.string() });
export const generatedBounced = defineEvent(
  'letter.generated-bounced',
  generated.extend({ code: z.string() }),
);
export const generatedAnswered = defineEvent('letter.generated-answered', generated);

import { z } from 'zod';
import type { Letter } from '../letter/letter.ts';
import type { Bounce, BounceKind, BounceRecipient } from './bounce.ts';
import { isHard, reasonOf } from './classify.ts';
import { codesIn } from './codes.ts';

/** Delivery notifications of Amazon SES, sent on by mail: JSON, mostly inside the JSON of the notification service. */
const notification = z.object({
  notificationType: z.enum(['Bounce', 'Complaint', 'Delivery']),
  mail: z
    .object({
      messageId: z.string().optional(),
      destination: z.array(z.string()).optional(),
      commonHeaders: z
        .object({ subject: z.string().optional(), messageId: z.string().optional() })
        .optional(),
    })
    .optional(),
  bounce: z
    .object({
      bouncedRecipients: z
        .array(
          z.object({
            emailAddress: z.string(),
            status: z.string().optional(),
            diagnosticCode: z.string().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  complaint: z
    .object({ complainedRecipients: z.array(z.object({ emailAddress: z.string() })).optional() })
    .optional(),
  delivery: z
    .object({ recipients: z.array(z.string()).optional(), smtpResponse: z.string().optional() })
    .optional(),
});
type Notification = z.infer<typeof notification>;

const TEXT_LIMIT = 200_000;

const jsonIn = (text: string): unknown => {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) {
    return null;
  }
  // Mail programs fold long lines inside of strings, where JSON allows no line end.
  for (const candidate of [
    text.slice(from, to + 1),
    text.slice(from, to + 1).replaceAll(/\r?\n/g, ''),
  ]) {
    try {
      return JSON.parse(candidate);
    } catch {
      continue;
    }
  }
  return null;
};

const notificationIn = (text: string): Notification | null => {
  const outer = jsonIn(text.slice(0, TEXT_LIMIT));
  const wrapped = z.object({ Message: z.string() }).safeParse(outer);
  const parsed = notification.safeParse(wrapped.success ? jsonIn(wrapped.data.Message) : outer);
  return parsed.success ? parsed.data : null;
};

const bounced = ({ bounce }: Notification): readonly BounceRecipient[] =>
  (bounce?.bouncedRecipients ?? []).map(({ emailAddress, status, diagnosticCode = '' }) => {
    const said = codesIn(diagnosticCode);
    const evidence = {
      kind: 'failed' as const,
      diagnostic: diagnosticCode,
      around: '',
      stage: null,
      isAttributed: false,
      status: said.status ?? status ?? null,
      replyCode: said.replyCode,
    };
    const reason = reasonOf(evidence);
    return {
      address: emailAddress,
      status: evidence.status,
      replyCode: said.replyCode,
      hard: isHard(reason, evidence),
      reason,
      diagnostic: diagnosticCode,
    };
  });

const plain = (address: string, reason: 'spam' | 'other', diagnostic = ''): BounceRecipient => ({
  address,
  status: null,
  replyCode: null,
  hard: false,
  reason,
  diagnostic,
});

const recipientsOf = (found: Notification): readonly BounceRecipient[] => {
  if (found.notificationType === 'Bounce') {
    return bounced(found);
  }
  if (found.notificationType === 'Complaint') {
    return (found.complaint?.complainedRecipients ?? []).map(({ emailAddress }) =>
      plain(emailAddress, 'spam'),
    );
  }
  return (found.delivery?.recipients ?? found.mail?.destination ?? []).map((address) =>
    plain(address, 'other', found.delivery?.smtpResponse ?? ''),
  );
};

const kinds: Readonly<Record<Notification['notificationType'], BounceKind>> = {
  Bounce: 'failed',
  Complaint: 'feedback',
  Delivery: 'delivered',
};

const originalId = ({ mail }: Notification): string | null =>
  mail?.commonHeaders?.messageId?.replaceAll(/[<>]/g, '') ?? mail?.messageId ?? null;

export const bounceInNotification = (letter: Letter): Bounce | null => {
  const text = letter.text ?? '';
  const found = text.slice(0, TEXT_LIMIT).includes('notificationType')
    ? notificationIn(text)
    : null;
  if (found === null) {
    return null;
  }
  const recipients = recipientsOf(found);
  return {
    kind: kinds[found.notificationType],
    recipients,
    originalMessageId: originalId(found),
    originalRecipient: recipients.at(0)?.address ?? null,
    originalSubject: found.mail?.commonHeaders?.subject ?? null,
  };
};

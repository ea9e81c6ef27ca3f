import type { CommandContext } from '../../../../kernel/commands.ts';
import { storable } from '../../../../kernel/text.ts';
import { registerFile, type Invitation, type NewMessage } from '../../../tickets/public.ts';
import type { InboundRow } from '../../inbound-store.ts';
import type { MailAuthentication } from '../../schema.ts';
import type { Understood } from './understand.ts';

export type StoredLetterFile = { readonly hash: string; readonly size: number };

export type LetterParts = {
  readonly understood: Understood;
  /** In the order of `understood.files`; their bytes are safe on disk. */
  readonly stored: readonly StoredLetterFile[];
  readonly authentication: MailAuthentication | null;
  readonly row: InboundRow;
};

/** A letter as a message of a ticket; its files become known. */
export async function messageOfLetter(
  ctx: CommandContext,
  { understood, stored, authentication, row }: LetterParts,
  { automatic }: { automatic: string | null },
): Promise<NewMessage> {
  const { letter } = understood;
  return {
    body: understood.body,
    quoted: understood.quoted,
    signature: understood.signature,
    html: understood.html,
    quotedHtml: understood.quotedHtml,
    blockedImages: understood.blockedImages,
    files: await attach(ctx, understood, stored),
    channel: { kind: 'email', id: row.channel_id },
    mail: {
      messageId: letter.messageId,
      from: letter.from && mailboxText(letter.from),
      to: letter.to.slice(0, 200).map(mailboxText),
      cc: letter.cc.slice(0, 200).map(mailboxText),
      subject: storable(letter.subject).slice(0, 1000),
      ...(understood.withheld.length > 0 && { withheld: understood.withheld.slice(0, 100) }),
      authentication: authentication && {
        spf: authentication.spf,
        dkim: dkimOf(authentication),
        dmarc: authentication.dmarc,
      },
    },
    invitation: invitationOf(understood),
    automatic,
    sourceId: row.id,
  };
}

async function attach(
  ctx: CommandContext,
  { files }: Understood,
  stored: readonly StoredLetterFile[],
) {
  const attached = [];
  for (const [index, { fileId, name, contentType, inline, contentId }] of files.entries()) {
    const bytes = stored[index];
    if (bytes) {
      await registerFile(ctx, {
        ...bytes,
        id: fileId,
        name,
        contentType: contentType.slice(0, 255),
      });
      attached.push({ fileId, inline, contentId: contentId && storable(contentId).slice(0, 500) });
    }
  }
  return attached;
}

function dkimOf({ dkim }: MailAuthentication): string {
  return dkim.some(({ result }) => result === 'pass') ? 'pass' : (dkim[0]?.result ?? 'none');
}

function invitationOf({ letter: { invitation } }: Understood): Invitation | null {
  return (
    invitation && {
      method: invitation.method,
      summary: storable(invitation.summary).slice(0, 500),
      location: storable(invitation.location).slice(0, 500),
      organizer: invitation.organizer && mailboxText(invitation.organizer),
      startsAt: invitation.startsAt,
      endsAt: invitation.endsAt,
    }
  );
}

const mailboxText = ({ name, address }: { name: string; address: string }): string =>
  storable(name ? `${name} <${address}>` : address).slice(0, 700);

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFileCode, IconListDetails, IconLock } from '@tabler/icons-react';
import { lazy, Suspense, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Message, Ticket } from '../../lib/api-types.ts';
import { apiUrl } from '../../lib/client.ts';
import { MessageSlotContext } from '../../lib/message-slot.ts';
import { BounceNotes, DeliveryNote } from './delivery-note.tsx';
import { MailDetails } from './mail-details.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageFiles } from './message-files.tsx';
import classes from './timeline.module.css';
import { WithheldFiles } from './withheld-files.tsx';

const InvitationCard = lazy(async () => ({
  default: (await import('./invitation-card.tsx')).InvitationCard,
}));

function kindOf(message: Message): 'in' | 'out' | 'note' {
  return message.visibility === 'internal' ? 'note' : message.direction;
}

export function MessageCard({ message, ticket }: { message: Message; ticket: Ticket }) {
  const { t } = useTranslation();
  const [details, setDetails] = useState(false);
  const kind = kindOf(message);
  return (
    <article
      className={classes.message}
      data-kind={kind}
      aria-label={t(`tickets.message.${kind}`, { name: message.author.name })}
    >
      <div className={classes.head}>
        <Initials name={message.author.name} />
        <div className={classes.author}>
          <span className={classes.name}>{message.author.name}</span>{' '}
          {kind === 'in' &&
            message.author.email &&
            message.author.email !== message.author.name && (
              <span className={classes.address}>{message.author.email}</span>
            )}
        </div>
        <Chips message={message} kind={kind} />
        <TimeText at={message.createdAt} className={classes.when ?? ''} />
        {message.mail && (
          <LetterMenu
            shown={details}
            onDetails={() => setDetails(!details)}
            source={
              message.hasSource
                ? apiUrl(`/tickets/${ticket.id}/messages/${message.id}/source`)
                : null
            }
          />
        )}
      </div>
      {details && message.mail && <MailDetails mail={message.mail} />}
      <div className={classes.body}>
        {message.invitation && (
          <Suspense fallback={null}>
            <InvitationCard invitation={message.invitation} />
          </Suspense>
        )}
        <MessageBody message={message} ticketId={ticket.id} />
        <MessageFiles files={message.files.filter((file) => !file.inline || !message.html)} />
        <WithheldFiles mail={message.mail} />
        <DeliveryNote message={message} ticket={ticket} />
        <BounceNotes message={message} />
        <Below message={message} ticket={ticket} />
      </div>
    </article>
  );
}

function Below({ message, ticket }: { message: Message; ticket: Ticket }) {
  return use(MessageSlotContext)?.(ticket, message);
}

function Chips({ message, kind }: { message: Message; kind: string }) {
  const { t } = useTranslation();
  return (
    <>
      {kind === 'note' && (
        <span className={classes.chip} data-tone="note">
          <IconLock size={13} aria-hidden="true" /> {t('tickets.internalNote')}
        </span>
      )}
      {message.isNewParticipant && (
        <span className={classes.chip} data-tone="warn" title={t('tickets.newParticipantHint')}>
          {t('tickets.newParticipant')}
        </span>
      )}
      {message.automatic && (
        <span className={classes.chip}>
          {t(`tickets.automatic.${message.automatic}`, {
            defaultValue: t('tickets.automatic.auto_reply'),
          })}
        </span>
      )}
    </>
  );
}

function LetterMenu(props: { shown: boolean; onDetails: () => void; source: string | null }) {
  const { t } = useTranslation();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('tickets.letterMenu')}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconListDetails size={16} />} onClick={props.onDetails}>
          {t(props.shown ? 'tickets.hideDetails' : 'tickets.showDetails')}
        </Menu.Item>
        {props.source && (
          <Menu.Item
            leftSection={<IconFileCode size={16} />}
            component="a"
            href={props.source}
            target="_blank"
            rel="noreferrer"
          >
            {t('tickets.showSource')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

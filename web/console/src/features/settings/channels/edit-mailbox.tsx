import type { Channel } from '../../../lib/settings-types.ts';
import { fromSettings } from './mailbox-form.ts';
import { MailboxEditor } from './mailbox-editor.tsx';

export function EditMailbox({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { settings } = channel;
  return (
    <MailboxEditor
      key={channel.version}
      channel={channel}
      initial={fromSettings(channel.name, channel.address ?? '', settings)}
      oauth={settings.oauth ? { provider: settings.oauth } : null}
      onClose={onClose}
    />
  );
}

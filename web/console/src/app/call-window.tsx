import { lazy, Suspense, useState } from 'react';
import { callWords } from '../features/calls/words.ts';
import { talkWords } from '../features/scripts/words.ts';
import { useAction } from '../lib/actions.ts';
import { addWords } from '../lib/i18n.ts';
import { useMay } from '../lib/session.ts';

type Props = { opened: boolean; onClose: () => void };

const RegisterCall = lazy(async () => {
  const [{ RegisterCall: Register }, { CallTalk }] = await Promise.all([
    import('../features/calls/register-call.tsx'),
    import('../features/scripts/call-talk.tsx'),
    addWords(callWords),
    addWords(talkWords),
  ]);
  return { default: (props: Props) => <Register {...props} Guide={CallTalk} /> };
});

/** One key from anywhere; comes with the first call. */
export function CallWindow() {
  const [opened, setOpened] = useState(false);
  const may = useMay()('ticket.create');
  useAction('call.register', () => setOpened(true), may);
  return (
    opened && (
      <Suspense fallback={null}>
        <RegisterCall opened onClose={() => setOpened(false)} />
      </Suspense>
    )
  );
}

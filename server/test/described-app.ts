import { createApp, type App, type AppParts } from '../app.ts';
import { silentLog } from '../kernel/log.ts';

/** An application that is only asked for its routes: nothing behind it is opened. */
export function describedApp(): App {
  const nothing = () => {
    throw new Error('the description of the API needs no outside world');
  };
  const parts = {
    db: { listen: () => ({ close: async () => undefined }) },
    clock: () => new Date(0),
    log: silentLog,
    publicUrl: undefined,
    smtp: { host: '127.0.0.1', port: 2525 },
    secrets: { seal: nothing, unseal: nothing, keyFor: () => new Uint8Array(32) },
    files: { put: nothing, read: nothing },
    raw: { put: nothing, read: nothing },
    spoolDir: '/nowhere',
  } as unknown as AppParts;
  return createApp(parts);
}

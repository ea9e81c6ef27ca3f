import openapiTypescript, { astToString } from 'openapi-typescript';
import { createApp, type AppParts } from '../server/app.ts';
import { describeApi } from '../server/kernel/openapi.ts';
import { silentLog } from '../server/kernel/log.ts';
import { productVersion } from '../server/version.ts';

/** An application that is only asked for its routes: nothing behind it is opened. */
function describedApp() {
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

/** The files of contracts/ as they ought to be, by name. */
export async function buildContracts(): Promise<Record<string, string>> {
  const document = describeApi(describedApp().routes, productVersion);
  const types = astToString(await openapiTypescript(document as never, { alphabetize: false }));
  return {
    'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'client.ts': `// Made from the routes by \`npm run contracts\`.\n\n${types}`,
  };
}

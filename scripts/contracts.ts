import openapiTypescript, { astToString } from 'openapi-typescript';
import { describeApi } from '../server/kernel/openapi.ts';
import { describedApp } from '../server/test/described-app.ts';
import { productVersion } from '../server/version.ts';

/** The files of contracts/ as they ought to be, by name. */
export async function buildContracts(): Promise<Record<string, string>> {
  const document = describeApi(describedApp().routes, productVersion);
  const types = astToString(await openapiTypescript(document as never, { alphabetize: false }));
  return {
    'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'client.ts': `// Made from the routes by \`npm run contracts\`.\n\n${types}`,
  };
}

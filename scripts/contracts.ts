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
    // What types cannot say of a schema (`if`, `required`) comes out as nothing.
    'client.ts': `${head}${types.replaceAll(/ & \(unknown(?: [&|] unknown)*\)/g, '')}`,
    'values.ts': `${head}${valuesOf(document)}`,
  };
}

const head = '// Made from the routes by `npm run contracts`.\n\n';

type Described = {
  readonly components: { readonly schemas: Readonly<Record<string, { readonly enum?: string[] }>> };
};

/** What a named choice offers, in its order: types say it to the compiler only. */
function valuesOf(document: unknown): string {
  const { schemas } = (document as Described).components;
  return Object.entries(schemas)
    .flatMap(([name, { enum: values }]) =>
      values === undefined
        ? []
        : [`export const ${listNameOf(name)} = ${listed(values)} as const;`],
    )
    .join('\n')
    .concat('\n');
}

const listNameOf = (name: string): string =>
  `${name.charAt(0).toLowerCase()}${name.slice(1)}Values`;

const listed = (values: readonly string[]): string =>
  `[${values.map((value) => `'${value}'`).join(', ')}]`;

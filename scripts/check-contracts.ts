import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { buildContracts } from './contracts.ts';

/** Refuses contracts/ that the routes have left behind, a description that is not OpenAPI 3.1, names given twice and parameters without words. */
const complaints: string[] = [];
const built = await buildContracts();
for (const [name, text] of Object.entries(built)) {
  const committed = await readFile(new URL(`../contracts/${name}`, import.meta.url), 'utf8').catch(
    () => '',
  );
  if (committed !== text) {
    complaints.push(`contracts/${name} is not what the routes make; run: npm run contracts`);
  }
}

const document = JSON.parse(built['openapi.json'] ?? '{}') as {
  paths: Record<string, Record<string, Operation>>;
};
const { valid, errors } = await new Validator().validate(document);
if (!valid) {
  complaints.push(`not OpenAPI 3.1: ${JSON.stringify(errors)}`);
}

type Operation = {
  operationId: string;
  security?: unknown;
  parameters: { name?: string; description?: string }[];
};
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
const seen = new Set<string>();
for (const { operationId, parameters, security } of operations) {
  const mute = parameters.filter(({ name, description }) => name && !description);
  if (mute.length > 0 || !security) {
    complaints.push(
      `${operationId}: say in server/kernel/openapi-words.data.ts what these are: ${mute.map(({ name }) => name).join(', ')}`,
    );
  }

  if (seen.has(operationId) || !/^[a-z][A-Za-z0-9]*$/.test(operationId)) {
    complaints.push(`operationId ${operationId} is given twice or is no identifier`);
  }
  seen.add(operationId);
}

process.stdout.write(
  complaints.length > 0
    ? `${complaints.join('\n')}\n`
    : `contracts: ${operations.length} operations, valid and fresh\n`,
);
process.exit(complaints.length > 0 ? 1 : 0);

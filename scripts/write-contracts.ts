import { writeFile } from 'node:fs/promises';
import { buildContracts } from './contracts.ts';

/** Writes contracts/: the description of the API and the types of its client. */
for (const [name, text] of Object.entries(await buildContracts())) {
  await writeFile(new URL(`../contracts/${name}`, import.meta.url), text);
}

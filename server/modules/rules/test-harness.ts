import { expect } from 'vitest';
import type { Company } from '../../test/company.ts';
import { heard } from '../../test/desk.ts';
import { openWorld } from '../../test/world.ts';

/** One that makes what speaks of a fire urgent; `parts` make another of it. */
export const fireRule = (parts: object) => ({
  name: 'Fires first',
  trigger: { on: ['opened'] },
  condition: { field: 'text', operator: 'any', values: ['пожар'] },
  actions: [{ kind: 'priority', value: 'urgent' }],
  ...parts,
});

/** A world whose companies save rules and open tickets, of a fire if nothing else is said. */
export async function openRules() {
  const world = await openWorld();
  let opened = 0;
  return {
    world,
    async saved(company: Company, parts: object) {
      const { status, body } = await company.administrator.call('POST /rules', fireRule(parts));
      expect({ status, body }).toMatchObject({ status: 201 });
      await heard();
      return body;
    },
    async open(company: Company, parts: object = {}) {
      opened += 1;
      const { body } = await company.administrator.call('POST /tickets', {
        subject: 'Горим',
        body: 'У нас пожары',
        requester: { email: `c${opened}@acme.test`, name: 'C' },
        ...parts,
      });
      return body;
    },
    messages: async (company: Company, id: string) =>
      (await company.administrator.call(`GET /tickets/${id}/messages`)).body.items,
  };
}

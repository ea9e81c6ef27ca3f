import type { SampleOf } from './route-samples.ts';
import { created, fresh, type Things } from './route-things.ts';

const nothing: SampleOf = () => ({});

/** What comes from a site, and who may not come in. */
export const samplesOfForms: Readonly<Record<string, SampleOf>> = {
  'GET /forms': nothing,
  'POST /forms': ({ team, category }) => ({
    body: { name: 'Form', slug: fresh(), teamId: team, categoryId: category },
  }),
  'GET /forms/:formId': async (things) => ({ path: { formId: await form(things) } }),
  'PATCH /forms/:formId': async (things) => ({
    path: { formId: await form(things) },
    body: { name: 'Form', slug: fresh(), teamId: things.team, categoryId: things.category },
  }),
  'DELETE /forms/:formId': async (things) => ({ path: { formId: await form(things) } }),
  'GET /public/forms/:form': () => ({ path: { form: 'support' } }),
  'POST /public/forms/:form/submissions': async ({ world }) => {
    const { token } = (await world.call('GET /public/forms/support')).body as { token: string };
    world.clock.move({ seconds: 5 });
    return {
      path: { form: 'support' },
      body: String(
        new URLSearchParams({ token, subject: 'S', text: 'T', email: 'v@visitor.test' }),
      ),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
  },
  'GET /block-list': nothing,
  'POST /block-list': () => ({ body: { kind: 'domain', value: `${fresh()}.spam.test` } }),
  'GET /block-list/touched': () => ({ query: { kind: 'domain', value: 'nobody.test' } }),
  'DELETE /block-list/:entryId': async ({ administrator }) => ({
    path: {
      entryId: (
        await created(
          administrator.call('POST /block-list', {
            kind: 'domain',
            value: `${fresh()}.spam.test`,
          }),
        )
      ).id as string,
    },
  }),
  'GET /attachment-policy': nothing,
  'PUT /attachment-policy': async ({ administrator }) => {
    const { version, mail, forms } = (await administrator.call('GET /attachment-policy')).body;
    return { body: { version, mail: { ...mail, refused: ['exe', 'image/*'] }, forms } };
  },
};

const form = async ({ administrator }: Things): Promise<string> =>
  (await created(administrator.call('POST /forms', { name: 'Form', slug: fresh() }))).id as string;

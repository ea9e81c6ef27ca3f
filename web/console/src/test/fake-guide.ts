import type { Demo, Guide } from '../lib/guide.ts';
import type { FakeRoute } from './fake-state.ts';

const absent: Demo = { state: 'absent', done: 0, total: 0, changedAt: null };
const names = ['letter', 'mailbox', 'team', 'colleagues', 'answer', 'backup', 'totp'] as const;

/** A company that has nothing set up yet and has seen its tours. */
export function guideRoutes(): FakeRoute[] {
  let demo = absent;
  const guide: Guide = {
    steps: names.map((name) => ({ name, done: name === 'letter', skipped: false })),
    tours: [],
  };
  return [
    ['GET', /^\/demo$/, () => demo],
    ['POST', /^\/demo$/, () => (demo = { state: 'loading', done: 3, total: 12, changedAt: null })],
    ['DELETE', /^\/demo$/, () => (demo = absent)],
    ['GET', /^\/guide$/, () => guide],
    ['PUT', /^\/guide\/tours\/(\w+)$/, ({ match, body }) => ({ tour: match[1], ...body })],
    [
      'PUT',
      /^\/guide\/steps\/(\w+)$/,
      ({ match, body }) => {
        const step = guide.steps.find(({ name }) => name === match[1]);
        return Object.assign(step ?? {}, body);
      },
    ],
  ];
}

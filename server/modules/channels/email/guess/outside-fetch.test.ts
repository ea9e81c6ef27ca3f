import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guessSettings } from './guess-settings.ts';
import { outsideFetch } from './outside-fetch.ts';

const attempts: string[] = [];
const note = (message: unknown) => {
  const { connectParams } = message as { connectParams: { hostname: string } };
  attempts.push(connectParams.hostname);
};
beforeEach(() => {
  attempts.length = 0;
  subscribe('undici:client:beforeConnect', note);
});
afterEach(() => unsubscribe('undici:client:beforeConnect', note));

const nothing = () => Promise.reject(new Error('no such record'));

async function guess(answer: string, isAllowed?: () => boolean) {
  const asked: string[] = [];
  const resolve = async (host: string) => {
    asked.push(host);
    return [{ address: answer, family: answer.includes(':') ? 6 : 4 } as const];
  };
  const guessed = await guessSettings('anna@firma.test', {
    fetch: outsideFetch({ resolve, ...(isAllowed && { isAllowed }) }),
    resolver: { resolveMx: nothing, resolveSrv: nothing },
  });
  return { guessed, asked };
}

test.each(['127.0.0.1', '10.0.0.5', '192.168.1.1', '169.254.169.254', '::1', 'fd00::1'])(
  'guessing the settings of a domain that leads to %s connects to nothing there',
  async (address) => {
    const { guessed, asked } = await guess(address);
    expect(asked).toContain('autoconfig.firma.test');
    expect(attempts).toEqual([]);
    expect(guessed).toMatchObject({ source: 'guess', user: 'anna@firma.test' });
  },
);

test('of a domain on the open internet it would', async () => {
  await guess('127.0.0.1', () => true);
  expect(attempts.toSorted()).toEqual(['autoconfig.firma.test', 'firma.test']);
});

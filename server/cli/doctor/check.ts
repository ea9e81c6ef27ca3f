import type { Client } from 'pg';
import type { Config } from '../../kernel/config.ts';

export type Words = { readonly en: string; readonly ru: string };

/** `bad` makes the command fail; `warn` deserves attention; what to do belongs into the words. */
export type Finding = { readonly level: 'ok' | 'warn' | 'bad'; readonly words: Words };

export type DoctorContext = {
  readonly config: Config;
  /** Connected as the application; null when the database cannot be reached. */
  readonly database: Client | null;
  /** Address of the application's login, null as above. */
  readonly url: string | null;
};

/** Modules add their own (mailboxes that cannot be reached, letters in quarantine). */
export type DoctorCheck = {
  readonly name: Words;
  readonly look: (context: DoctorContext) => Promise<readonly Finding[]>;
};

export const ok = (en: string, ru: string): Finding => ({ level: 'ok', words: { en, ru } });
export const warn = (en: string, ru: string): Finding => ({ level: 'warn', words: { en, ru } });
export const bad = (en: string, ru: string): Finding => ({ level: 'bad', words: { en, ru } });

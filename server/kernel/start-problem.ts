/**
 * Why Otklik cannot start, or a command of its command line cannot be carried out: one sentence a
 * person can act on, in both languages, and a stable dotted code for scripts.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly code: string;
  readonly sentence: Readonly<Record<'en' | 'ru', string>>;

  constructor(code: string, sentence: { en: string; ru: string }, cause?: unknown) {
    super(sentence.en, cause === undefined ? undefined : { cause });
    this.code = code;
    this.sentence = sentence;
  }
}

/** The language of a terminal, by the usual variables. Browsers ask for their own. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): 'en' | 'ru' {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

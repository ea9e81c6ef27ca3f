/** A form as the server gives it out; see `ShownForm` in the API. */
export type ShownForm = {
  readonly ref: string;
  readonly company: string;
  readonly locale: 'ru' | 'en';
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly {
    readonly name: string;
    readonly kind: 'line' | 'text' | 'email' | 'phone' | 'number' | 'date' | 'choice' | 'yes_no';
    readonly label: string;
    readonly required: boolean;
    readonly maxLength: number;
    readonly autocomplete: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly files: {
    readonly label: string;
    readonly hint: string;
    readonly accept: string;
    readonly maxFiles: number | null;
    readonly maxFileBytes: number | null;
  } | null;
  readonly either: boolean;
  readonly token: string;
  readonly words: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
};

export type Sent = { readonly number: number | null; readonly text: string };

/** `offline`: nobody answered. Else a code of the server, with its fields. */
export type Problem = {
  readonly code: string;
  readonly fields: readonly { readonly field: string; readonly code: string }[];
  readonly detail: string;
  readonly retryAfterSeconds: number;
};

export class NotSent extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

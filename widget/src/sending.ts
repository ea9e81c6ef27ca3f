import { keepDraft } from './draft.ts';
import { fill } from './elements.ts';
import type { FieldBox } from './form-fields.ts';
import { loadForm, sendForm, type Place } from './server.ts';
import { NotSent, type Problem, type ShownForm } from './shown-form.ts';

/** Longer than the server takes for the least time of a person. */
const patienceMs = 2_100;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export type Parts = {
  readonly form: HTMLFormElement;
  readonly fields: readonly FieldBox[];
  readonly alert: HTMLElement;
  readonly button: HTMLButtonElement;
};

/** The way of one form to the server, with its detours. */
export class Sending {
  readonly #place: Place;
  readonly #shown: ShownForm;
  readonly #parts: Parts;
  #token: string;
  #busy = false;
  onSent: (text: string) => void = () => undefined;

  constructor(place: Place, shown: ShownForm, parts: Parts) {
    this.#place = place;
    this.#shown = shown;
    this.#parts = parts;
    this.#token = shown.token;
  }

  async send(): Promise<void> {
    const { alert, fields } = this.#parts;
    if (this.#busy) {
      return;
    }
    alert.textContent = '';
    fields.forEach(({ complain }) => complain(''));
    const tooLarge = this.#tooLargeFile();
    if (tooLarge) {
      this.#tell({
        code: 'check_fields',
        fields: [{ field: 'files', code: 'file_size' }],
        detail: tooLarge,
        retryAfterSeconds: 0,
      });
      return;
    }
    this.#setBusy(true);
    try {
      const { text } = await this.#reach(2);
      keepDraft(this.#shown.ref, null);
      this.onSent(text);
    } catch (error) {
      this.#tell(
        error instanceof NotSent
          ? error.problem
          : { code: 'unavailable', fields: [], detail: '', retryAfterSeconds: 0 },
      );
    } finally {
      this.#setBusy(false);
    }
  }

  /** A token that is too young or too old is our matter, not the visitor's. */
  async #reach(tries: number): Promise<{ text: string }> {
    try {
      return await sendForm(this.#place, this.#filled());
    } catch (error) {
      const code = error instanceof NotSent ? error.problem.code : '';
      if (tries === 0 || !/^(too_fast|expired|used)$/.test(code)) {
        throw error;
      }
      if (code !== 'too_fast') {
        this.#token = (await loadForm(this.#place)).token;
      }
      await pause(patienceMs);
      return this.#reach(tries - 1);
    }
  }

  #filled(): FormData {
    const sent = new FormData();
    sent.append('token', this.#token);
    sent.append('page', location.href);
    // Files last: what is read before them is kept when one of them is refused.
    new FormData(this.#parts.form).forEach((value, name) => sent.append(name, value));
    return sent;
  }

  #tooLargeFile(): string | undefined {
    const limit = this.#shown.files?.maxFileBytes ?? Infinity;
    const control = this.#parts.fields.find(({ name }) => name === 'files')?.control;
    const files = [...((control as HTMLInputElement | undefined)?.files ?? [])];
    return files.find(({ size }) => size > limit)?.name;
  }

  #tell({ code, fields, detail, retryAfterSeconds }: Problem): void {
    const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
    this.#parts.alert.textContent = fill(this.#words(code), { minutes });
    const boxes = fields.map(({ field, code: what }) => {
      const box = this.#parts.fields.find(({ name }) => name === field);
      box?.complain(fill(this.#words(what, field), { name: detail }));
      return box;
    });
    (boxes[0]?.control ?? this.#parts.button).focus();
    if (code === 'offline') {
      addEventListener('online', () => void this.send(), { once: true });
    }
  }

  #words(code: string, field = ''): string {
    const { problems, words, either } = this.#shown;
    const own = either && code === 'required' && field === 'email' ? words['either'] : undefined;
    return own ?? problems[code] ?? problems['unavailable'] ?? '';
  }

  #setBusy(busy: boolean): void {
    const { button } = this.#parts;
    const { words } = this.#shown;
    this.#busy = busy;
    button.toggleAttribute('aria-busy', busy);
    button.setAttribute('aria-disabled', String(busy));
    button.textContent = (busy ? words['sending'] : words['send']) ?? '';
  }
}

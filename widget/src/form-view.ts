import { keepDraft, readDraft } from './draft.ts';
import { element } from './elements.ts';
import { fileField, textFields, trap, type FieldBox } from './form-fields.ts';
import { Sending, type Parts } from './sending.ts';
import { loadForm, type Place } from './server.ts';
import type { ShownForm } from './shown-form.ts';

export type FormView = { readonly node: HTMLElement; focus(): void };

/** One form: what is typed stays until it has arrived. `close`: given where there is something to close. */
export function formView(place: Place, shown: ShownForm, close: (() => void) | null): FormView {
  const card = element('div', { class: 'card all', lang: shown.locale });
  const show = (form: ShownForm) => {
    const parts = formParts(form, close);
    card.replaceChildren(...parts.nodes);
    const sending = new Sending(place, form, parts);
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void sending.send();
    });
    sending.onSent = (text) => showSent(text, form);
    return parts;
  };
  const showSent = (text: string, form: ShownForm) => {
    const [first = '', ...rest] = text.split('\n');
    const done = element('h2', { class: 'done', role: 'status', tabindex: '-1' }, first);
    const another = element(
      'button',
      { class: 'plain', type: 'button' },
      form.words['another'] ?? '',
    );
    card.replaceChildren(
      element('div', { class: 'head' }, done, ...closeButton(form, close)),
      ...(rest.length > 0 ? [element('p', {}, rest.join('\n'))] : []),
      another,
    );
    another.addEventListener('click', () => void begin(form));
    done.focus();
  };
  const begin = async (form: ShownForm) => {
    const next = await loadForm(place).catch(() => form);
    show(next).fields[0]?.control.focus();
  };
  show(shown);
  return {
    node: card,
    focus: () => card.querySelector<HTMLElement>('input:not([tabindex]), textarea, h2')?.focus(),
  };
}

function closeButton({ words }: ShownForm, close: (() => void) | null): Node[] {
  if (!close) {
    return [];
  }
  const button = element(
    'button',
    { class: 'close', type: 'button', 'aria-label': words['close'] ?? '' },
    '×',
  );
  button.addEventListener('click', close);
  return [button];
}

type Shown = Parts & { readonly nodes: Node[] };

function formParts(shown: ShownForm, close: (() => void) | null): Shown {
  const fields = [...textFields(shown, readDraft(shown.ref)), ...fileField(shown)];
  const alert = element('div', { class: 'alert', role: 'alert' });
  const button = element('button', { type: 'submit' }, shown.words['send'] ?? '');
  const form = element(
    'form',
    { novalidate: true, 'aria-labelledby': 'title' },
    ...fields.map(({ box }) => box),
    trap(shown),
    alert,
    button,
  );
  form.addEventListener('input', () => keepDraft(shown.ref, textsOf(fields)));
  const head = element(
    'div',
    { class: 'head' },
    element('h2', { id: 'title' }, shown.title),
    ...closeButton(shown, close),
  );
  return { nodes: [head, element('p', {}, shown.intro), form], form, fields, alert, button };
}

const textsOf = (fields: readonly FieldBox[]): Record<string, string> =>
  Object.fromEntries(
    fields.filter(({ name }) => name !== 'files').map(({ name, control }) => [name, control.value]),
  );

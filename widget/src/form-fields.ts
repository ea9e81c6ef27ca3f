import { element } from './elements.ts';
import type { ShownForm } from './shown-form.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export type FieldBox = {
  readonly name: string;
  readonly box: HTMLElement;
  readonly control: Control;
  /** Says what is wrong, or with '' that nothing is any more. */
  complain(words: string): void;
};

// A number field refuses the comma of half the world.
const types = { line: 'text', email: 'email', phone: 'tel', number: 'text', date: 'date' } as const;

type Labelled = { name: string; label: string; note: string; hint: string };

function boxOf({ name, label, note, hint }: Labelled, control: Control): FieldBox {
  const problem = element('div', { class: 'problem', id: `${name}-problem` });
  control.id = name;
  control.setAttribute('aria-describedby', `${name}-hint ${name}-problem`);
  const box = element(
    'div',
    { class: 'field' },
    element(
      'label',
      { for: name },
      label,
      ...(note ? [' ', element('small', {}, `(${note})`)] : []),
    ),
    control,
    element('div', { class: 'hint', id: `${name}-hint` }, hint),
    problem,
  );
  return {
    name,
    box,
    control,
    complain(words) {
      problem.textContent = words;
      control.toggleAttribute('aria-invalid', words !== '');
      if (words) {
        control.setAttribute('aria-invalid', 'true');
      }
    },
  };
}

type Asked = ShownForm['fields'][number];

function controlOf(field: Asked, choose: string): Control {
  const { name, kind, required, maxLength, autocomplete, choices } = field;
  if (kind === 'choice' || kind === 'yes_no') {
    return element(
      'select',
      { name, required },
      ...[{ value: '', label: choose }, ...choices].map(({ value, label }) =>
        element('option', { value }, label),
      ),
    );
  }
  const attributes = { name, maxlength: String(maxLength), autocomplete, required };
  return kind === 'text'
    ? element('textarea', { ...attributes, rows: '5' })
    : element('input', {
        ...attributes,
        type: types[kind],
        inputmode: kind === 'number' ? 'decimal' : null,
      });
}

export function textFields(
  { fields, either, words }: ShownForm,
  draft: Readonly<Record<string, string>>,
): FieldBox[] {
  const { optional = '', either: oneOfTwo = '', choose = '' } = words;
  return fields.map((field) => {
    const { name, label, required } = field;
    const control = controlOf(field, choose);
    control.value = draft[name] ?? '';
    const isEither = either && (name === 'email' || name === 'phone');
    const note = required || isEither ? '' : optional;
    const hint = isEither && name === 'email' ? oneOfTwo : '';
    return boxOf({ name, label, note, hint }, control);
  });
}

export function fileField({ files, words }: ShownForm): FieldBox[] {
  if (!files) {
    return [];
  }
  const { label, hint, accept } = files;
  const control = element('input', {
    type: 'file',
    name: 'files',
    multiple: true,
    accept: accept || null,
  });
  return [boxOf({ name: 'files', label, note: words['optional'] ?? '', hint }, control)];
}

/** Nobody sees or reaches it; a robot fills it in. */
export const trap = ({ words }: ShownForm): HTMLElement =>
  element(
    'div',
    { class: 'trap', 'aria-hidden': 'true' },
    element(
      'label',
      {},
      words['trap'] ?? '',
      element('input', { name: 'leave_empty', tabindex: '-1', autocomplete: 'off' }),
    ),
  );

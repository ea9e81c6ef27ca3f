import { fill, formWords } from '../words.data.ts';
import { escape } from './escape.ts';
import type { ShownForm } from './public-form.ts';
import type { Outcome } from './submit.ts';

type Refused = Extract<Outcome, { kind: 'refused' }>;
type Field = ShownForm['fields'][number];

type Box = {
  readonly name: string;
  readonly label: string;
  readonly optional: string | null;
  readonly hint: { readonly id: string; readonly text: string } | null;
  /** Where the hint stands below another field. */
  readonly hintShown: boolean;
  readonly problem: string | null;
};

/** A label, what is filled in, and what helps; the texts are tied to it for whoever hears the page. */
function box(
  { name, label, optional, hint, hintShown, problem }: Box,
  control: (attributes: string) => string,
): string {
  const described = [hint?.id, problem === null ? undefined : `${name}-problem`].filter(Boolean);
  const attributes = [
    `id="${name}" name="${name}"`,
    described.length > 0 ? `aria-describedby="${described.join(' ')}"` : '',
    problem === null ? '' : 'aria-invalid="true"',
  ];
  return [
    `<div class="field"><label for="${name}">${escape(label)}`,
    optional === null ? '' : ` <small>(${escape(optional)})</small>`,
    `</label>${control(attributes.filter(Boolean).join(' '))}`,
    hint && hintShown ? `<div class="hint" id="${hint.id}">${escape(hint.text)}</div>` : '',
    problem === null ? '' : `<div class="problem" id="${name}-problem">${escape(problem)}</div>`,
    '</div>',
  ].join('');
}

const kindOf = {
  line: 'type="text"',
  email: 'type="email"',
  phone: 'type="tel"',
  date: 'type="date"',
  // A number field refuses the comma of half the world.
  number: 'type="text" inputmode="decimal"',
} as const;

/** What is typed, or chosen. */
function inputOf({ kind, choices, ...field }: Field, value: string, choose: string) {
  const more = `autocomplete="${field.autocomplete}"${field.required ? ' required' : ''}`;
  const long = `${more} maxlength="${field.maxLength}"`;
  const chosen = (one: string) => (one === value ? ' selected' : '');
  return (attributes: string): string => {
    switch (kind) {
      case 'text':
        // The first line break after the tag is not part of the text.
        return `<textarea ${attributes} ${long} rows="6">\n${escape(value)}</textarea>`;
      case 'choice':
      case 'yes_no':
        return `<select ${attributes} ${more}><option value="">${escape(choose)}</option>${choices
          .map(
            (one) =>
              `<option value="${escape(one.value)}"${chosen(one.value)}>${escape(one.label)}</option>`,
          )
          .join('')}</select>`;
      default:
        return `<input ${kindOf[kind]} ${attributes} ${long} value="${escape(value)}">`;
    }
  };
}

export function renderField(field: Field, shown: ShownForm, again: Refused | undefined): string {
  const { name, label, required } = field;
  const words = formWords[shown.locale];
  const isEither = shown.either && (name === 'email' || name === 'phone');
  return box(
    {
      name,
      label,
      optional: required || isEither ? null : words.optional,
      hint: isEither ? { id: 'either-hint', text: words.either } : null,
      hintShown: name === 'email',
      problem: problemOf(name, { shown, again, isEither }),
    },
    inputOf(field, again?.values[name] ?? '', words.choose),
  );
}

type At = { shown: ShownForm; again: Refused | undefined; isEither: boolean };

function problemOf(name: string, { shown, again, isEither }: At): string | null {
  const words = formWords[shown.locale];
  const problem = again?.problems[name as keyof Refused['problems']];
  if (!problem) {
    return null;
  }
  return problem === 'required' && isEither ? words.either : words.problem[problem];
}

/** A browser gives no file back: whoever has to send the form again has to choose them again, and is told so. */
export function renderFiles({ files, locale }: ShownForm, again: Refused | undefined): string {
  if (!files) {
    return '';
  }
  const words = formWords[locale];
  const problem = again?.problems.files;
  const accept = files.accept ? ` accept="${escape(files.accept)}"` : '';
  return box(
    {
      name: 'files',
      label: files.label,
      optional: words.optional,
      hint: { id: 'files-hint', text: again ? `${files.hint}. ${words.filesAgain}` : files.hint },
      hintShown: true,
      problem: problem ? fill(words.problem[problem], { name: again?.fileName ?? '' }) : null,
    },
    (attributes) => `<input type="file" multiple ${attributes}${accept}>`,
  );
}

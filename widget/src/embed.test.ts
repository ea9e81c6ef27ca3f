import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mount } from './mount.ts';

const shown = {
  ref: 'support',
  company: 'Roof',
  locale: 'en',
  title: 'Write to us',
  intro: 'Say it',
  fields: [
    {
      name: 'email',
      kind: 'email',
      label: 'E-mail',
      required: true,
      maxLength: 254,
      autocomplete: 'email',
    },
    {
      name: 'text',
      kind: 'text',
      label: 'Message',
      required: true,
      maxLength: 20000,
      autocomplete: 'off',
    },
  ],
  files: null,
  either: false,
  token: 'first',
  words: { send: 'Send', sending: 'Sending…', close: 'Close', another: 'Another', trap: 'Empty' },
  problems: {
    required: 'Fill in this field',
    check_fields: 'Please check',
    offline: 'No connection',
    unavailable: 'Later',
    too_many: 'Wait {minutes} min',
  },
};

type Answer = { status: number; body: unknown } | 'offline';
let answers: Answer[] = [];
let sent: { url: string; form: FormData }[] = [];

beforeEach(() => {
  answers = [];
  sent = [];
  sessionStorage.clear();
  document.body.replaceChildren();
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (init?.method !== 'POST') {
      return new Response(JSON.stringify({ ...shown, token: sent.length > 0 ? 'next' : 'first' }));
    }
    expect(init.credentials).toBe('omit');
    sent.push({ url, form: init.body as FormData });
    const answer = answers.shift() ?? 'offline';
    if (answer === 'offline') {
      throw new TypeError('Failed to fetch');
    }
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function openInline(): Promise<ShadowRoot> {
  const script = document.createElement('script');
  script.dataset['form'] = 'support';
  script.dataset['inline'] = '';
  script.dataset['lang'] = 'en';
  Object.defineProperty(script, 'src', { value: 'https://desk.test/base/embed.js' });
  document.body.append(script);
  const root = mount(script);
  await vi.waitFor(() => expect(root.querySelector('form')).not.toBeNull());
  return root;
}

const control = (root: ShadowRoot, name: string) =>
  root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;

function fillIn(root: ShadowRoot, text: string): void {
  control(root, 'email').value = 'a@b.test';
  control(root, 'text').value = text;
  control(root, 'text').dispatchEvent(new Event('input', { bubbles: true }));
}

const submit = (root: ShadowRoot) =>
  root.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));

const answered = (status: number, body: unknown): Answer => ({ status, body });

test('what is sent goes to the server of the script, with the token, and its words are shown as text', async () => {
  answers = [answered(201, { number: 7, text: 'Number 7\n<b>more</b>' })];
  const root = await openInline();
  fillIn(root, 'It leaks');
  submit(root);
  await vi.waitFor(() => expect(root.querySelector('h2')?.textContent).toBe('Number 7'));
  expect(root.querySelector('b')).toBeNull();
  expect(sent[0]?.url).toBe(
    'https://desk.test/base/api/v1/public/forms/support/submissions?lang=en',
  );
  expect(Object.fromEntries(sent[0]!.form)).toMatchObject({
    token: 'first',
    email: 'a@b.test',
    text: 'It leaks',
    leave_empty: '',
  });
  expect(sessionStorage.getItem('otklik-form:support')).toBeNull();
});

test('errors stand beside their fields, the first one is gone to, and nothing typed is lost', async () => {
  answers = [
    answered(400, {
      code: 'submission.check_fields',
      errors: [{ field: 'email', code: 'required' }],
    }),
  ];
  const root = await openInline();
  fillIn(root, 'Kept');
  submit(root);
  await vi.waitFor(() =>
    expect(root.querySelector('#email-problem')?.textContent).toBe('Fill in this field'),
  );
  expect(control(root, 'email').getAttribute('aria-invalid')).toBe('true');
  expect(root.activeElement ?? document.activeElement).toBeTruthy();
  expect(root.querySelector('[role=alert]')?.textContent).toBe('Please check');
  expect(control(root, 'text').value).toBe('Kept');
});

test('without a connection the text is kept, over a reload too, and goes when the connection is back', async () => {
  const root = await openInline();
  fillIn(root, 'Offline');
  submit(root);
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toBe('No connection'),
  );
  expect(control(await openInline(), 'text').value).toBe('Offline');
  answers = [answered(201, { number: 8, text: 'Number 8' })];
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(root.querySelector('h2')?.textContent).toBe('Number 8'));
});

test('a token that has grown old is renewed without a word', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  answers = [
    answered(409, { code: 'submission.expired' }),
    answered(201, { number: 9, text: 'Number 9' }),
  ];
  const root = await openInline();
  fillIn(root, 'Old');
  submit(root);
  await vi.advanceTimersByTimeAsync(3_000);
  await vi.waitFor(() => expect(root.querySelector('h2')?.textContent).toBe('Number 9'));
  expect(sent.map(({ form }) => form.get('token'))).toEqual(['first', 'next']);
});

test('too many says how long to wait', async () => {
  answers = [answered(429, { code: 'submission.too_many', retryAfterSeconds: 130 })];
  const root = await openInline();
  fillIn(root, 'Many');
  submit(root);
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toBe('Wait 3 min'),
  );
});

/** One signed-in person over the API, as small as it goes. */
export type Client = {
  readonly url: string;
  readonly cookie: string;
  call<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
};

export const administrator = {
  name: 'Анна Администратор',
  email: 'admin@bench.example',
  password: 'a-long-bench-password-1',
};

export function clientOf(url: string, cookie: string): Client {
  return {
    url,
    cookie,
    async call<T>(method: string, path: string, body?: unknown): Promise<T> {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) {
        throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      }
      return (answer.status === 204 ? undefined : await answer.json()) as T;
    },
  };
}

async function cookieFrom(url: string, path: string, body: unknown): Promise<string> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) {
    throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  }
  return cookie;
}

export async function setUp(url: string): Promise<Client> {
  const company = { company: 'Bench', locale: 'ru', timeZone: 'Europe/Moscow', administrator };
  return clientOf(url, await cookieFrom(url, '/setup', company));
}

export async function signIn(
  url: string,
  { email, password }: { email: string; password: string } = administrator,
): Promise<Client> {
  return clientOf(url, await cookieFrom(url, '/session', { email, password }));
}

export async function isSetUp(url: string): Promise<boolean> {
  const answer = (await (await fetch(`${url}/api/v1/setup`)).json()) as { needed: boolean };
  return !answer.needed;
}

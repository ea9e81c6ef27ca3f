import { ApiProblem, unreachable } from './problem.ts';
import { newKey } from './new-key.ts';

type Query = Record<string, string | number | boolean | undefined | null>;
type Options = {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Repeating a write with the same key gives the first answer again. */
  key?: string;
};

let transport: typeof fetch = (input, init) => globalThis.fetch(input, init);
let onSignedOut: () => void = () => {};

/** Tests and the in-memory server take the place of the network here. */
export function setTransport(own: typeof fetch): void {
  transport = own;
}

export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

export function apiUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await transport(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw unreachable();
  }
}

async function refusal(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}));
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  return new ApiProblem(
    response.status,
    body !== null && typeof body === 'object' ? body : {},
    retryAfter,
  );
}

async function answer<T>(response: Response, path: string): Promise<T> {
  if (!response.ok) {
    const problem = await refusal(response);
    if (response.status === 401 && path !== '/session') {
      onSignedOut();
    }
    throw problem;
  }
  const text = response.status === 204 ? '' : await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function request<T>(method: string, path: string, options: Options): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  // What is put may be put again as it is.
  if (method !== 'GET' && method !== 'PUT') {
    headers['idempotency-key'] = options.key ?? newKey();
  }
  if (options.body !== undefined) {
    headers['content-type'] = 'application/json';
  }
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.body !== undefined) {
    init.body = JSON.stringify(options.body);
  }
  if (options.signal) {
    init.signal = options.signal;
  }
  return answer<T>(await send(apiUrl(path, options.query), init), path);
}

export const api = {
  get: <T>(path: string, query: Query = {}, signal?: AbortSignal) =>
    request<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, key?: string) =>
    request<T>('POST', path, { body, ...(key ? { key } : {}) }),
  put: <T>(path: string, body?: unknown) => request<T>('PUT', path, { body }),
  /** Said even while the page goes away; nobody waits for the answer. */
  sayGone: (path: string, body: unknown) =>
    void send(apiUrl(path), {
      method: 'PUT',
      keepalive: true,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, { body }),
  delete: <T>(path: string, body?: unknown) => request<T>('DELETE', path, { body }),
  /** The bytes of a file as they are; its name in the query, its type in the header. */
  upload: async <T>(file: File): Promise<T> => {
    const headers = {
      accept: 'application/json',
      'content-type': file.type || 'application/octet-stream',
      'idempotency-key': newKey(),
    };
    const url = apiUrl('/files', { name: file.name || 'file' });
    return answer<T>(await send(url, { method: 'POST', headers, body: file }), '/files');
  },
};

import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

// oxlint-disable-next-line typescript/no-explicit-any -- answers of many shapes, looked at by tests
export type Json = any;

export type Answer = {
  readonly status: number;
  /** Parsed when it is JSON, else the text. */
  readonly body: Json;
  readonly headers: LightMyRequestResponse['headers'];
  readonly bytes: Buffer;
};

/** `call('POST /tickets', { … })`: a path below /api/v1, a body, headers. */
export type Caller = (
  at: `${string} /${string}`,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

export function callerOf(http: FastifyInstance, credential?: string): Caller {
  return async (at, body, headers = {}) => {
    const [method, path] = at.split(/ (.*)/s) as [string, string];
    const answer = await http.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { ...credentialsOf(credential), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    const type = String(answer.headers['content-type'] ?? '');
    return {
      status: answer.statusCode,
      body:
        /[/+]json/.test(type) && answer.body ? (JSON.parse(answer.body) as unknown) : answer.body,
      headers: answer.headers,
      bytes: answer.rawPayload,
    };
  };
}

function credentialsOf(credential: string | undefined): Record<string, string> {
  if (credential === undefined) {
    return {};
  }
  return credential.startsWith('otk_')
    ? { authorization: `Bearer ${credential}` }
    : { cookie: `otklik_session=${credential}` };
}

import { NotSent, type Sent, type ShownForm } from './shown-form.ts';

export type Place = {
  /** Where Otklik is: the address of the script without its name. */
  readonly home: string;
  readonly form: string;
  /** Empty: as the browser prefers. */
  readonly lang: string;
};

const addressOf = ({ home, form, lang }: Place, rest: string): string =>
  `${home}api/v1/public/forms/${encodeURIComponent(form)}${rest}${lang ? `?lang=${lang}` : ''}`;

/** No cookie goes along: who is signed in at Otklik is nobody here. */
async function ask<T>(url: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'omit' });
  } catch {
    throw new NotSent({ code: 'offline', fields: [], detail: '', retryAfterSeconds: 0 });
  }
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) {
    return body as T;
  }
  throw new NotSent({
    code: String(body['code'] ?? 'unavailable').replace('submission.', ''),
    fields: (body['errors'] ?? []) as [],
    detail: String(body['detail'] ?? ''),
    retryAfterSeconds: Number(body['retryAfterSeconds'] ?? 0),
  });
}

export const loadForm = (place: Place): Promise<ShownForm> => ask(addressOf(place, ''));

export const sendForm = (place: Place, body: FormData): Promise<Sent> =>
  ask(addressOf(place, '/submissions'), { method: 'POST', body });

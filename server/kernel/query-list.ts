import { z } from 'zod';

type List = { readonly one: z.ZodType; readonly max: number };

const lists = new WeakMap<object, List>();

/** What a list in a query string consists of, so that the API's description shows it as an array. */
export const listedIn = (type: object): List | undefined => lists.get(type);

/** Several values of one query parameter: `status=new,open`, or the parameter repeated. 1 to `max` values. */
export function commaList<T extends string>(one: z.ZodType<T, string>, { max = 20 } = {}) {
  const list = z
    .union([z.string().max(500), z.array(z.string().max(500)).max(max)])
    .transform((value) => [value].flat().flatMap((part) => part.split(',').filter(Boolean)))
    .pipe(z.array(one).min(1).max(max));
  lists.set(list, { one, max });
  return list;
}

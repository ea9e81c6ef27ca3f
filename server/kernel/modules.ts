import type { Contribution } from './extension-points.ts';
import type { OutsideJob } from './jobs.ts';
import type { Route } from './routes.ts';
import type { Subscriber } from './subscribers.ts';

export type Permission = { readonly key: string; readonly group: string };

/** What a domain module hands to the application. A plain value: nothing registers itself. */
export type Module = {
  readonly name: string;
  readonly routes?: readonly Route[];
  readonly subscribers?: readonly Subscriber[];
  readonly jobs?: readonly OutsideJob[];
  readonly permissions?: readonly Permission[];
  readonly contributions?: readonly Contribution[];
};

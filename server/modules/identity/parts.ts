import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import type { Permission } from '../../kernel/modules.ts';

/** Encrypts what must be readable again, by the key of the data folder. */
export type Secrets = { seal(text: string): string; unseal(sealed: string): string };

export type IdentityParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  /** What the other modules can permit; this module adds its own. */
  readonly permissions: readonly Permission[];
  /** Asked for late: the executor knows all modules, so it is made after them. */
  readonly executor: () => Executor;
  readonly publicUrl: string | undefined;
  readonly smtpPort: number;
};

/** What the handlers of routes share. */
export type RouteParts = IdentityParts & { readonly catalogue: readonly Permission[] };

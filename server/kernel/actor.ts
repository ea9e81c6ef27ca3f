/** Who is acting, and what they may do. People of the company, API tokens, customers and the system are all actors. */
export type ActorKind = 'user' | 'token' | 'person' | 'rule' | 'system';

export type Actor = {
  readonly kind: ActorKind;
  /** The user for 'user' and 'token', the person for 'person', null for the system. */
  readonly id: string | null;
  readonly name: string;
  readonly workspaceId: string;
  readonly permissions: ReadonlySet<string>;
  /** `teams`: sees and touches only the tickets of `teamIds`, own ones and those of no team. */
  readonly scope: 'all' | 'teams';
  readonly teamIds: readonly string[];
  /** The signed-in session or the token the request came with; null inside the system. */
  readonly sessionId: string | null;
  readonly ip: string | null;
  /** Code of the refusal that meets this actor everywhere but at `session` permissions, until they have done what it asks. */
  readonly barred?: string;
};

const everything: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

/** The product itself: intake, timers, subscribers. May do everything inside one workspace, nothing outside it. */
export function systemActor(workspaceId: string, name = 'system'): Actor {
  return {
    kind: 'system',
    id: null,
    name,
    workspaceId,
    permissions: everything,
    scope: 'all',
    teamIds: [],
    sessionId: null,
    ip: null,
  };
}

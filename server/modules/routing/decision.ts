import { z } from 'zod';

/**
 * What routing decided and why, as the history keeps it: ids and numbers only, since every ticket has one. A candidate is
 * `[user, verdict, ...numbers]`:
 * `chosen`, `last_agent`, `substitute`, `later` (it was not their turn), `busier`, `less_skilled`: load, capacity or null ·
 * `full`: load, capacity · `skill`: skill, level asked for, level they have · `absent`, `off_hours`, `away`: until (RFC 3339) or null ·
 * `no_right`, `inactive`: nothing.
 */
export const Candidate = z
  .tuple([z.string(), z.string()])
  .rest(z.union([z.string(), z.number(), z.null()]));
export type Candidate = z.infer<typeof Candidate>;

const said = z.object({
  field: z.string(),
  operator: z.string(),
  values: z.array(z.string()).readonly(),
  name: z.string().optional(),
  hours: z
    .object({ days: z.array(z.int()).readonly(), from: z.string(), to: z.string() })
    .optional(),
});

const Passed = z.object({
  id: z.string(),
  name: z.string(),
  why: z.enum(['condition', 'team']),
  failed: z.array(said),
});

export const Decision = z.object({
  outcome: z.enum(['handed', 'team', 'waiting', 'none']),
  rule: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Conditions that held. */
  held: z.array(said),
  /** Rules before it, and what did not hold; `team`: the ticket's team was chosen by somebody, and they lead elsewhere. */
  passed: z.array(Passed),
  /** How many more there were. */
  more: z.int(),
  steps: z.array(
    z.object({
      teamId: z.string(),
      who: z.string(),
      way: z.string(),
      candidates: z.array(Candidate),
      more: z.int(),
    }),
  ),
  teamId: z.string().nullable(),
  userId: z.string().nullable(),
});
export type Decision = z.infer<typeof Decision>;

/** The edition of a rule, and which part of its condition did not hold, counted from 0; `otherTeam`: it leads elsewhere. */
const KeptPassed = z.tuple([z.int(), z.int()]);
export type KeptPassed = z.infer<typeof KeptPassed>;
export const otherTeam = -1;

/** As the history keeps it: every ticket has one, and rules that did not hold are most of it. */
export const KeptDecision = Decision.extend({ passed: z.array(z.union([KeptPassed, Passed])) });
export type KeptDecision = z.infer<typeof KeptDecision>;

/** A rule that was passed by; `kept`: how the history says it, null: in full, since a draft has no edition. */
export type PassedRule = z.infer<typeof Passed> & { readonly kept: KeptPassed | null };

export type MadeDecision = Omit<Decision, 'passed'> & { passed: PassedRule[] };

export const keptOf = ({ passed, ...decision }: MadeDecision): KeptDecision => ({
  ...decision,
  passed: passed.map(({ kept, ...whole }) => kept ?? whole),
});

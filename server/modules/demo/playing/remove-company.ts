import { systemActor, type Actor } from '../../../kernel/actor.ts';
import { isForeignKeyViolation, type Database } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { AnyCommand, Command } from '../../../kernel/commands.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { changeUser, deleteTeam, listAllUsers } from '../../identity/public.ts';
import { removeTemplate } from '../../templates/public.ts';
import { releaseTickets } from '../../tickets/public.ts';
import { keepPart, removeParts, type PlainKind } from '../commands/remove-parts.ts';
import { readMarks } from '../queries/read-demo.ts';
import { readTeamsInUse } from '../queries/read-taken.ts';
import type { Mark, MarkKind } from '../schema.ts';
import { markSplitTickets, unmarkTicketsThatTookIn } from '../store.ts';

type Parts = { readonly db: Database; readonly executor: Executor };
type Options = { readonly signal: AbortSignal };

/** Tickets with all that hangs on them: over in a quarter of a second. */
const atOnce = 100;

/**
 * Takes the demo company away: rows and their marks together, some at a time, so that a crash goes on where it was. What
 * people have made stays; where it holds on to a part of the company, that part stays with it.
 */
export async function removeCompany(
  parts: Parts,
  workspaceId: string,
  { signal }: Options,
): Promise<void> {
  const removal = new Removal(parts, workspaceId, signal);
  await parts.db.transaction(workspaceId, async (tx) => {
    await markSplitTickets(tx, workspaceId);
    await unmarkTicketsThatTookIn(tx, workspaceId);
  });
  await removal.all('ticket', atOnce);
  await removal.release();
  await removal.all('view', atOnce);
  await removal.oneByOne('template', removeTemplate, (templateId) => ({ templateId }));
  await removal.all('person', 500);
  await removal.all('organization', 500);
  await removal.keep('branch', await removal.marks('branch'));
  await removal.categories();
  await removal.users();
  await removal.keep('team', await removal.teamsInUse());
  await removal.oneByOne('team', deleteTeam, (id) => ({ id }));
}

class Removal {
  readonly #parts: Parts;
  readonly #workspaceId: string;
  readonly #actor: Actor;
  readonly #signal: AbortSignal;

  constructor(parts: Parts, workspaceId: string, signal: AbortSignal) {
    this.#parts = parts;
    this.#workspaceId = workspaceId;
    this.#actor = systemActor(workspaceId, 'demo');
    this.#signal = signal;
  }

  async marks(kind: MarkKind, limit?: number): Promise<Mark[]> {
    const id = this.#workspaceId;
    const asked = { kind, ...(limit && { limit }) };
    return this.#parts.db.read(id, (reader) => readMarks(reader, id, asked));
  }

  /** Together; what holds something is then found one by one, and kept. */
  async all(kind: PlainKind, limit: number): Promise<void> {
    for (;;) {
      const marks = await this.marks(kind, limit);
      if (marks.length === 0) {
        return;
      }
      const ids = marks.map(({ id }) => id);
      if (!(await this.#tries(removeParts, { kind, ids }))) {
        await this.#each(kind, marks, (id) => this.#tries(removeParts, { kind, ids: [id] }));
      }
    }
  }

  async oneByOne(
    kind: MarkKind,
    command: AnyCommand,
    inputOf: (id: string) => object,
  ): Promise<void> {
    await this.#each(kind, await this.marks(kind), async (id) => {
      const isGone = await this.#tries(command, inputOf(id));
      if (isGone) {
        await this.#forget(kind, [id]);
      }
      return isGone;
    });
  }

  /** Real tickets that were given to demo agents, teams or categories are free again. */
  async release(): Promise<void> {
    const ids = async (kind: MarkKind) => (await this.marks(kind)).map(({ id }) => id);
    const holders = {
      userIds: await ids('user'),
      teamIds: await ids('team'),
      categoryIds: await ids('category'),
    };
    let more = true;
    while (more) {
      this.#mustGoOn();
      ({ more } = await this.#do(releaseTickets, holders));
    }
  }

  /** From the leaves up, since the others are their parents. */
  async categories(): Promise<void> {
    const marks = await this.marks('category');
    await this.#each('category', marks.toReversed(), (id) =>
      this.#tries(removeParts, { kind: 'category', ids: [id] }),
    );
  }

  /** Whom real tickets speak of is not deleted, but works here no more. */
  async users(): Promise<void> {
    for (const mark of await this.marks('user')) {
      this.#mustGoOn();
      if (!(await this.#tries(removeParts, { kind: 'user', ids: [mark.id] }))) {
        await this.#deactivate(mark.id);
        await this.#forget('user', [mark.id]);
      }
    }
  }

  async #deactivate(id: string): Promise<void> {
    const all = await listAllUsers(this.#parts.db, this.#workspaceId);
    const version = all.find((user) => user.id === id)?.version;
    await this.#tries(changeUser, { id, version, active: false });
  }

  async teamsInUse(): Promise<Mark[]> {
    const id = this.#workspaceId;
    const used = new Set(await this.#parts.db.read(id, (reader) => readTeamsInUse(reader, id)));
    return (await this.marks('team')).filter((mark) => used.has(mark.id));
  }

  async keep(kind: MarkKind, marks: readonly Mark[]): Promise<void> {
    if (marks.length > 0) {
      await this.#forget(
        kind,
        marks.map(({ id }) => id),
      );
    }
  }

  async #each(
    kind: MarkKind,
    marks: readonly Mark[],
    remove: (id: string) => Promise<boolean>,
  ): Promise<void> {
    for (const { id } of marks) {
      this.#mustGoOn();
      if (!(await remove(id))) {
        await this.#forget(kind, [id]);
      }
    }
  }

  #forget(kind: MarkKind, ids: readonly string[]) {
    return this.#do(keepPart, { kind, ids: [...ids] });
  }

  /** @returns false when something real holds on to it */
  async #tries(command: AnyCommand, input: object): Promise<boolean> {
    try {
      await this.#do(command, input);
      return true;
    } catch (error) {
      if (isForeignKeyViolation(error) || error instanceof Refusal) {
        return false;
      }
      throw error;
    }
  }

  #do<I, O>(command: Command<I, O>, input: unknown): Promise<O> {
    this.#mustGoOn();
    return this.#parts.executor.execute(command, input, this.#actor);
  }

  #mustGoOn(): void {
    if (this.#signal.aborted) {
      throw new Error('this process ends; another goes on with the demo company');
    }
  }
}

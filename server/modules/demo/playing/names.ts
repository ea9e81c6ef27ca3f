import type { Mark, MarkKind } from '../schema.ts';

/** Which rows the names of the plan stand for. What a transaction adds counts once it is committed. */
export class Names {
  readonly #ids: Map<string, string>;
  #fresh: Mark[] = [];

  constructor(marks: readonly Mark[]) {
    this.#ids = new Map(marks.map(({ kind, key, id }) => [`${kind} ${key}`, id]));
  }

  find(kind: MarkKind, key: string | number): string | null {
    const fresh = this.#fresh.find((mark) => mark.kind === kind && mark.key === String(key));
    return fresh?.id ?? this.#ids.get(`${kind} ${key}`) ?? null;
  }

  /** @throws when the plan speaks of what it has not made */
  get(kind: MarkKind, key: string | number): string {
    const id = this.find(kind, key);
    if (id === null) {
      throw new Error(`the demo company has no ${kind} ${key}`);
    }
    return id;
  }

  add(kind: MarkKind, key: string | number, id: string): void {
    this.#fresh.push({ kind, key: String(key), id });
  }

  /** What has been added since the last time, to be written down. */
  fresh(): readonly Mark[] {
    return this.#fresh;
  }

  settle(committed: boolean): void {
    if (committed) {
      for (const { kind, key, id } of this.#fresh) {
        this.#ids.set(`${kind} ${key}`, id);
      }
    }
    this.#fresh = [];
  }
}

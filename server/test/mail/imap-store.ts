import { EventEmitter } from 'node:events';

export type StoredLetter = {
  readonly uid: number;
  readonly raw: Buffer;
  readonly arrivedAt: Date;
  readonly flags: Set<string>;
};

/** One folder of the fixture's mailbox; the test puts letters in and looks at their flags. */
export class FixtureFolder {
  readonly name: string;
  readonly specialUse: string | null;
  readonly letters: StoredLetter[] = [];
  readonly changes = new EventEmitter().setMaxListeners(0);
  uidValidity = 1;
  uidNext = 1;

  constructor(name: string, specialUse: string | null = null) {
    this.name = name;
    this.specialUse = specialUse;
  }

  deliver(
    raw: string | Buffer,
    options: { arrivedAt?: Date; flags?: string[]; uid?: number } = {},
  ): StoredLetter {
    const letter: StoredLetter = {
      uid: options.uid ?? this.uidNext,
      raw: typeof raw === 'string' ? Buffer.from(raw) : raw,
      arrivedAt: options.arrivedAt ?? new Date(),
      flags: new Set(options.flags),
    };
    this.letters.push(letter);
    this.uidNext = letter.uid + 1;
    this.changes.emit('exists');
    return letter;
  }

  remove(letter: StoredLetter): void {
    const index = this.letters.indexOf(letter);
    if (index !== -1) {
      this.letters.splice(index, 1);
      this.changes.emit('expunge', index + 1);
    }
  }

  /** What a server does after a restore from backup: every letter gets a new UID under a new UIDVALIDITY. */
  renumber(uidValidity = this.uidValidity + 1): void {
    const letters = this.letters.splice(0);
    this.uidValidity = uidValidity;
    this.uidNext = 1;
    for (const letter of letters) {
      this.letters.push({ ...letter, uid: this.uidNext });
      this.uidNext += 1;
    }
  }
}

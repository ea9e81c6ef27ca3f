import { withoutPiledMarks } from './visible-text.ts';

const maxLength = 240;
// Enough for the white space that newsletters put between words.
const maxCollected = 2000;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** Collects the first words of a body for a list of tickets. */
export class Preview {
  #collected = '';

  add(escaped: string): void {
    if (this.#collected.length < maxCollected) {
      this.#collected += escaped.slice(0, maxCollected);
    }
  }

  breakLine(): void {
    if (this.#collected.length < maxCollected) {
      this.#collected += ' ';
    }
  }

  /** Plain text, one line. Newsletters pad it with zero-width and combining joiners: those count as space. */
  text(): string {
    const plain = this.#collected
      .replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
      .replaceAll(/(?:[\s\u00ad\u200b\u200c\u2060\ufeff]|\u034f|\u200d)+/g, ' ')
      .trim();
    const line = withoutPiledMarks(plain);
    return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).toWellFormed()}…`;
  }
}

import { csvLine } from './csv.ts';
import { markOf } from './export-mark.ts';

export type Marking = {
  readonly exportId: string;
  readonly locale: 'ru' | 'en';
  /** Who took it out, and when: said in the last line, for everybody to see. */
  readonly by: string;
  readonly at: Date;
};

/** So many rows carry the unseen mark once: a copied screenful has it. */
const markEvery = 20;

/**
 * The lines of a table that leaves the house: the heading, the rows as they come, and who has taken them. The column `marked`
 * bears the unseen mark; it holds words for people, nothing that a program compares.
 */
export async function* exportLines(
  { exportId, locale, by, at }: Marking,
  { headings, marked }: { headings: readonly string[]; marked: number },
  pages: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  const mark = markOf(exportId);
  const line = (cells: readonly string[], isMarked: boolean) =>
    csvLine(
      cells.map((cell, index) => (isMarked && index === marked ? `${cell}${mark}` : cell)),
      locale,
    );
  // The mark that spreadsheets know UTF-8 by.
  yield `\u{feff}${line(headings, true)}`;
  let count = 0;
  for await (const rows of pages) {
    const lines = [];
    for (const row of rows) {
      lines.push(line(row, count % markEvery === 0));
      count += 1;
    }
    yield lines.join('');
  }
  const said = locale === 'ru' ? `Выгружено: ${by}, ` : `Exported by ${by}, `;
  yield line([`${said}${at.toISOString()}, ${count}`, ...headings.slice(1).map(() => '')], true);
}

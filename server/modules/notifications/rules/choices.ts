import type { GivenChoices } from '../schema.ts';
import { builtInChoices, topics, ways, type Topic, type Way } from '../topics.data.ts';

export type Choices = Readonly<Record<Topic, Readonly<Record<Way, boolean>>>>;

/** What is chosen by the later ones is stronger. */
export function choicesOf(...given: readonly (GivenChoices | null | undefined)[]): Choices {
  const rows = topics.map((topic) => {
    const cells = ways.map((way) => [
      way,
      given.reduce((on, one) => one?.[topic]?.[way] ?? on, builtInChoices[topic][way]),
    ]);
    return [topic, Object.fromEntries(cells)];
  });
  return Object.fromEntries(rows) as Choices;
}

/** Only what differs from what would hold without it, so that a later change of the company reaches who never chose. */
export function differing(wanted: Choices, otherwise: Choices): GivenChoices {
  const given: GivenChoices = {};
  for (const topic of topics) {
    const cells = ways.filter((way) => wanted[topic][way] !== otherwise[topic][way]);
    if (cells.length > 0) {
      given[topic] = Object.fromEntries(cells.map((way) => [way, wanted[topic][way]]));
    }
  }
  return given;
}

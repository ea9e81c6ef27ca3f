/** A ticket that is ahead of the others needs to know of them: it has to wait until they have come as far. */
export class AsksOthers extends Error {}

/** One for all: nobody looks where it came from, and to find that out costs more than the step. */
const asks = new AsksOthers('a ticket asks for the others');

/** Where the ticket that is being replayed stands to the others. */
export type Ahead = {
  isAhead(): boolean;
  /** Does it when the others have come as far. */
  when(come: () => void): void;
};

/** @throws AsksOthers */
export function mustNotBeAhead({ isAhead }: Ahead): void {
  if (isAhead()) {
    throw asks;
  }
}

/** The only way to ask for the time outside SQL, so that tests can hold it still. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

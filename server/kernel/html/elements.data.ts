const words = (list: string): string[] => list.trim().split(/\s+/);

/** Elements that begin and end a line for whoever reads. */
export const blockElements: ReadonlySet<string> = new Set(
  words(`
  address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3
  h4 h5 h6 header hr html li main nav ol p pre section table tbody thead tr ul
`),
);

/** Elements whose content nobody reads. */
export const unreadElements: ReadonlySet<string> = new Set(
  words(`
  head style script template noscript title svg object iframe select textarea
`),
);

/** Where the rail lies at the bottom there is no room beside it: what it opens stands above it then, inside the window. */
export const besideOrAbove = {
  flip: { fallbackAxisSideDirection: 'start' },
  shift: { padding: 8 },
} as const;

/**
 * Whether one address has sent more than `limit` letters within the last `windowMs`, the present one included when it
 * is in the history: two machines answering each other are stopped here, whatever their headers say.
 */
export const loopGuard = (
  history: readonly { readonly at: Date }[],
  now: Date,
  limit: number,
  windowMs: number,
): boolean => {
  const since = now.getTime() - windowMs;
  return (
    history.filter(({ at }) => at.getTime() > since && at.getTime() <= now.getTime()).length > limit
  );
};

/** Of a form whose setting others change at the same time. */
export const meanwhile = {
  changed: 'This was changed while you were writing. What you wrote is still here.',
  theirs: 'Show how it is now',
  mine: 'Keep mine',
};

/** Of the list of settings. */
export const scriptsSection = {
  title: 'Talk scripts',
  text: 'What to say, what to ask, where each answer leads. In a ticket the script stands at the side.',
};

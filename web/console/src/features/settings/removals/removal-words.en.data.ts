/** Where a setting was taken out, and how the two pages of what was are called. */
export const removalSaid = {
  removeName: '{{act}}: {{name}}',
  removed: 'Removed: “{{name}}”',
  putBack: 'Put back: “{{name}}”',
};

export const removalsSection = {
  removals: {
    title: 'Recently removed',
    text: 'What was removed in the settings during the last 30 days, with the way back.',
  },
};

export const auditSection = {
  audit: { title: 'Audit log', text: 'Who changed which setting, when, from what to what.' },
};

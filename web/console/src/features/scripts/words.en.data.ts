export const talk = {
  title: 'Talk script',
  choose: 'Begin a script',
  next: 'Next',
  back: 'Back',
  stop: 'Close the script',
  over: 'The talk is over.',
  keep: 'Keep the talk as a note',
  kept: 'The talk is kept as a note',
  insert: 'Put into the answer',
  template: 'Template to answer with: {{name}}',
};

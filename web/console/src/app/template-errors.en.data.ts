export const templateErrors = {
  macro: {
    not_found: 'This macro is gone.',
    run_not_found: 'Only whoever ran the macro can take it back.',
    undone_already: 'This macro is already taken back.',
  },
  template: {
    in_macro: 'A macro answers with this template. Change the macro first.',
    not_found: 'This template is gone.',
    cannot_be_filled: 'This template cannot be filled for this ticket. Mend it in the settings.',
  },
};

import { settingsErrors, settingsFields } from '../settings-errors.en.data.ts';

export const errors = { ...settingsErrors, field: settingsFields };

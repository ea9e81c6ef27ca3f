import { settingsErrors, settingsFields } from '../settings-errors.ru.data.ts';

export const errors = { ...settingsErrors, field: settingsFields };

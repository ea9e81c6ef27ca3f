import { availability as availabilityEn } from '../../web/console/src/parts/availability/words.en.data.ts';
import { decision as decisionEn } from '../../web/console/src/parts/routing/words.en.data.ts';
import { lab as labEn } from '../../web/console/src/features/settings/lab/words.en.data.ts';
import { routing as routingEn } from '../../web/console/src/features/settings/routing/words.en.data.ts';
import { availability as availabilityRu } from '../../web/console/src/parts/availability/words.ru.data.ts';
import { decision as decisionRu } from '../../web/console/src/parts/routing/words.ru.data.ts';
import { lab as labRu } from '../../web/console/src/features/settings/lab/words.ru.data.ts';
import { routing as routingRu } from '../../web/console/src/features/settings/routing/words.ru.data.ts';
import { settingsErrors as errorsEn } from '../../web/console/src/app/settings-errors.en.data.ts';
import { settingsErrors as errorsRu } from '../../web/console/src/app/settings-errors.ru.data.ts';
import { app as appEn } from '../../web/console/src/app/words.en.data.ts';
import { app as appRu } from '../../web/console/src/app/words.ru.data.ts';
import { firstRun as firstRunEn } from '../../web/console/src/features/first-run/words.en.data.ts';
import { firstRun as firstRunRu } from '../../web/console/src/features/first-run/words.ru.data.ts';
import { guide as guideEn } from '../../web/console/src/features/guide/words.en.data.ts';
import { guide as guideRu } from '../../web/console/src/features/guide/words.ru.data.ts';
import { rules as rulesEn } from '../../web/console/src/features/settings/rules/words.en.data.ts';
import { session as sessionEn } from '../../web/console/src/features/session/words.en.data.ts';
import { rules as rulesRu } from '../../web/console/src/features/settings/rules/words.ru.data.ts';
import { session as sessionRu } from '../../web/console/src/features/session/words.ru.data.ts';
import { mailboxes as mailboxesEn } from '../../web/console/src/features/settings/mailbox-words.en.data.ts';
import { mailboxes as mailboxesRu } from '../../web/console/src/features/settings/mailbox-words.ru.data.ts';
import { settings as settingsEn } from '../../web/console/src/features/settings/words.en.data.ts';
import { settings as settingsRu } from '../../web/console/src/features/settings/words.ru.data.ts';
import { clocks as clocksEn } from '../../web/console/src/features/tickets/clocks/words.en.data.ts';
import { clocks as clocksRu } from '../../web/console/src/features/tickets/clocks/words.ru.data.ts';
import { tickets as ticketsEn } from '../../web/console/src/features/tickets/words.en.data.ts';
import { tickets as ticketsRu } from '../../web/console/src/features/tickets/words.ru.data.ts';
import { ui as uiEn } from '../../web/ui/words.en.data.ts';
import { ui as uiRu } from '../../web/ui/words.ru.data.ts';

const en = {
  app: appEn,
  availability: availabilityEn,
  clocks: clocksEn,
  decision: decisionEn,
  lab: labEn,
  routing: routingEn,
  rules: rulesEn,
  firstRun: firstRunEn,
  guide: guideEn,
  session: sessionEn,
  mailboxes: mailboxesEn,
  settings: settingsEn,
  tickets: ticketsEn,
  errors: errorsEn,
  ui: uiEn,
};
const ru = {
  app: appRu,
  availability: availabilityRu,
  clocks: clocksRu,
  decision: decisionRu,
  lab: labRu,
  routing: routingRu,
  rules: rulesRu,
  firstRun: firstRunRu,
  guide: guideRu,
  session: sessionRu,
  mailboxes: mailboxesRu,
  settings: settingsRu,
  tickets: ticketsRu,
  errors: errorsRu,
  ui: uiRu,
};

/** What the console says, so that a journey presses what a person reads. */
export const words = { en, ru } as const;

// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/Tabs.layer.css';
import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Absences } from './absences.tsx';
import { DutyRota } from './duty-rota.tsx';
import { WorkingHours } from './working-hours.tsx';

const parts = ['absences', 'duty', 'hours'] as const;
type Part = (typeof parts)[number];

/** Who is there when: what is entered by hand, on one page of three parts. */
export function AvailabilitySettings() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { part } = useSearch({ strict: false }) as { part?: Part };
  const shown = parts.find((each) => each === part) ?? 'absences';
  return (
    <Tabs
      value={shown}
      keepMounted={false}
      onChange={(next) => void navigate({ to: '.', search: { part: next } as never })}
    >
      <Tabs.List aria-label={t('availability.parts')}>
        {parts.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`availability.part.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="absences" pt={16}>
        <Absences />
      </Tabs.Panel>
      <Tabs.Panel value="duty" pt={16}>
        <DutyRota />
      </Tabs.Panel>
      <Tabs.Panel value="hours" pt={16}>
        <WorkingHours />
      </Tabs.Panel>
    </Tabs>
  );
}

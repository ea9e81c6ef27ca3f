import { Checkbox } from '@mantine/core';
import { IconBell, IconDeviceLaptop, IconMail } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/session.ts';
import own from './notices.module.css';
import { groups, rightsToMend, ways, type Choices, type Topic, type Way } from './types.ts';

const icons: Record<Way, typeof IconBell> = {
  app: IconBell,
  mail: IconMail,
  push: IconDeviceLaptop,
};

type Props = {
  value: Choices;
  onChange: (value: Choices) => void;
  /** What it is, for who hears the screen. */
  label: string;
};

/** Of what one is told, and by which ways. */
export function Matrix({ value, onChange, label }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const may = useMay();
  const shown = groups.filter(({ key }) => key !== 'care' || rightsToMend.some(may));
  const set = (topic: Topic, way: Way, on: boolean) =>
    onChange({ ...value, [topic]: { ...value[topic], [way]: on } });
  return (
    <table className={own.matrix} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t('told.topicHead')}</span>
          </th>
          {ways.map((way) => (
            <WayHead key={way} way={way} />
          ))}
        </tr>
      </thead>
      {shown.map(({ key, topics }) => (
        <tbody key={key}>
          <tr>
            <th scope="rowgroup" colSpan={4} className={own.group}>
              {t(`told.group.${key}`)}
            </th>
          </tr>
          {topics.map((topic) => (
            <tr key={topic}>
              <th scope="row" className={own.topic}>
                {t(`told.topic.${topic}`)}
              </th>
              {ways.map((way) => (
                <td key={way}>
                  <label className={own.cell} htmlFor={`${id}${topic}${way}`}>
                    <Checkbox
                      id={`${id}${topic}${way}`}
                      aria-label={`${t(`told.topic.${topic}`)}: ${t(`told.way.${way}`)}`}
                      checked={value[topic][way]}
                      onChange={(event) => set(topic, way, event.currentTarget.checked)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function WayHead({ way }: { way: Way }) {
  const { t } = useTranslation();
  const Icon = icons[way];
  return (
    <th scope="col" className={own.way}>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
      <span>{t(`told.way.${way}`)}</span>
    </th>
  );
}

import { useTranslation } from 'react-i18next';
import type { MailFacts } from '../../lib/api-types.ts';
import classes from './timeline.module.css';

export function MailDetails({ mail }: { mail: MailFacts }) {
  const { t } = useTranslation();
  const checks = Object.entries(mail.authentication ?? {}).filter(([, result]) => result);
  const lines: [string, string][] = [
    ['from', mail.from ?? ''],
    ['to', mail.to.join(', ')],
    ['cc', mail.cc.join(', ')],
    ['subject', mail.subject],
    ['checks', checks.map(([name, result]) => `${name.toUpperCase()}: ${result}`).join(' · ')],
  ];
  return (
    <div className={classes.details}>
      <dl>
        {lines
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Line key={name} name={t(`tickets.mail.${name}`)} value={value} />
          ))}
      </dl>
    </div>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

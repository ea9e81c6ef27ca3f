import { useTranslation } from 'react-i18next';
import classes from './search.module.css';

const operators = [
  'exact',
  'without',
  'from',
  'to',
  'tag',
  'status',
  'team',
  'assignee',
  'before',
  'after',
  'notes',
  'files',
] as const;

/** Every operator by an example; a click adds it to the question. */
export function OperatorHelp({ onAdd }: { onAdd: (sample: string) => void }) {
  const { t } = useTranslation();
  return (
    <section className={classes.help} aria-label={t('search.operators')}>
      <h2 className={classes.helpTitle}>{t('search.operators')}</h2>
      <dl className={classes.operators}>
        {operators.map((name) => {
          const sample = t(`search.operator.${name}.sample`);
          return (
            <div key={name} className={classes.operator}>
              <dt>
                <button type="button" className={classes.sample} onClick={() => onAdd(sample)}>
                  {sample}
                </button>
              </dt>
              <dd>{t(`search.operator.${name}.words`)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

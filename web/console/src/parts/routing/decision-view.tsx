import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../contracts/client.ts';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { dayTime } from '../../../../ui/time.ts';
import type { FieldCondition } from '../conditions/fields.data.ts';
import { useLeafWords } from '../conditions/use-sentence.ts';
import classes from './decision.module.css';

export type RoutingDecision = components['schemas']['RoutingDecision'];
type Step = RoutingDecision['steps'][number];
/** User, verdict, and what the verdict says beside it. */
type Candidate = readonly [string, string, ...(string | number | null)[]];

/** A whole decision: which rule, what held, who was looked at and why they were or were not chosen. */
export function DecisionView({ decision }: { decision: RoutingDecision }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { outcome, rule, held, steps, names, userId, teamId, more } = decision;
  const name = (id: string | null) => names[id ?? ''] ?? t('decision.gone');
  return (
    <div className={classes.decision}>
      <p className={classes.outcome}>
        <b>{t(`decision.outcome.${outcome}`, { name: name(userId), team: name(teamId) })}</b>
        {rule && ` ${t('decision.byRule', { name: rule.name })}`}
        {held.length > 0 && `, ${t('decision.held')}: ${said(held)}`}
      </p>
      {steps.map((step, at) => (
        <StepView key={at} step={step} at={at + 1} names={names} />
      ))}
      {decision.passed.length > 0 && (
        <>
          <h3 className={classes.title}>{t('decision.passed')}</h3>
          <ul className={classes.list}>
            {decision.passed.map((passed) => (
              <li key={passed.id}>
                «{passed.name}» — {t(`decision.why.${passed.why}`, { what: said(passed.failed) })}
              </li>
            ))}
            {more > 0 && <li>{t('decision.more', { count: more })}</li>}
          </ul>
        </>
      )}
    </div>
  );
}

/** Conditions as the history keeps them: what they name has its name already. */
function useSaid() {
  const words = useLeafWords();
  return (leaves: RoutingDecision['held']) =>
    leaves.map((leaf) => words(leaf as unknown as FieldCondition)).join(', ');
}

type StepProps = { step: Step; at: number; names: RoutingDecision['names'] };

function StepView({ step, at, names }: StepProps) {
  const { t } = useTranslation();
  const verdict = useVerdict(names);
  const { teamId, who, way, more } = step;
  const isDuty = who === 'on_duty';
  const team = names[teamId] ?? t('decision.gone');
  const ways = [t(`decision.way.${way}`), isDuty && t('decision.onDuty')].filter(Boolean).join(' ');
  const candidates = step.candidates as unknown as readonly Candidate[];
  return (
    <>
      <h3 className={classes.title}>{t('decision.step', { at, team, way: ways })}</h3>
      {way !== 'team' && candidates.length === 0 && (
        <p className={classes.empty}>{t(isDuty ? 'decision.noDuty' : 'decision.nobody')}</p>
      )}
      <ul className={classes.list}>
        {candidates.map((candidate) => (
          <li key={candidate[0]} data-chosen={chosen.has(candidate[1]) || undefined}>
            <b>{names[candidate[0]] ?? t('decision.gone')}</b> — {verdict(candidate)}
          </li>
        ))}
        {more > 0 && <li>{t('decision.more', { count: more })}</li>}
      </ul>
    </>
  );
}

const chosen = new Set(['chosen', 'last_agent', 'substitute']);
const timed = new Set(['absent', 'off_hours', 'away']);

function useVerdict(names: RoutingDecision['names']) {
  const { t } = useTranslation();
  const locale = useUiLocale();
  return ([, code, first = null, second = null, third = null]: Candidate): string => {
    if (timed.has(code)) {
      const until = typeof first === 'string' ? dayTime(locale, new Date(first), new Date()) : null;
      const said = t(`decision.verdict.${code}`);
      return until === null ? said : `${said} ${t('decision.verdict.until', { time: until })}`;
    }
    if (code === 'skill') {
      const skill = names[String(first)] ?? t('decision.gone');
      const values = { skill, needed: second, level: third };
      return t(`decision.verdict.${third === 0 ? 'noSkill' : 'skill'}`, values);
    }
    return t(`decision.verdict.${code}`, { load: first, capacity: second, defaultValue: code });
  };
}

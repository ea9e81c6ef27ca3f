import { useTranslation } from 'react-i18next';
import classes from './password-strength.module.css';

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u];

/** 0 (too short) to 4: length counts more than exotic signs, repetition counts for little. */
export function strengthOf(password: string): number {
  if (password.length < 8) {
    return 0;
  }
  const variety = kinds.filter((kind) => kind.test(password)).length;
  const distinct = new Set(password).size;
  const points = password.length * 2 + variety * 3 + Math.min(distinct, 12);
  const level = [28, 38, 48].filter((bound) => points >= bound).length + 1;
  return distinct < 5 ? 1 : level;
}

/** How hard the password is to guess: bars and a word, never only a colour. */
export function PasswordStrength({ password }: { password: string }) {
  const { t } = useTranslation();
  const level = strengthOf(password);
  return (
    <div className={classes.strength} data-level={level} aria-live="polite">
      <span className={classes.bars} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={classes.bar} data-on={bar <= level || undefined} />
        ))}
      </span>
      <span>{password === '' ? t('app.password.hint') : t(`app.password.level${level}`)}</span>
    </div>
  );
}

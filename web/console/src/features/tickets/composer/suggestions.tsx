import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../../ui/initials.tsx';
import classes from './composer-parts.module.css';
import type { Suggestion } from './use-suggestions.ts';

type Props = {
  shown: readonly Suggestion[];
  sign: '/' | '@' | undefined;
  at: number;
  onTake: (id: string) => void;
};

/** Over the field; the focus stays where one types. */
export function Suggestions({ shown, sign, at, onTake }: Props) {
  const { t } = useTranslation();
  const isTemplates = sign === '/';
  if (shown.length === 0) {
    return (
      <output className={classes.noSuggestions}>
        {t(isTemplates ? 'tickets.composer.noTemplates' : 'tickets.composer.noColleagues')}
      </output>
    );
  }
  return (
    <div
      className={classes.suggestions}
      // A native list would take the focus away from the text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="listbox"
      tabIndex={-1}
      aria-label={t(isTemplates ? 'tickets.composer.templates' : 'tickets.composer.colleagues')}
    >
      {shown.map(({ id, name, more, why, kind }, index) => (
        <div
          key={id}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
          role="option"
          tabIndex={-1}
          className={classes.suggestion}
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(id);
          }}
        >
          {kind === 'colleague' && <Initials name={name} size={20} />}
          <span className={classes.suggestionName}>{name}</span>
          <span className={classes.suggestionMore}>
            {why && <b className={classes.suggestionWhy}>{why}</b>} {more}
          </span>
        </div>
      ))}
    </div>
  );
}

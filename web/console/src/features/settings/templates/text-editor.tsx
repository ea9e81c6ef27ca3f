import { Button, Menu, Textarea } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from './use-preview.ts';
import { codeOf, snippets, variableNames } from './variables.data.ts';
import classes from './templates.module.css';

type Props = {
  locale: 'ru' | 'en';
  value: string;
  onChange: (value: string) => void;
  /** From the form itself: nothing was written. */
  error: string | null;
  problem: Place | null;
};

/** One language of a template: its text, what can be put into it, and its first mistake with the way to it. */
export function TextEditor({ locale, value, onChange, error, problem }: Props) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (code: string) => {
    const field = area.current;
    const at = field?.selectionStart ?? value.length;
    const end = field?.selectionEnd ?? at;
    onChange(value.slice(0, at) + code + value.slice(end));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(at + code.length, at + code.length);
    });
  };
  const show = () => {
    const lines = value.split('\n');
    const line = (problem?.line ?? 1) - 1;
    const begins = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(begins, begins + (lines[line]?.length ?? 0));
  };
  return (
    <div className={classes.editor}>
      <Textarea
        ref={area}
        label={t(`settings.templates.text.${locale}`)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        aria-invalid={problem !== null || undefined}
        autosize
        minRows={4}
        maxRows={16}
        classNames={{ input: classes.code ?? '' }}
      />
      {problem && (
        <button type="button" className={classes.place} onClick={show}>
          <b>{t('settings.templates.line', { line: problem.line })}</b>{' '}
          {t(`settings.templates.problem.${problem.code}`, { about: problem.about })}
        </button>
      )}
      <InsertMenu locale={locale} onInsert={insert} />
    </div>
  );
}

function InsertMenu(props: { locale: 'ru' | 'en'; onInsert: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" shadow="md" returnFocus={false}>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" leftSection={<IconBraces size={15} />}>
          {t('settings.templates.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Label>{t('settings.templates.insertVariable')}</Menu.Label>
        {variableNames.map((name) => (
          <Menu.Item key={name} onClick={() => props.onInsert(codeOf(name))}>
            {t(`settings.templates.variable.${name.replace('.', '_')}`)}{' '}
            <code className={classes.name}>{name}</code>
          </Menu.Item>
        ))}
        <Menu.Label>{t('settings.templates.insertPattern')}</Menu.Label>
        {snippets[props.locale].map(({ key, code }) => (
          <Menu.Item key={key} onClick={() => props.onInsert(code)}>
            {t(`settings.templates.pattern.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

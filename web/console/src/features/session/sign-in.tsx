import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../../../ui/brand.tsx';
import { LanguageSwitch } from '../../lib/language-switch.tsx';
import type { Session } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { ApiProblem, wordsOf } from '../../lib/problem.ts';
import { sessionQuery } from '../../lib/session.ts';
import classes from './sign-in.module.css';

/** A path of our own only: never a way to lead somebody elsewhere after sign-in. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in')
    ? next
    : '/';
}

type Stage = 'password' | 'code';

export function SignIn() {
  const { t } = useTranslation();
  const { state, stage, submit, restart } = useSignIn();
  return (
    <main className={classes.page}>
      <form
        className={classes.form}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          void submit(
            Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>,
          );
        }}
      >
        <Brand />
        <h1 className={classes.title}>{t('session.title')}</h1>
        <div className={classes.fields} hidden={stage === 'code'}>
          <TextInput
            size="md"
            name="email"
            type="email"
            label={t('session.email')}
            autoComplete="username"
            required
          />
          <PasswordInput
            size="md"
            name="password"
            label={t('session.password')}
            autoComplete="current-password"
            required
          />
        </div>
        {stage === 'code' && <CodeField />}
        <p role="alert" className={classes.error}>
          {state.error}
        </p>
        <Button type="submit" size="md" loading={state.busy} fullWidth>
          {t('session.signIn')}
        </Button>
        {stage === 'code' && (
          <Button variant="subtle" onClick={restart}>
            {t('session.another')}
          </Button>
        )}
      </form>
      <LanguageSwitch label={t('session.language')} />
    </main>
  );
}

/** The second step has one field, and the hands are on the keyboard. */
function CodeField() {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <TextInput
      size="md"
      name="code"
      label={t('session.code')}
      description={t('session.codeHint')}
      autoComplete="one-time-code"
      inputMode="text"
      required
      ref={field}
    />
  );
}

function useSignIn() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: unknown };
  const [stage, setStage] = useState<Stage>('password');
  const [state, setState] = useState({ busy: false, error: '' });
  const submit = async (fields: Record<string, string>) => {
    setState({ busy: true, error: '' });
    try {
      const { email, password, code } = fields;
      const session = await api.post<Session>('/session', {
        email,
        password,
        ...(code ? { code: code.trim() } : {}),
      });
      cache.setQueryData(sessionQuery.queryKey, session);
      await navigate({ href: safeNext(next) });
    } catch (error) {
      const needsCode = error instanceof ApiProblem && error.code === 'session.code_needed';
      if (needsCode) {
        setStage('code');
      }
      setState({
        busy: false,
        error: needsCode && stage === 'password' ? '' : wordsOf(error).words,
      });
    }
  };
  const restart = () => {
    setStage('password');
    setState({ busy: false, error: '' });
  };
  return { state, stage, submit, restart };
}

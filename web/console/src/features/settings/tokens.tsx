import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../../../ui/copy.tsx';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import type { ApiToken } from '../../lib/settings-types.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { FormError } from './form-error.tsx';
import { PermissionGrid } from './role-form.tsx';
import classes from './settings.module.css';
import { useItems } from './use-items.ts';
import { useSave } from './use-save.ts';

/** Keys for programs: what each may do and until when. The key itself is shown once. */
export function Tokens() {
  const { t } = useTranslation();
  const tokens = useItems<ApiToken>('tokens', '/tokens');
  const [made, setMade] = useState<string | null>(null);
  return (
    <>
      {made ? (
        <MadeToken token={made} onClose={() => setMade(null)} />
      ) : (
        <NewToken onMade={setMade} />
      )}
      <Loaded
        of={tokens}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconKey size={30} stroke={1.4} />}
            title={t('settings.tokens.empty')}
            text={t('settings.tokens.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((token) => (
              <TokenLine key={token.id} token={token} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

function MadeToken({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <section className={classes.panel}>
      <p className={classes.warning}>{t('settings.tokens.once')}</p>
      <p className={classes.codeBox}>{token}</p>
      <div className={classes.row}>
        <CopyText text={token} />
        <Button variant="subtle" onClick={onClose}>
          {t('settings.tokens.kept')}
        </Button>
      </div>
    </section>
  );
}

function NewToken({ onMade }: { onMade: (token: string) => void }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { name: '', until: '', scopes: [] as string[] },
    validate: {
      name: (value) => (value.trim() ? null : t('settings.tokens.needName')),
      scopes: (value) => (value.length > 0 ? null : t('settings.tokens.needScopes')),
    },
  });
  const make = useSave(
    ({ name, until, scopes }: typeof form.values) =>
      api.post<{ token: string }>('/tokens', {
        name,
        scopes,
        ...(until ? { expiresAt: `${until}T23:59:59.000Z` } : {}),
      }),
    {
      touches: ['tokens'],
      said: t('settings.tokens.made'),
      onDone: ({ token }) => onMade(token),
      onError: (error) => form.setErrors(fieldWords(error)),
    },
  );
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={form.onSubmit((values) => make.mutate(values))}
    >
      <div className={classes.grid}>
        <TextInput label={t('settings.tokens.name')} {...form.getInputProps('name')} />
        <TextInput
          type="date"
          label={t('settings.tokens.until')}
          {...form.getInputProps('until')}
        />
      </div>
      <PermissionGrid
        chosen={form.values.scopes}
        onChange={(scopes) => form.setFieldValue('scopes', scopes)}
      />
      {form.errors['scopes'] && <p className={classes.error}>{form.errors['scopes']}</p>}
      <FormError error={make.error} />
      <div>
        <Button type="submit" loading={make.isPending}>
          {t('settings.tokens.make')}
        </Button>
      </div>
    </form>
  );
}

function TokenLine({ token }: { token: ApiToken }) {
  const { t } = useTranslation();
  const revoke = useSave(() => api.delete(`/tokens/${token.id}`), {
    touches: ['tokens'],
    said: t('settings.tokens.revoked'),
  });
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{token.name}</span>
        <span className={classes.itemMore}>
          {token.prefix}… · {token.scopes.join(', ')}
        </span>
        <span className={classes.itemMore}>
          {token.expiresAt ? (
            <>
              {t('settings.tokens.validUntil')} <TimeText at={token.expiresAt} />
            </>
          ) : (
            t('settings.tokens.forever')
          )}
          {token.lastUsedAt && (
            <>
              {' · '}
              {t('settings.tokens.lastUsed')} <TimeText at={token.lastUsedAt} as="relative" />
            </>
          )}
        </span>
      </span>
      <ConfirmButton
        label={t('settings.tokens.revoke')}
        question={t('settings.tokens.revokeQuestion')}
        onConfirm={() => revoke.mutate(undefined)}
      />
    </li>
  );
}

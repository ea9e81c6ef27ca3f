import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import { useAction } from '../../lib/actions.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.ts';
import { HitLine } from './hit-lines.tsx';
import { OperatorHelp } from './operator-help.tsx';
import { searchQuery, type Kind, type SearchAnswer } from './search-queries.ts';
import { longest, parseSearchPlace, type SearchPlace } from './search-place.ts';
import classes from './search.module.css';

/** One box for everything; what is asked stands in the address. */
export function SearchPage() {
  const { t } = useTranslation();
  const place = parseSearchPlace(useSearch({ strict: false }));
  const go = useGo();
  const [typed, setTyped, release] = useTyped(place.q ?? '', (q) => go({ q: q || undefined }));
  const field = useRef<HTMLInputElement>(null);
  useAction('list.search', () => field.current?.focus());
  const add = (sample: string) => {
    setTyped(typed.trim() === '' ? `${sample} ` : `${typed.trim()} ${sample} `);
    field.current?.focus();
  };
  return (
    <main className={classes.page}>
      <h1 className="sr-only">{t('search.title')}</h1>
      <div className={classes.top}>
        <TextInput
          ref={field}
          type="search"
          size="md"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field is what the page is opened for
          autoFocus
          maxLength={longest}
          leftSection={<IconSearch size={17} />}
          placeholder={t('search.field')}
          aria-label={t('search.field')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => setTimeout(release, 2 * pauseMs)}
        />
        {place.q && <Kinds chosen={place.kind} onChoose={(kind) => go({ kind })} />}
      </div>
      {place.q ? (
        <Results q={place.q} kind={place.kind} />
      ) : (
        <>
          <Empty
            icon={<IconSearch size={30} stroke={1.4} />}
            title={t('search.start')}
            text={t('search.startText')}
          />
          <OperatorHelp onAdd={add} />
        </>
      )}
    </main>
  );
}

function useGo(): (change: SearchPlace) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '/search',
      search: (old: Record<string, unknown>) => ({ ...parseSearchPlace(old), ...change }),
      replace: true,
    } as never);
}

const pauseMs = 250;

/** What is being typed is ours; a moment later it stands in the address. Once the field is left, the address counts. */
function useTyped(
  kept: string,
  commit: (text: string) => void,
): [string, (text: string) => void, () => void] {
  const [draft, setDraft] = useState<string | null>(null);
  const settle = useEffectEvent((text: string) => {
    if (text.trim() !== kept) {
      commit(text.trim());
    }
  });
  useEffect(() => {
    if (draft === null) {
      return undefined;
    }
    const timer = setTimeout(() => settle(draft), pauseMs);
    return () => clearTimeout(timer);
  }, [draft]);
  return [draft ?? kept, setDraft, () => setDraft(null)];
}

const kinds = ['ticket', 'person', 'organization'] as const;

function Kinds(props: { chosen: Kind | undefined; onChoose: (kind: Kind | undefined) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('person.read')) {
    return null;
  }
  return (
    <fieldset className={classes.kinds}>
      <legend className="sr-only">{t('search.kindsLabel')}</legend>
      {[undefined, ...kinds].map((kind) => (
        <button
          key={kind ?? 'all'}
          type="button"
          className={classes.kind}
          aria-pressed={kind === props.chosen}
          onClick={() => props.onChoose(kind)}
        >
          {t(`search.kinds.${kind ?? 'all'}`)}
        </button>
      ))}
    </fieldset>
  );
}

function Results({ q, kind }: { q: string; kind: Kind | undefined }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery(searchQuery(q, kind));
  const last = found.data?.pages.at(-1);
  return (
    <section className={classes.results} aria-label={t('search.results')} aria-live="polite">
      <Remarks pages={found.data?.pages ?? []} />
      <Loaded
        of={found}
        wordsOf={wordsOf}
        isEmpty={({ pages }) =>
          pages.every(({ items, next }) => items.length === 0 && next === null)
        }
        empty={
          <Empty
            icon={<IconSearch size={30} stroke={1.4} />}
            title={t('search.nothing')}
            text={t('search.nothingText')}
          />
        }
      >
        {({ pages }) => (
          <>
            <ul className={classes.hits}>
              {pages
                .flatMap(({ items }) => items)
                .map((hit) => (
                  <li key={hit.id}>
                    <HitLine hit={hit} />
                  </li>
                ))}
            </ul>
          </>
        )}
      </Loaded>
      {last && !last.complete && <p className={classes.remark}>{t('search.olderText')}</p>}
      {found.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t(last?.complete ? 'search.more' : 'search.older')}
        </Button>
      )}
    </section>
  );
}

function Remarks({ pages }: { pages: readonly SearchAnswer[] }) {
  const { t } = useTranslation();
  const [first] = pages;
  return (
    <>
      {first?.instead.map(({ typed, meant, why }) => (
        <p key={typed} className={classes.remark}>
          {t(`search.instead.${why}`, { typed, meant })}
        </p>
      ))}
      {first?.catchingUp && <p className={classes.remark}>{t('search.catchingUp')}</p>}
    </>
  );
}

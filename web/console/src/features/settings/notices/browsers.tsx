import { Button } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { showToast } from '../../../../../ui/toast.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { deviceName } from '../profile/sessions-panel.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { currentSubscription, subscribe, whyImpossible, type Refusal } from './subscribe.ts';
import type { Device } from './types.ts';

/** Which of my browsers are called when Otklik is not open. */
export function Browsers() {
  const { t } = useTranslation();
  const devices = useQuery({
    queryKey: ['own-devices'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Device[] }>('/me/devices', {}, signal)).items,
    staleTime: 0,
  });
  return (
    <section className={classes.panel} aria-labelledby="browsers-title">
      <h3 className={classes.panelTitle} id="browsers-title">
        {t('told.browsers')}
      </h3>
      <p className={classes.hint}>{t('told.browsersText')}</p>
      <Loaded of={devices} wordsOf={wordsOf} skeletonRows={1}>
        {(list) => (
          <>
            {list.length > 0 && (
              <ul className={classes.list}>
                {list.map((device) => (
                  <DeviceLine key={device.id} device={device} />
                ))}
              </ul>
            )}
            {!list.some(({ current }) => current) && <AddThis />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function DeviceLine({ device: { id, name, current, createdAt, usedAt } }: { device: Device }) {
  const { t } = useTranslation();
  const remove = useSave(
    async () => {
      await api.delete(`/me/devices/${id}`);
      if (current) {
        await (await currentSubscription())?.unsubscribe();
      }
    },
    { touches: ['own-devices'], said: t('told.removed') },
  );
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name || t('told.unnamed')}</span>
        <span className={classes.itemMore}>
          {t(usedAt ? 'told.usedAt' : 'told.addedAt')}{' '}
          <TimeText at={usedAt ?? createdAt} as="relative" />
        </span>
      </span>
      {current && (
        <span className={classes.badge} data-tone="good">
          {t('told.current')}
        </span>
      )}
      <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
        {t('told.stop')}
      </Button>
    </li>
  );
}

function AddThis() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(whyImpossible);
  const add = useMutation({
    mutationFn: () => subscribe(deviceName(navigator.userAgent)),
    onSuccess: async (why) => {
      setRefusal(why);
      if (why === null) {
        showToast(t('told.added'));
        await cache.invalidateQueries({ queryKey: ['own-devices'] });
      }
    },
    onError: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
  });
  const isHopeless = refusal === 'insecure' || refusal === 'unable';
  return (
    <>
      {refusal && (
        <p role="alert" className={classes.warning}>
          {t(`told.refused.${refusal}`)}
        </p>
      )}
      {!isHopeless && (
        <div>
          <Button
            variant="default"
            leftSection={<IconDeviceLaptop size={16} />}
            loading={add.isPending}
            onClick={() => add.mutate()}
          >
            {t('told.addThis')}
          </Button>
        </div>
      )}
    </>
  );
}

import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchWords } from '../features/search/words.ts';
import { sections } from '../features/settings/sections.data.ts';
import { settingsWords } from '../features/settings/words.ts';
import { useAction } from '../lib/actions.ts';
import { addWords } from '../lib/i18n.ts';
import { useMay } from '../lib/session.ts';

const Palette = lazy(async () => {
  const [{ Palette: component }] = await Promise.all([
    import('../features/search/palette.tsx'),
    addWords(searchWords),
    addWords(settingsWords),
  ]);
  return { default: component };
});

/** Ctrl/⌘ K: where the palette meets the settings; it comes with its words when it is first opened. */
export function SearchPalette() {
  const { t } = useTranslation();
  const may = useMay();
  const [opened, setOpened] = useState(false);
  useAction('palette', () => setOpened(true));
  if (!opened) {
    return null;
  }
  const settings = sections
    .filter(({ needs }) => needs === null || may(needs))
    .map(({ name }) => ({
      label: `${t('app.settings')}: ${t(`settings.section.${name}.title`)}`,
      to: `/settings/${name}`,
    }));
  return (
    <Suspense fallback={null}>
      <Palette settings={settings} onClose={() => setOpened(false)} />
    </Suspense>
  );
}

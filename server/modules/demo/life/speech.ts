import { phrasesEn } from '../texts/phrases.en.data.ts';
import { phrasesRu } from '../texts/phrases.ru.data.ts';
import { linePlotsEn } from '../texts/plots-line.en.data.ts';
import { linePlotsRu } from '../texts/plots-line.ru.data.ts';
import { officePlotsEn } from '../texts/plots-office.en.data.ts';
import { officePlotsRu } from '../texts/plots-office.ru.data.ts';
import { tillPlotsEn } from '../texts/plots-tills.en.data.ts';
import { tillPlotsRu } from '../texts/plots-tills.ru.data.ts';
import type { Case, Phrases, Plot } from '../texts/text-shapes.ts';
import type { CastAgent, CastPerson, Locale } from './cast.ts';
import { inLatin } from './latin.ts';
import type { Chance } from './random.ts';

export type Mood = 'calm' | 'urgent' | 'angry';

/** How the people of one request speak; what was named once stays the same to its end. */
export type Speech = {
  readonly plot: Plot;
  readonly matter: Case;
  readonly phrases: Phrases;
  readonly mood: Mood;
  /** With every slot filled. */
  say(text: string): string;
  customer(text: string): string;
  agent(speaker: CastAgent, text: string, options?: { readonly late?: boolean }): string;
};

const plots: Readonly<Record<Locale, readonly Plot[]>> = {
  ru: [...tillPlotsRu, ...officePlotsRu, ...linePlotsRu],
  en: [...tillPlotsEn, ...officePlotsEn, ...linePlotsEn],
};

export const phrasesOf = (locale: Locale): Phrases => (locale === 'ru' ? phrasesRu : phrasesEn);

const paragraphs = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');
const sentences = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

export function speechOf(chance: Chance, person: CastPerson): Speech {
  const { locale, firstName } = person;
  const phrases = phrasesOf(locale);
  const plot = chance.weighed(plots[locale], ({ weight }) => weight);
  const matter = chance.pick(plot.cases);
  const mood = moodOf(chance, plot);
  const slots = slotsOf(chance, plot, phrases);
  const say = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
  return {
    plot,
    matter,
    phrases,
    mood,
    say,
    customer: (text) =>
      paragraphs(
        chance.pick(phrases.customerGreetings),
        sentences(say(text), feelingOf(chance, phrases, mood)),
        chance.pick(phrases.customerSignOffs).replace('{me}', firstName),
      ),
    agent: (speaker, text, { late = false } = {}) =>
      paragraphs(
        chance.pick(phrases.greetings).replace('{name}', firstName),
        sentences(
          late ? chance.pick(phrases.apologies) : '',
          mood === 'angry' && chance.happens(0.4) ? chance.pick(phrases.takesBlame) : '',
          say(text),
        ),
        chance
          .pick(phrases.signOffs)
          .replace('{agent}', locale === 'ru' ? speaker.name : inLatin(speaker.name)),
      ),
  };
}

function moodOf(chance: Chance, { priority, type }: Plot): Mood {
  const heat = type === 'complaint' ? 0.7 : priority === 'high' ? 0.16 : 0.05;
  if (chance.happens(heat)) {
    return 'angry';
  }
  return chance.happens(priority === 'high' ? 0.4 : 0.08) ? 'urgent' : 'calm';
}

function feelingOf(chance: Chance, phrases: Phrases, mood: Mood): string {
  if (mood === 'calm') {
    return chance.happens(0.35) ? chance.pick(phrases.polite) : '';
  }
  return chance.pick(phrases[mood]);
}

function slotsOf(chance: Chance, plot: Plot, phrases: Phrases): Record<string, string> {
  return {
    model: chance.pick(plot.models ?? ['']),
    place: chance.pick(phrases.places),
    day: chance.pick(phrases.days),
    n: String(chance.between(3, 28)),
    sum: String(chance.between(12, 480) * 25),
    hour: String(chance.between(12, 18)),
  };
}

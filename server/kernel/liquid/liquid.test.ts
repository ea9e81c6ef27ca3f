import { describe, expect, test } from 'vitest';
import { checkLiquid } from './check-liquid.ts';
import { replaceCode } from './code-spans.ts';
import { fillLiquid, type LiquidError, type LiquidValues } from './liquid.ts';

const now = new Date('2026-03-12T09:30:00Z');
const filling = { locale: 'ru' as const, timeZone: 'Europe/Moscow', now, html: false };
const values: LiquidValues = {
  ticket: {
    number: 7,
    subject: 'Printer <b>',
    tags: ['vip', 'paper'],
    priority: 'urgent',
    due_at: '2026-03-12T12:00:00Z',
    fields: { floor: 3 },
  },
  customer: { name: 'Rita\nOrlova' },
};
const fill = (text: string, more: object = {}) => fillLiquid(text, values, { ...filling, ...more });
const problem = (text: string, more: object = {}) => {
  try {
    fill(text, more);
    return null;
  } catch (error) {
    return (error as LiquidError).problem;
  }
};

describe('a text with Liquid', () => {
  test.each([
    ['#{{ ticket.number }} {{ticket.subject}}', '#7 Printer <b>'],
    ['{% if ticket.priority == "urgent" %}Now{% else %}Later{% endif %}', 'Now'],
    ['{% for tag in ticket.tags %}[{{ tag }}]{% endfor %}', '[vip][paper]'],
    ['{{ ticket.tags }}', 'vip, paper'],
    ['{{ ticket.fields.floor }}{{ ticket.fields.none }}', '3'],
    ['{{ ticket.constructor }}{{ ticket.toString }}{{ ticket.__proto__ }}', ''],
    ['{{ ticket }}', ''],
    ['{% raw %}{{{% endraw %} as typed }}', '{{ as typed }}'],
    ['{{ customer.name | raw | upcase }}', 'RITA\nORLOVA'],
    ['{{ ticket.due_at | date }}', '12 марта 2026 г.'],
    ['{{ ticket.due_at | date: "time" }}', '15:00'],
    ['{{ ticket.due_at | date: "weekday" }}', 'четверг'],
    ['{{ ticket.due_at | date: "day" }}', '12 марта'],
    ['{{ ticket.due_at | date: "%d.%m.%Y %H:%M %Q" }}', '12.03.2026 15:00 %Q'],
    ['{{ "now" | date: "short" }}', '12.03.2026'],
    ['{{ ticket.subject | date }}', 'Printer <b>'],
    ['{{ ticket.due_at | from_now }}', 'через 3 часа'],
  ])('%s becomes %s', (text, filled) => {
    expect(fill(text)).toBe(filled);
  });

  test.each([
    [1, 'час'],
    [2, 'часа'],
    [5, 'часов'],
    [11, 'часов'],
    [21, 'час'],
    [104, 'часа'],
    [1.5, 'часа'],
  ])('%d has the form %s', (n, word) => {
    expect(fill(`{{ ${n} | plural: 'час', 'часа', 'часов' }}`)).toBe(word);
  });

  test('says dates and counted words in English where the text is English', () => {
    const en = { locale: 'en', timeZone: 'America/New_York' };
    expect(fill('{{ ticket.due_at | date: "full" }}', en)).toBe('12 March 2026 at 08:00');
    expect(fill("{{ 1 | plural: 'hour', 'hours' }} {{ 0 | plural: 'hour', 'hours' }}", en)).toBe(
      'hour hours',
    );
    expect(fill('{{ ticket.due_at | from_now }}', en)).toBe('in 3 hours');
  });

  test('lets no value into a page as markup, whatever filter it passes', () => {
    const html = { html: true };
    expect(
      fill('<p>{{ ticket.subject | raw }} {{ customer.name | newline_to_br }}</p>', html),
    ).toBe('<p>Printer &lt;b&gt; Rita<br>Orlova</p>');
    expect(
      fill(
        '<p>{% if ticket.number &gt; 3 and ticket.priority == &quot;urgent&quot; %}yes{% endif %}</p>',
        html,
      ),
    ).toBe('<p>yes</p>');
  });
});

describe('a mistake in a text', () => {
  test.each([
    ['Hello\n\n  {% if ticket.number %} never ends', 'liquid_not_closed', 3],
    ['Hello {{ ticket.number', 'liquid_not_closed', 1],
    ['Hello\n{{ ticket.number | shout }}', 'liquid_unknown_filter', 2],
    ['Hello\n{% include "secret.txt" %}', 'liquid_unknown_tag', 2],
    ['{% render "x" %}', 'liquid_unknown_tag', 1],
    ['{% layout "x" %}', 'liquid_unknown_tag', 1],
    ['a\nb\n{% if a = %}x{% endif %}', 'liquid_syntax', 3],
  ])('%j is %s in line %d', (text, code, line) => {
    expect(problem(text)).toMatchObject({ code, line });
  });

  test.each([
    ['{% for i in (1..100000000) %}x{% endfor %}'],
    [
      '{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}{{ i }}{% endfor %}{% endfor %}{% endfor %}',
    ],
    [
      '{% assign s = "aaaaaaaaaaaaaaaaaaaa" %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s }}',
    ],
  ])('%s stops at a limit, soon', (text) => {
    const began = performance.now();
    expect(problem(text)).toMatchObject({ code: 'liquid_too_much' });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('of brackets without end, or of conditions without end, is found soon', () => {
    const began = performance.now();
    const html = { html: true };
    expect(problem(`${'{% '.repeat(30_000)}${'{{'.repeat(50_000)}`, html)).not.toBeNull();
    expect(problem('{% if 1 %}'.repeat(9_000) + '{% endif %}'.repeat(9_000))).toMatchObject({
      code: 'liquid_too_much',
    });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('elsewhere leaves the code before it as it was meant', () => {
    const ends = (text: string) => replaceCode(text, (code) => `<${code.slice(2, -2).trim()}>`);
    expect(ends('a {{ b }} {% c %} d')).toBe('a <b> <c> d');
    expect(ends('{{ a {% b %} c')).toBe('{{ a <b> c');
    expect(ends('{{{ a }}} {%')).toBe('<{ a>} {%');
    expect(ends('{ {{ a }}{{')).toBe('{ <a>{{');
  });

  const known = new Set(['ticket.number', 'ticket.tags', 'ticket.fields.*', 'customer.name']);
  test.each([
    ['{{ ticket.number }}\n{{ customer.nmae }}', 'customer.nmae', 2],
    ['{% if agent.rank > 3 %}x{% endif %}', 'agent.rank', 1],
  ])('%j names what nobody knows', (text, about, line) => {
    expect(checkLiquid(text, known)).toMatchObject({ code: 'unknown_variable', about, line });
  });

  test.each([
    ['{% assign x = ticket.number %}{{ x }} {{ ticket.fields.anything }} {{ ticket.tags.size }}'],
    ['{% for tag in ticket.tags %}{{ forloop.index }} {{ tag }}{% endfor %} {{ now | date }}'],
    ['plain { braces } and 100 % of text'],
  ])('%j is none', (text) => {
    expect(checkLiquid(text, known)).toBeNull();
  });
});

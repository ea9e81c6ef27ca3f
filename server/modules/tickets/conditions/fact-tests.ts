import type { CompileOptions, Test } from './asking.ts';
import type { FieldCondition } from './condition-tree.ts';
import { slaOf, type ConditionSubject } from './subject.ts';
import { hoursTest, placeReader } from './zoned-hours.ts';

const lower = (value: string) => value.toLowerCase();

export function addressTest({ operator, values = [] }: FieldCondition): Test {
  const wanted = values.map((value) => lower(value).trim().replace(/^@/, ''));
  const fits = ({ facts }: ConditionSubject) =>
    facts.requester.emails.some((given) => {
      const address = lower(given);
      return wanted.some((each) =>
        each.includes('@')
          ? address === each
          : address.endsWith(`@${each}`) || address.endsWith(`.${each}`),
      );
    });
  return operator === 'in' ? fits : (subject) => !fits(subject);
}

/** How a number begins: "+7 495", "8 812"; "+86" is another country. */
export function phoneTest({ operator, values = [] }: FieldCondition): Test {
  const wanted = values.map(startOfPhone);
  const fits = ({ facts }: ConditionSubject) =>
    facts.requester.phones.some((phone) => {
      const digits = phone.replaceAll(/\D/g, '');
      return wanted.some((start) => start !== '' && digits.startsWith(start));
    });
  return operator === 'in' ? fits : (subject) => !fits(subject);
}

function startOfPhone(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return text.trim().startsWith('+') ? digits : digits.replace(/^8(?=\d{3})/, '7');
}

export function numberTest({ operator, values = [] }: FieldCondition): Test {
  const bound = Number(values[0]);
  return operator === 'at_least'
    ? ({ facts }) => facts.requester.vipLevel >= bound
    : ({ facts }) => facts.requester.vipLevel <= bound;
}

export function arrivalTest(
  { operator, hours }: FieldCondition,
  { timeZone }: CompileOptions,
): Test {
  const fits = hours ? hoursTest(hours) : () => false;
  const place = placeReader(timeZone);
  return operator === 'in'
    ? ({ ticket }) => fits(place(ticket.createdAt))
    : ({ ticket }) => !fits(place(ticket.createdAt));
}

export function workingTimeTest({ operator, values = [] }: FieldCondition): Test {
  const fits = ({ facts }: ConditionSubject) => values.some((id) => facts.openCalendars?.has(id));
  return operator === 'in' ? fits : (subject) => !fits(subject);
}

export function statesTest({ operator, values = [] }: FieldCondition): Test {
  const wanted = new Set(values);
  const fits = (subject: ConditionSubject) => {
    const sla = slaOf(subject);
    return sla ? [...sla.states].some((state) => wanted.has(state)) : wanted.has('none');
  };
  return operator === 'in' ? fits : (subject) => !fits(subject);
}

/** A ticket that nothing is due for is neither soon due nor far from it. */
export function minutesTest({ operator, values = [] }: FieldCondition): Test {
  const boundMs = Number(values[0]) * 60_000;
  return (subject) => {
    const dueAt = slaOf(subject)?.dueAt;
    const leftMs = dueAt ? dueAt.getTime() - subject.now.getTime() : Number.NaN;
    return operator === 'at_most' ? leftMs <= boundMs : leftMs >= boundMs;
  };
}

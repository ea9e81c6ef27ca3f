import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './marks.module.css';

export const statuses = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const;
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
/** Spam is a state of a ticket, but nobody chooses it from a menu of states. */
export type StatusName = (typeof statuses)[number] | 'spam';
export type OwnLook = { name: string; colour: string; shape: (typeof statuses)[number] };
export type PriorityName = (typeof priorities)[number];

const ring = <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;

// A shape for each, so that nothing is said by colour alone.
const statusShapes: Record<StatusName, ReactNode> = {
  new: <circle cx="7" cy="7" r="5.5" fill="currentColor" />,
  open: (
    <>
      {ring}
      <path d="M7 3.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
    </>
  ),
  pending: (
    <>
      {ring}
      <path
        d="M7 4v3.2l2 1.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </>
  ),
  on_hold: (
    <>
      {ring}
      <path d="M5.6 5v4M8.4 5v4" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  solved: (
    <path
      d="M2.2 7.6l3.1 3.1 6.4-7"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  closed: <rect x="2.5" y="2.5" width="9" height="9" rx="2" fill="currentColor" />,
  spam: (
    <>
      {ring}
      <path d="M3.3 3.3l7.4 7.4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
};

const bar = (x: number, height: number, on: boolean) => (
  <rect
    x={x}
    y={12 - height}
    width="2.6"
    height={height}
    rx="1"
    fill="currentColor"
    opacity={on ? 1 : 0.28}
  />
);

const bars = (count: number) => (
  <>
    {bar(1.6, 4, count > 0)}
    {bar(5.7, 7, count > 1)}
    {bar(9.8, 10, count > 2)}
  </>
);

const priorityShapes: Record<PriorityName, ReactNode> = {
  low: bars(1),
  normal: bars(2),
  high: bars(3),
  urgent: (
    <>
      <path d="M7 1l6.3 11.4H.7z" fill="currentColor" />
      <path d="M7 5v3.4" stroke="var(--surface)" strokeWidth="1.5" strokeLinecap="round" />
      <circle cx="7" cy="10.4" r=".85" fill="var(--surface)" />
    </>
  ),
};

function Mark(props: {
  shape: ReactNode;
  tone: string | undefined;
  colour?: string | undefined;
  word: string;
  iconOnly: boolean;
}) {
  return (
    <span className={classes.mark} title={props.iconOnly ? props.word : undefined}>
      <svg
        viewBox="0 0 14 14"
        width="14"
        height="14"
        aria-hidden="true"
        className={`${classes.icon} ${props.tone ?? ''}`}
        style={{ color: props.colour && `var(--mantine-color-${props.colour}-filled)` }}
      >
        {props.shape}
      </svg>
      <span className={props.iconOnly ? 'sr-only' : undefined}>{props.word}</span>
    </span>
  );
}

export function StatusMark({
  status,
  own,
  iconOnly = false,
}: {
  status: StatusName;
  /** What the company calls it, in a colour and with a mark of its choice. */
  own?: OwnLook | undefined;
  iconOnly?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Mark
      shape={statusShapes[own?.shape ?? status]}
      tone={own ? undefined : classes[status]}
      colour={own?.colour}
      word={own?.name ?? t(`ui.status.${status}`)}
      iconOnly={iconOnly}
    />
  );
}

export function PriorityMark(props: { priority: PriorityName; iconOnly?: boolean }) {
  const { t } = useTranslation();
  return (
    <Mark
      shape={priorityShapes[props.priority]}
      tone={classes[props.priority]}
      word={t(`ui.priority.${props.priority}`)}
      iconOnly={props.iconOnly ?? false}
    />
  );
}

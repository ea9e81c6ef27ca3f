import { Button, Textarea, TextInput } from '@mantine/core';
import {
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Keys } from '../../../../ui/keys.tsx';
import type { CallGuideProps } from '../../lib/call-guide.ts';
import { focusFirst } from '../../lib/focus-first.ts';
import { wordsOf } from '../../lib/problem.ts';
import { callChannels, type CallChannel } from './call-draft.ts';
import classes from './calls.module.css';
import { useCall } from './use-call.ts';
import { Who } from './who.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** What guides the talk meanwhile. */
  Guide: ComponentType<CallGuideProps>;
};

/** A phone call, a visitor or a letter on paper, written down by keys alone while one listens. */
export function RegisterCall({ opened, onClose, Guide }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('calls.title')}>
      <CallForm onDone={onClose} Guide={Guide} />
    </Dialog>
  );
}

type Form = ReturnType<typeof useCall>;

const isPlainEnter = (event: KeyboardEvent) =>
  event.key === 'Enter' && !event.ctrlKey && !event.metaKey;

/** Keys of all fields at once: Alt with a number is the channel, Ctrl+Enter writes down, with Shift solves too. */
function onKeyOf({ change, submit }: Form) {
  return (event: KeyboardEvent) => {
    const channel = event.altKey
      ? callChannels[Number(event.code.replace('Digit', '')) - 1]
      : undefined;
    if (channel) {
      event.preventDefault();
      change({ channel });
    } else if (event.key === 'Enter' && !isPlainEnter(event)) {
      event.preventDefault();
      event.stopPropagation();
      submit(event.shiftKey);
    }
  };
}

function CallForm({ onDone, Guide }: { onDone: () => void; Guide: Props['Guide'] }) {
  const form = useCall(onDone);
  const { call, change, missing, submit, register } = form;
  const subject = useRef<HTMLInputElement>(null);
  // A call that was interrupted goes on where the next word is to be said.
  const [isResumed] = useState(call.person !== null);
  useEffect(() => {
    if (isResumed) {
      focusFirst(subject.current);
    }
  }, [isResumed]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of all fields at once
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyOf(form)}
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Channel value={call.channel} onChange={(channel) => change({ channel })} />
      <Who
        call={call}
        change={change}
        error={missing.who}
        onKnown={() => subject.current?.focus()}
      />
      <Guide onWay={form.setWay} />
      <What form={form} subject={subject} />
      {register.error && (
        <p role="alert" className={classes.error}>
          {wordsOf(register.error).words}
        </p>
      )}
      <Buttons form={form} />
    </form>
  );
}

function What({ form, subject }: { form: Form; subject: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const text = useRef<HTMLTextAreaElement>(null);
  const { call, change, missing } = form;
  return (
    <>
      <TextInput
        ref={subject}
        label={t('calls.subject')}
        required
        maxLength={500}
        value={call.subject}
        error={missing.subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (isPlainEnter(event)) {
            event.preventDefault();
            text.current?.focus();
          }
        }}
      />
      <Textarea
        ref={text}
        label={t('calls.text')}
        autosize
        minRows={3}
        maxRows={10}
        value={call.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </>
  );
}

function Buttons({ form: { submit, register } }: { form: Form }) {
  const { t } = useTranslation();
  return (
    <div className={classes.buttons}>
      <Button type="submit" loading={register.isPending}>
        {t('calls.register')}
      </Button>
      <Button variant="default" disabled={register.isPending} onClick={() => submit(true)}>
        {t('calls.solve')}
      </Button>
      <span className={classes.keys}>
        <Keys keys="mod+enter" /> {t('calls.orSolve')} <Keys keys="mod+shift+enter" />
      </span>
    </div>
  );
}

function Channel({ value, onChange }: { value: CallChannel; onChange: (to: CallChannel) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.channels}>
      <legend className="sr-only">{t('calls.channel')}</legend>
      {callChannels.map((each, at) => (
        <label
          key={each}
          className={classes.channel}
          title={t('calls.channelKey', { key: `Alt+${at + 1}` })}
        >
          <input
            type="radio"
            name="channel"
            className="sr-only"
            checked={value === each}
            onChange={() => onChange(each)}
          />
          {t(`calls.kind.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

import { Button, useComputedColorScheme } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../lib/api-types.ts';
import { apiUrl } from '../../lib/client.ts';
import { LinkedText } from './linked-text.tsx';
import classes from './timeline.module.css';

export function MessageBody({ message, ticketId }: { message: Message; ticketId: string }) {
  const { t } = useTranslation();
  if (message.html) {
    return (
      <>
        <HtmlBody message={message} ticketId={ticketId} />
        {message.signature && <Fold title={t('tickets.signature')} text={message.signature} />}
      </>
    );
  }
  return (
    <>
      <p className={classes.text}>
        <LinkedText text={message.text} />
      </p>
      {message.signature && <Fold title={t('tickets.signature')} text={message.signature} />}
      {message.folded && <Fold title={t('tickets.quoted')} text={message.folded.text} />}
    </>
  );
}

function Fold({ title, text }: { title: string; text: string }) {
  return (
    <details className={classes.fold}>
      <summary>{title}</summary>
      <p className={classes.text}>
        <LinkedText text={text} />
      </p>
    </details>
  );
}

/**
 * A letter's HTML, cleaned by the server, in a frame that may not run scripts, send forms or
 * navigate us. `allow-same-origin` stays only so that its height can be measured from here; without
 * `allow-scripts` it gives the letter itself nothing.
 */
function HtmlBody({ message, ticketId }: { message: Message; ticketId: string }) {
  const { t } = useTranslation();
  const theme = useComputedColorScheme('light');
  const [images, setImages] = useState(false);
  const [height, frame] = useFrameHeight();
  const src = apiUrl(`/tickets/${ticketId}/messages/${message.id}/frame`, {
    images: images ? 1 : 0,
    theme,
  });
  return (
    <>
      {message.blockedImages > 0 && !images && (
        <div className={classes.images}>
          <IconPhoto size={16} aria-hidden="true" />
          {t('tickets.imagesBlocked', { count: message.blockedImages })}
          <Button variant="default" onClick={() => setImages(true)}>
            {t('tickets.showImages')}
          </Button>
        </div>
      )}
      <iframe
        ref={frame}
        title={t('tickets.letterBody', { name: message.author.name })}
        className={classes.frame}
        style={{ height }}
        src={src}
        loading="lazy"
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      />
    </>
  );
}

const lookEveryMs = 60;
const unmeasuredHeight = 360;

/** The letter's own root element once its document is there; null while it is on its way. */
function rootOf(frame: HTMLIFrameElement): HTMLElement | null {
  const letter = frame.contentDocument;
  return letter && letter.URL !== 'about:blank' && letter.body ? letter.documentElement : null;
}

/** Measured as soon as there is text, not when the last picture has come. */
function useFrameHeight(): [number, (frame: HTMLIFrameElement | null) => void] {
  const [height, setHeight] = useState(96);
  const measured = useCallback((frame: HTMLIFrameElement | null) => {
    if (!frame) {
      return undefined;
    }
    let root: HTMLElement | null = null;
    const watch = new ResizeObserver(() => {
      if (root) {
        setHeight(Math.ceil(root.getBoundingClientRect().height) + 1);
      }
    });
    const look = () => {
      const now = rootOf(frame);
      if (now && now !== root) {
        root = now;
        watch.disconnect();
        watch.observe(root);
      }
    };
    const timer = setInterval(look, lookEveryMs);
    const onLoad = () => {
      clearInterval(timer);
      look();
      if (!root) {
        // The frame will not be measured (an opaque origin): leave room and let it scroll.
        setHeight(unmeasuredHeight);
      }
    };
    frame.addEventListener('load', onLoad);
    return () => {
      clearInterval(timer);
      watch.disconnect();
      frame.removeEventListener('load', onLoad);
    };
  }, []);
  return [height, measured];
}

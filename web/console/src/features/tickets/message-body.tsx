import { Button, useComputedColorScheme } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../lib/api-types.ts';
import { apiUrl } from '../../lib/client.ts';
import { LinkedText } from './linked-text.tsx';
import classes from './timeline.module.css';

export function MessageBody({ message, ticketId }: { message: Message; ticketId: string }) {
  const { t } = useTranslation();
  if (message.html) {
    return <HtmlBody message={message} ticketId={ticketId} />;
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

function useFrameHeight(): [number, (frame: HTMLIFrameElement | null) => void] {
  const [height, setHeight] = useState(96);
  const watch = useRef<ResizeObserver>(null);
  const measured = useCallback((frame: HTMLIFrameElement | null) => {
    if (!frame) {
      return undefined;
    }
    const onLoad = () => {
      const root = frame.contentDocument?.documentElement;
      if (!root) {
        // The frame will not be measured (an opaque origin): leave room and let it scroll.
        setHeight(360);
        return;
      }
      watch.current?.disconnect();
      watch.current = new ResizeObserver(() =>
        setHeight(Math.ceil(root.getBoundingClientRect().height) + 1),
      );
      watch.current.observe(root);
    };
    frame.addEventListener('load', onLoad);
    return () => frame.removeEventListener('load', onLoad);
  }, []);
  useEffect(() => () => watch.current?.disconnect(), []);
  return [height, measured];
}

import { useEffect, useRef } from 'react';
import classes from '../settings.module.css';

/** Drawn on a canvas: a picture by data: URL would need a hole in the content policy. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    void import('./draw-qr.ts').then(
      ({ drawQr }) => canvas.current && drawQr(canvas.current, text),
    );
  }, [text]);
  return <canvas ref={canvas} className={classes.qr} role="img" aria-label={label} />;
}

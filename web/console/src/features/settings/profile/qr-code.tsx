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
  return (
    <figure style={{ margin: 0 }}>
      <canvas ref={canvas} className={classes.qr} />
      <figcaption className="sr-only">{label}</figcaption>
    </figure>
  );
}

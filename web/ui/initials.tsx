import classes from './small.module.css';

function letters(name: string): string {
  const words = name
    .replace(/[«»"'<>()]/g, ' ')
    .split(/[\s@._-]+/u)
    .filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const second = words.length > 1 ? ([...(words[1] ?? '')][0] ?? '') : '';
  return (first + second).toLocaleUpperCase();
}

function hue(name: string): number {
  let sum = 0;
  for (const letter of name) {
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  }
  return sum;
}

/** A face made of letters. Decorative: the name always stands beside it. */
export function Initials({ name, size = 26 }: { name: string; size?: number }) {
  const of = hue(name);
  return (
    <span
      aria-hidden="true"
      className={classes.initials}
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.42),
        background: `light-dark(hsl(${of} 32% 90%), hsl(${of} 18% 26%))`,
        color: `light-dark(hsl(${of} 45% 28%), hsl(${of} 40% 84%))`,
      }}
    >
      {letters(name)}
    </span>
  );
}

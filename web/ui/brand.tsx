import classes from './brand.module.css';

/** The product's sign: an answer that arrived. */
export function Brand({ size = 40 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      className={classes.brand}
    >
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M8 11.5A3.5 3.5 0 0 1 11.5 8h9A3.5 3.5 0 0 1 24 11.500v5a3.5 3.5 0 0 1-3.5 3.500H15l-4.2 3.600c-.5.4-1.3.1-1.3-.6V20A3.5 3.5 0 0 1 8 16.500z"
        fill="#fff"
      />
      <path
        d="M12.5 14.200l2.4 2.4 4.8-4.8"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

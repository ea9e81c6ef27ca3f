import { v7 } from 'uuid';

/** UUIDv7 (RFC 9562 §5.7): grows with time, also within one millisecond of one process. */
export const newId = (): string => v7();

import { ByteReader } from './byte-reader.ts';

/** A property of a message or attachment ([MS-OXTNEF] §2.1.3.4): its type and the first value's octets. */
export type MapiProperty = { readonly type: number; readonly value: Buffer };

export const propertyTypes = { object: 0x0d, text8: 0x1e, unicode: 0x1f, binary: 0x102 } as const;

const MULTIPLE = 0x1000;
const FIRST_NAMED = 0x8000;
const MAX_PROPERTIES = 5000;

const fixedLengths: Readonly<Record<number, number>> = {
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};

const skipName = (reader: ByteReader): void => {
  reader.skip(16);
  if (reader.u32() === 0) {
    reader.skip(4);
  } else {
    reader.takePadded(reader.u32());
  }
};

const readValues = (reader: ByteReader, type: number, isMultiple: boolean): Buffer => {
  const fixed = fixedLengths[type];
  const isVariable = fixed === undefined;
  const count = isMultiple || isVariable ? reader.u32() : 1;
  let first: Buffer | null = null;
  for (let index = 0; index < count && !reader.overrun; index += 1) {
    const value = isVariable ? reader.takePadded(reader.u32()) : reader.take(fixed);
    first ??= value;
  }
  return first ?? Buffer.alloc(0);
};

/** Properties by id; reading stops where the octets make no sense. */
export const readMapiProperties = (bytes: Buffer): ReadonlyMap<number, MapiProperty> => {
  const reader = new ByteReader(bytes);
  const properties = new Map<number, MapiProperty>();
  const count = Math.min(reader.u32(), MAX_PROPERTIES);
  for (let index = 0; index < count && !reader.overrun; index += 1) {
    const rawType = reader.u16();
    const id = reader.u16();
    if (id >= FIRST_NAMED) {
      skipName(reader);
    }
    const type = rawType & ~MULTIPLE;
    const value = readValues(reader, type, (rawType & MULTIPLE) !== 0);
    if (!reader.overrun && !properties.has(id)) {
      properties.set(id, { type, value });
    }
  }
  return properties;
};

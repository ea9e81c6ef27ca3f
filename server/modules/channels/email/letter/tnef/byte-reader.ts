/** Reads little-endian values in order; past the end it gives zeros and says so, it never throws. */
export class ByteReader {
  readonly bytes: Buffer;
  private at = 0;
  /** True as soon as more was asked for than there is. */
  overrun = false;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  private fits(length: number): boolean {
    if (this.overrun || length > this.left) {
      this.overrun = true;
      return false;
    }
    return true;
  }

  u8(): number {
    return this.fits(1) ? this.bytes.readUInt8(this.at++) : 0;
  }

  u16(): number {
    if (!this.fits(2)) {
      return 0;
    }
    this.at += 2;
    return this.bytes.readUInt16LE(this.at - 2);
  }

  u32(): number {
    if (!this.fits(4)) {
      return 0;
    }
    this.at += 4;
    return this.bytes.readUInt32LE(this.at - 4);
  }

  take(length: number): Buffer {
    if (!this.fits(length)) {
      return Buffer.alloc(0);
    }
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** As `take`, then past the padding to four octets. */
  takePadded(length: number): Buffer {
    const taken = this.take(length);
    this.skip((4 - (length % 4)) % 4);
    return taken;
  }

  skip(length: number): void {
    this.at += Math.min(length, Math.max(0, this.left));
  }
}

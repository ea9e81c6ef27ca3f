declare module 'qrcode' {
  const qrcode: {
    toCanvas(
      canvas: HTMLCanvasElement,
      text: string,
      options: { margin: number; width: number },
    ): Promise<void>;
  };
  export default qrcode;
}

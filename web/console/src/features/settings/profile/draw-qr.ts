import qrcode from 'qrcode';

export async function drawQr(canvas: HTMLCanvasElement, text: string): Promise<void> {
  await qrcode.toCanvas(canvas, text, { margin: 0, width: 164 });
}

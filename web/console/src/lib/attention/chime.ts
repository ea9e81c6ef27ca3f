let context: AudioContext | undefined;

/** Hertz, and seconds after the beginning: a fourth upwards, over before it disturbs. */
const notes = [
  { pitch: 587.33, at: 0 },
  { pitch: 783.99, at: 0.13 },
] as const;
const loudest = 0.05;
const soundsFor = 0.5;

/** A quiet sound without a file. A browser that was never touched by its person keeps silent. */
export async function chime(): Promise<void> {
  if (typeof AudioContext === 'undefined') {
    return;
  }
  context ??= new AudioContext();
  await context.resume().catch(() => undefined);
  for (const { pitch, at } of notes) {
    const begin = context.currentTime + at;
    const tone = new OscillatorNode(context, { type: 'sine', frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(loudest, begin + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + soundsFor);
    tone.connect(volume).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + soundsFor);
  }
}

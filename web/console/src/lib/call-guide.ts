import type { components } from '../../../../contracts/client.ts';

type Step = components['schemas']['TalkScript']['steps'][number];

/** Which way a talk went while a call was written down, and what that sets in its ticket. */
export type TalkWay = {
  readonly scriptId: string;
  readonly taken: readonly { readonly step: string; readonly answer: number | null }[];
  readonly sets: NonNullable<Step['sets']>;
};

/** What stands in the window of a call: neither feature knows the other. Null: no talk was guided. */
export type CallGuideProps = { readonly onWay: (way: TalkWay | null) => void };

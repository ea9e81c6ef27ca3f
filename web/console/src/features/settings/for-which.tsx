import { ConditionBuilder } from '../../parts/conditions/condition-builder.tsx';
import { MatchPreview } from '../../parts/conditions/match-preview.tsx';
import type { Condition } from '../../parts/conditions/fields.data.ts';
import type { ConditionErrors } from '../../parts/conditions/tree.ts';
import { useMatching } from '../../parts/conditions/use-matching.ts';

type Props = {
  label: string;
  value: Condition;
  onChange: (condition: Condition) => void;
  refused: ConditionErrors;
};

/** The tickets that something is offered for, and those that fit now. */
export function ForWhich({ label, value, onChange, refused }: Props) {
  const matching = useMatching(value);
  return (
    <>
      <ConditionBuilder
        label={label}
        value={value}
        onChange={onChange}
        errors={{ ...matching.errors, ...refused }}
      />
      <MatchPreview of={matching} />
    </>
  );
}

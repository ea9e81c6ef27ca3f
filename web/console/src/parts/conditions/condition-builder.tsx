import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowFocus } from '../../lib/use-follow-focus.ts';
import { ConditionRow, WithoutFields } from './condition-row.tsx';
import classes from './conditions.module.css';
import {
  mostDeep,
  type Condition,
  type FieldCondition,
  type GroupWord,
  type KnownField,
} from './fields.data.ts';
import {
  conditionOn,
  groupOf,
  groupWith,
  groupWords,
  rootOf,
  type ConditionErrors,
  type Group,
} from './tree.ts';

type BuilderProps = {
  value: Condition;
  onChange: (value: Condition) => void;
  errors?: ConditionErrors;
  /** What the sentence begins with; else "When". */
  label?: string;
  /** Fields that cannot be asked about here. */
  without?: readonly KnownField[];
};

const nothing: readonly KnownField[] = [];

/** A tree of conditions as a sentence that one fills in: all of it by keys, what is wrong stands where it is. */
export function ConditionBuilder(props: BuilderProps) {
  const { value, onChange, errors = {}, label, without = nothing } = props;
  return (
    <WithoutFields value={without}>
      <GroupEditor
        group={rootOf(value)}
        onChange={(group) => onChange(groupWith(group))}
        errors={errors}
        path=""
        depth={1}
        label={label}
      />
    </WithoutFields>
  );
}

type GroupProps = {
  group: Group;
  onChange: (group: Group) => void;
  onRemove?: () => void;
  errors: ConditionErrors;
  path: string;
  depth: number;
  label?: string | undefined;
};

function GroupEditor({ group, onChange, onRemove, errors, path, depth, label }: GroupProps) {
  const { t } = useTranslation();
  const { word, list } = group;
  const at = (index: number) => `${path}${path && '.'}${word}.${index}`;
  const replace = (index: number, by: Condition) => onChange({ word, list: list.with(index, by) });
  const remove = (index: number) => onChange({ word, list: list.toSpliced(index, 1) });
  const follow = useFollowFocus<HTMLFieldSetElement>(list.length, ':scope > ul > li');
  return (
    <fieldset ref={follow} className={classes.group} data-inner={depth > 1 || undefined}>
      <legend className="sr-only">{label ?? t('conditions.group.label')}</legend>
      <GroupHead
        word={word}
        label={label ?? t('conditions.group.label')}
        onWord={(next) => onChange({ word: next, list })}
        onRemove={onRemove}
      />
      {errors[path] && (
        <p role="alert" className={classes.error}>
          {errors[path]}
        </p>
      )}
      {list.length === 0 && (
        <p className={classes.empty}>
          {t(word === 'any' ? 'conditions.group.emptyAny' : 'conditions.group.emptyAll')}
        </p>
      )}
      <ul className={classes.rows}>
        {list.map((each, index) => {
          const inner = groupOf(each);
          const onEach = { onRemove: () => remove(index), errors, path: at(index) };
          return (
            <li key={index} className={classes.line}>
              {inner ? (
                <GroupEditor
                  {...onEach}
                  group={inner}
                  onChange={(next) => replace(index, groupWith(next))}
                  depth={depth + 1}
                />
              ) : (
                <ConditionRow
                  {...onEach}
                  leaf={each as FieldCondition}
                  onChange={(next) => replace(index, next)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <GroupFoot
        mayNest={depth < mostDeep}
        onAdd={(condition) => onChange({ word, list: [...list, condition] })}
      />
    </fieldset>
  );
}

type HeadProps = {
  word: GroupWord;
  label: string;
  onWord: (word: GroupWord) => void;
  onRemove: (() => void) | undefined;
};

function GroupHead({ word, label, onWord, onRemove }: HeadProps) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <div className={classes.groupHead}>
      <span id={labelId}>{label}</span>
      <NativeSelect
        aria-labelledby={labelId}
        className={classes.word}
        value={word}
        onChange={(event) => onWord(event.currentTarget.value as GroupWord)}
        data={groupWords.map((each) => ({ value: each, label: t(`conditions.group.${each}`) }))}
      />
      {onRemove && (
        <ActionIcon aria-label={t('conditions.removeGroup')} onClick={onRemove}>
          <IconX size={15} />
        </ActionIcon>
      )}
    </div>
  );
}

const firstField: KnownField = 'text';

function GroupFoot({ mayNest, onAdd }: { mayNest: boolean; onAdd: (each: Condition) => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.foot}>
      <Button
        data-adds
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={() => onAdd(conditionOn(firstField))}
      >
        {t('conditions.add')}
      </Button>
      {mayNest && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => onAdd({ any: [conditionOn(firstField)] })}
        >
          {t('conditions.addGroup')}
        </Button>
      )}
    </div>
  );
}

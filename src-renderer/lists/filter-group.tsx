// A group of conditions while a filter is built: whether all, any or none of them must
// hold, each of them as a chip, and further groups inside.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CloseButton, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { describeNode, type Describing } from '../../src-shared/query/describe.ts';
import { groupOf, isCondition, type ViewNode } from '../../src-shared/query/view.ts';
import { FilterForm } from './filter-form.tsx';
import {
  changeChildren,
  type GroupHow,
  groupWith,
  mostLevels,
  type ViewGroupNode,
} from './filter-tree.ts';
import { FormPopover } from './form-popover.tsx';
import type { ListKind } from './list-kind.ts';
import { Chip } from './view-chips.tsx';

type Props = {
  kind: ListKind;
  group: ViewGroupNode;
  /** 1: the outermost. */
  level: number;
  how: Describing;
  onChange: (group: ViewGroupNode) => void;
  onRemove?: () => void;
};

export function FilterGroup({ kind, group, level, how, onChange, onRemove }: Props) {
  const [word, children] = groupOf(group);
  const set = (change: (children: ViewNode[]) => ViewNode[]): void =>
    onChange(changeChildren(group, change));
  return (
    <div className="filter-group" data-level={level} role="group" aria-label={t`Group of filters`}>
      <div className="filter-group-head">
        <NativeSelect
          size="xs"
          aria-label={t`How many must hold`}
          data={[
            { value: 'all', label: t`All of these` },
            { value: 'any', label: t`Any of these` },
            { value: 'none', label: t`None of these` },
          ]}
          value={word}
          onChange={(event) => onChange(groupWith(event.currentTarget.value as GroupHow, children))}
        />
        {level > 1 && <AddHere kind={kind} onAdd={(node) => set((old) => [...old, node])} />}
        {level < mostLevels && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={12} />}
            onClick={() => set((old) => [...old, { any: [] }])}
          >
            <Trans>Group</Trans>
          </Button>
        )}
        {onRemove !== undefined && (
          <CloseButton size="sm" aria-label={t`Remove group`} onClick={onRemove} />
        )}
      </div>
      <div
        className="filter-group-items"
        role="list"
        aria-label={level === 1 ? t`Filters` : t`Filters of the group`}
      >
        {children.map((child, at) =>
          isCondition(child) ? (
            <Chip
              key={at}
              kind={kind}
              part={child}
              words={describeNode(kind.of, child, how)}
              onChange={(next) => set((old) => old.with(at, next))}
              onRemove={() => set((old) => old.toSpliced(at, 1))}
            />
          ) : (
            <div role="listitem" key={at} className="filter-group-inner">
              <FilterGroup
                kind={kind}
                group={child}
                level={level + 1}
                how={how}
                onChange={(next) => set((old) => old.with(at, next))}
                onRemove={() => set((old) => old.toSpliced(at, 1))}
              />
            </div>
          ),
        )}
      </div>
    </div>
  );
}

function AddHere({ kind, onAdd }: { kind: ListKind; onAdd: (node: ViewNode) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <FormPopover
      name={t`Add to this group`}
      opened={isOpen}
      setOpen={setOpen}
      target={
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={12} />}
          onClick={() => setOpen(!isOpen)}
        >
          <Trans>Condition</Trans>
        </Button>
      }
    >
      <FilterForm
        kind={kind}
        submit={t`Add to this group`}
        onDone={(condition) => {
          setOpen(false);
          onAdd(condition);
        }}
      />
    </FormPopover>
  );
}

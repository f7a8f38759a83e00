// The row of quick filters: each is switched on and off by a click; what is typed finds one.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text, TextInput } from '@mantine/core';
import { IconFolder, IconMapPin, IconTag } from '@tabler/icons-react';
import { useState } from 'react';

import { useTagColor } from '../data/tag-colors.tsx';
import { TagDot } from '../ui/tag-word.tsx';
import { useDates } from '../ui/when.tsx';
import { hasNode, rootOf, toggleNode, type ViewGroupNode } from './filter-tree.ts';
import type { ListView } from './use-list-view.ts';
import { type QuickFilter, useQuickFilters } from './use-quick-filters.ts';

type Props = { list: ListView; onChange: (group: ViewGroupNode) => void };

export function QuickFilters({ list, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const filters = useQuickFilters(list, typed);
  const root = rootOf(list.view.conditions);
  const toggle = ({ node }: QuickFilter): void => {
    setTyped('');
    onChange(toggleNode(root, node));
  };
  return (
    <div className="quick-filters" role="group" aria-label={t`Quick filters`}>
      <TextInput
        size="xs"
        w={190}
        aria-label={t`Find a quick filter`}
        placeholder={placeholders[list.kind.of]()}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = filters ?? [];
          if (event.key !== 'Enter' || first === undefined || typed.trim() === '') return;
          event.preventDefault();
          toggle(first);
        }}
      />
      {filters?.map((one) => (
        <QuickButton
          key={one.id}
          filter={one}
          isOn={hasNode(root, one.node)}
          onToggle={() => toggle(one)}
        />
      ))}
      {filters?.length === 0 && (
        <Text size="sm" className="dim">
          <Trans>Nothing by that name. Add it as a filter below.</Trans>
        </Text>
      )}
    </div>
  );
}

const placeholders = {
  people: () => t`Tag, town or bucket`,
  groups: () => t`Tag or town`,
  moments: () => t`Kind or time`,
} as const;

const icons = { tag: IconTag, town: IconMapPin, bucket: IconFolder } as const;

type ButtonProps = { filter: QuickFilter; isOn: boolean; onToggle: () => void };

function QuickButton({ filter: { kind, label, count }, isOn, onToggle }: ButtonProps) {
  const { count: number } = useDates();
  const colorOf = useTagColor();
  const Icon = kind === 'usual' || kind === 'kind' ? undefined : icons[kind];
  const color = kind === 'tag' ? colorOf(label) : undefined;
  const mark = color === undefined ? Icon && <Icon size={13} /> : <TagDot color={color} />;
  return (
    <Button
      size="compact-sm"
      radius="xl"
      fw={500}
      variant={isOn ? 'light' : 'default'}
      aria-pressed={isOn}
      {...(mark === undefined ? {} : { leftSection: mark })}
      {...(count === undefined
        ? {}
        : { rightSection: <span className="quick-count">{number(count)}</span> })}
      onClick={onToggle}
    >
      {label}
    </Button>
  );
}

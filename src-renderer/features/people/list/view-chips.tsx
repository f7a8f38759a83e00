// What the list is narrowed to: one chip for each condition, in words. A click or Enter
// opens it to be changed, Escape leaves it as it was; its cross takes it away.

import { t } from '@lingui/core/macro';
import { CloseButton, Group, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';

import { describeNode } from '../../../../src-shared/query/describe.ts';
import { resolveReference } from '../../../../src-shared/query/places.ts';
import { isCondition, type ViewNode } from '../../../../src-shared/query/view.ts';
import { useKinds } from '../../../data/known-kinds.tsx';
import { useDescribing } from '../../../data/use-describing.ts';
import { type Draft, draftFrom } from './filter-fields.ts';
import { FilterForm } from './filter-form.tsx';
import type { PeopleView } from './use-people-view.ts';

type Props = {
  people: PeopleView;
  /** For what takes more than one condition: the panel it is built in. */
  onBuild: () => void;
};

export function ViewChips({ people, onBuild }: Props) {
  const { view, parts, isNewer, setParts } = people;
  const how = useDescribing(view);
  if (parts.length === 0) return null;
  return (
    <Group gap={6} role="list" aria-label={t`Filters`}>
      {parts.map((part, at) => (
        <Chip
          // A condition that is changed stays where it is, and the focus with it.
          key={at}
          part={part}
          words={describeNode(view.of, part, how)}
          onChange={(next) => setParts(parts.with(at, next))}
          onRemove={() => setParts(parts.toSpliced(at, 1))}
          onBuild={onBuild}
          isReadOnly={isNewer}
        />
      ))}
    </Group>
  );
}

type ChipProps = {
  part: ViewNode;
  words: string;
  onChange: (next: ViewNode) => void;
  onRemove: () => void;
  /** For a group, which is built elsewhere. */
  onBuild?: () => void;
  isReadOnly?: boolean;
};

export function Chip({ part, words, onChange, onRemove, onBuild, isReadOnly }: ChipProps) {
  const kinds = useKinds();
  const draft = isCondition(part) ? draftFrom(kinds, part) : undefined;
  const isKnown = !isCondition(part) || resolveReference(kinds, 'people', part.field) !== undefined;
  return (
    <div role="listitem" className="view-chip">
      {isReadOnly === true || (draft === undefined && isCondition(part)) ? (
        <span className={isKnown ? 'view-chip-words' : 'view-chip-words dim'}>{words}</span>
      ) : draft === undefined ? (
        <UnstyledButton className="view-chip-words" onClick={onBuild}>
          {words}
        </UnstyledButton>
      ) : (
        <ChipEditor words={words} draft={draft} onChange={onChange} />
      )}
      {isReadOnly !== true && (
        <CloseButton
          size="sm"
          radius="xl"
          aria-label={t`Remove filter: ${words}`}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

type EditorProps = Pick<ChipProps, 'words' | 'onChange'> & { draft: Draft };

function ChipEditor({ words, draft, onChange }: EditorProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      position="bottom-start"
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      width={340}
    >
      <Popover.Target>
        <UnstyledButton className="view-chip-words" onClick={() => setOpen(!isOpen)}>
          {words}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Change filter`}>
        <FilterForm
          before={draft}
          submit={t`Change filter`}
          onDone={(condition) => {
            setOpen(false);
            onChange(condition);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

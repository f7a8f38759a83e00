// What the list is narrowed to: one chip for each condition, in words. A click or Enter
// opens it to be changed, Escape leaves it as it was; its cross takes it away.

import { t } from '@lingui/core/macro';
import { CloseButton, Group, UnstyledButton } from '@mantine/core';
import { useState } from 'react';

import { describeNode } from '../../src-shared/query/describe.ts';
import { resolveReference } from '../../src-shared/query/places.ts';
import { isCondition, type ViewNode } from '../../src-shared/query/view.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { useTagColor } from '../data/tag-colors.tsx';
import { useDescribing } from '../data/use-describing.ts';
import { TagDot } from '../ui/tag-word.tsx';
import { type Draft, draftFrom } from './filter-fields.ts';
import { FilterForm } from './filter-form.tsx';
import { FormPopover } from './form-popover.tsx';
import type { ListKind } from './list-kind.ts';
import type { ListView } from './use-list-view.ts';

type Props = {
  list: ListView;
  /** For what takes more than one condition: the panel it is built in. */
  onBuild: () => void;
};

export function ViewChips({ list, onBuild }: Props) {
  const { kind, view, parts, isNewer, setParts } = list;
  const how = useDescribing(view);
  if (parts.length === 0) return null;
  return (
    <Group gap={6} role="list" aria-label={t`Filters`}>
      {parts.map((part, at) => (
        <Chip
          // A condition that is changed stays where it is, and the focus with it.
          key={at}
          kind={kind}
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
  kind: ListKind;
  part: ViewNode;
  words: string;
  onChange: (next: ViewNode) => void;
  onRemove: () => void;
  /** For a group, which is built elsewhere. */
  onBuild?: () => void;
  isReadOnly?: boolean;
};

export function Chip({ kind, part, words, onChange, onRemove, onBuild, isReadOnly }: ChipProps) {
  const kinds = useKinds();
  const draft = isCondition(part) ? draftFrom(kinds, kind, part) : undefined;
  const isKnown = !isCondition(part) || resolveReference(kinds, kind.of, part.field) !== undefined;
  const colorOf = useTagColor();
  const color = tagsAsked(part).map(colorOf).find(Boolean);
  return (
    <div role="listitem" className="view-chip">
      {color !== undefined && <TagDot color={color} />}
      {isReadOnly === true || (draft === undefined && isCondition(part)) ? (
        <span className={isKnown ? 'view-chip-words' : 'view-chip-words dim'}>{words}</span>
      ) : draft === undefined ? (
        <UnstyledButton className="view-chip-words" onClick={onBuild}>
          {words}
        </UnstyledButton>
      ) : (
        <ChipEditor kind={kind} words={words} draft={draft} onChange={onChange} />
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

/** Which tags it is about. */
const tagsAsked = (part: ViewNode): string[] =>
  isCondition(part) && /(?:^|\.)tags?$/.test(part.field) && Array.isArray(part.arg)
    ? part.arg.map(String)
    : [];

type EditorProps = Pick<ChipProps, 'kind' | 'words' | 'onChange'> & { draft: Draft };

function ChipEditor({ kind, words, draft, onChange }: EditorProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <FormPopover
      name={t`Change filter`}
      opened={isOpen}
      setOpen={setOpen}
      target={
        <UnstyledButton className="view-chip-words" onClick={() => setOpen(!isOpen)}>
          {words}
        </UnstyledButton>
      }
    >
      <FilterForm
        kind={kind}
        before={draft}
        submit={t`Change filter`}
        onDone={(condition) => {
          setOpen(false);
          onChange(condition);
        }}
      />
    </FormPopover>
  );
}

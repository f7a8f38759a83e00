// The columns of the list of tags: each count leads to those it is of.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group } from '@mantine/core';
import type { MouseEvent } from 'react';

import type { TagColor } from '../../../src-shared/domain/tag.ts';
import { type Tag, type TaggedKind } from '../../data/use-tags.ts';
import { TagWord } from '../../ui/tag-word.tsx';
import type { GridColumn } from '../../ui/virtual-grid.tsx';
import { ColorMenu } from './color-menu.tsx';
import { tagName } from './tag-words.ts';
import type { TickedTags } from './ticked-tags.ts';

export type Doing = { what: 'rename' | 'remove'; tags: readonly Tag[] };

type Needs = {
  countText: (count: number) => string;
  colorOf: (tag: string) => TagColor | undefined;
  ticked: TickedTags;
  begin: (doing: Doing) => void;
};

/** `kinds`: of which anything has a tag. */
export const tagColumns = (needs: Needs, kinds: readonly TaggedKind[]): GridColumn<Tag>[] => [
  tickColumn(needs.ticked),
  {
    name: t`Tag`,
    width: 'minmax(140px, 3fr)',
    cell: (tag) => (tag.name === '' ? <i>{tagName(tag)}</i> : <TagWord tag={tag.name} />),
  },
  ...kinds.map((kind): GridColumn<Tag> => ({
    name: kindWords[kind](),
    width: '124px',
    cell: (tag) => <Count tag={tag} kind={kind} countText={needs.countText} />,
  })),
  {
    name: t`Actions`,
    width: '264px',
    head: <span className="visually-hidden">{t`Actions`}</span>,
    isScreenOnly: true,
    cell: (tag) => <Buttons tag={tag} {...needs} />,
  },
];

const kindWords: { readonly [kind in TaggedKind]: () => string } = {
  person: () => t`People`,
  organisation: () => t`Organisations`,
  community: () => t`Communities`,
  bucket: () => t`Buckets`,
};

/** Where those stand who have it, as the filter of their list would show them. */
export function listOf({ name }: Tag, kind: TaggedKind): string {
  const condition = { field: 'tag', op: 'hasAnyOf', arg: [name] };
  const q = JSON.stringify({ conditions: { all: [condition] }, sorts: [], columns: [] });
  return kind === 'person'
    ? `/people?${new URLSearchParams({ q }).toString()}`
    : `/groups?${new URLSearchParams({ kind, q }).toString()}`;
}

type CountProps = { tag: Tag; kind: TaggedKind; countText: Needs['countText'] };

function Count({ tag, kind, countText }: CountProps) {
  const count = tag.counts[kind];
  if (count === 0) return <span className="dim">{countText(0)}</span>;
  const [number, what, name] = [countText(count), kindWords[kind](), tagName(tag)];
  // Nothing can be asked for that is nothing.
  if (tag.name === '') return number;
  return (
    <Anchor
      href={`#${listOf(tag, kind)}`}
      aria-label={t`${what} with ${name}: ${number}`}
      onClick={(event) => event.stopPropagation()}
    >
      {number}
    </Anchor>
  );
}

const tickColumn = ({ has, toggle, isAll, tags, toggleAll }: TickedTags): GridColumn<Tag> => ({
  name: t`Select`,
  isScreenOnly: true,
  width: '34px',
  head: (
    <input
      type="checkbox"
      className="tick"
      aria-label={t`Select all`}
      checked={isAll}
      ref={(box) => {
        if (box !== null) box.indeterminate = tags.length > 0 && !isAll;
      }}
      onChange={toggleAll}
    />
  ),
  cell: (tag) => {
    const name = tagName(tag);
    return (
      <input
        type="checkbox"
        className="tick"
        tabIndex={-1}
        aria-label={t`Select ${name}`}
        checked={has(tag)}
        onClick={(event) => {
          event.stopPropagation();
          toggle(tag);
        }}
        readOnly
      />
    );
  },
});

type ButtonsProps = Pick<Needs, 'begin' | 'colorOf'> & { tag: Tag };

function Buttons({ tag, begin, colorOf }: ButtonsProps) {
  const name = tagName(tag);
  const doing = (what: Doing['what']) => (event: MouseEvent) => {
    event.stopPropagation();
    begin({ what, tags: [tag] });
  };
  return (
    <Group gap={4} wrap="nowrap">
      <ColorMenu tags={[tag.name]} color={colorOf(tag.name)}>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t`Colour of ${name}`}
          onClick={(event) => event.stopPropagation()}
        >
          <Trans>Colour</Trans>
        </Button>
      </ColorMenu>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t`Rename ${name}`}
        onClick={doing('rename')}
      >
        <Trans>Rename</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t`Remove ${name}`}
        onClick={doing('remove')}
      >
        <Trans>Remove</Trans>
      </Button>
    </Group>
  );
}

// Every tag with how many have it: who they are, another name for it, two made one, away with it.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { foldText } from '../../../src-shared/domain/fold.ts';
import { type Tag, useTags, viewOfTag } from '../../data/use-tags.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { go } from '../../ui/router.ts';
import { type GridColumn, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useDates } from '../../ui/when.tsx';
import { RemoveTag } from './remove-tag.tsx';
import { RenameTag } from './rename-tag.tsx';

type Doing = { what: 'rename' | 'remove'; tag: Tag };

export function TagsPage() {
  const tags = useTags();
  const [text, setText] = useState('');
  const [doing, setDoing] = useState<Doing>();
  const { count: countText } = useDates();
  const wanted = foldText(text.trim());
  const shown = (tags ?? []).filter(({ name }) => foldText(name).includes(wanted));
  const close = (): void => setDoing(undefined);
  return (
    <Page title={t`Tags`}>
      {tags?.length === 0 ? (
        <EmptyState
          title={t`No tags yet`}
          text={t`A tag is a word you give to people, such as customer or press. Give one on a person’s page, or to many in the list of people.`}
        />
      ) : (
        <>
          <TextInput
            label={t`Search tags`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maw={360}
          />
          <Text size="sm" className="dim">
            {tags === undefined
              ? t`Loading …`
              : plural(shown.length, { one: '# tag', other: '# tags' })}
          </Text>
          <VirtualGrid<Tag>
            label={t`Tags`}
            columns={columnsOf(countText, setDoing)}
            count={shown.length}
            rowHeight={44}
            row={(index) => shown[index]}
            onOpen={({ name }) => go(peopleWith(name))}
          />
        </>
      )}
      {doing?.what === 'rename' && <RenameTag tag={doing.tag} tags={tags ?? []} onClose={close} />}
      {doing?.what === 'remove' && <RemoveTag tag={doing.tag} onClose={close} />}
    </Page>
  );
}

/** The list of people as its filter would show it. */
function peopleWith(tag: string): string {
  const { conditions } = viewOfTag(tag);
  const q = JSON.stringify({ conditions: { all: [conditions] }, sorts: [], columns: [] });
  return `/people?${new URLSearchParams({ q }).toString()}`;
}

const columnsOf = (
  countText: (count: number) => string,
  begin: (doing: Doing) => void,
): GridColumn<Tag>[] => [
  { name: t`Tag`, width: 'minmax(140px, 3fr)', cell: ({ name }) => <bdi>{name}</bdi> },
  { name: t`People`, width: '90px', cell: ({ count }) => countText(count) },
  {
    name: t`Actions`,
    width: '220px',
    head: <span className="visually-hidden">{t`Actions`}</span>,
    isScreenOnly: true,
    cell: (tag) => <Buttons tag={tag} begin={begin} />,
  },
];

function Buttons({ tag, begin }: { tag: Tag; begin: (doing: Doing) => void }) {
  const { name } = tag;
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t`Rename ${name}`}
        onClick={(event) => {
          event.stopPropagation();
          begin({ what: 'rename', tag });
        }}
      >
        <Trans>Rename</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t`Remove ${name}`}
        onClick={(event) => {
          event.stopPropagation();
          begin({ what: 'remove', tag });
        }}
      >
        <Trans>Remove</Trans>
      </Button>
    </Group>
  );
}

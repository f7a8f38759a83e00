// Every tag with how many have it: who they are, its colour, another name for it, several made
// one, away with it; one by one, or all that are ticked.

import { plural, t } from '@lingui/core/macro';
import { Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';

import { foldText } from '../../../src-shared/domain/fold.ts';
import { useTagColor } from '../../data/tag-colors.tsx';
import { type Tag, type TaggedKind, useTags } from '../../data/use-tags.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { go } from '../../ui/router.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useDates } from '../../ui/when.tsx';
import { RemoveTags } from './remove-tags.tsx';
import { RenameTags } from './rename-tags.tsx';
import { type Doing, listOf, tagColumns } from './tag-columns.tsx';
import { TickedBar } from './ticked-bar.tsx';
import { useTickedTags } from './ticked-tags.ts';

const allKinds = ['person', 'organisation', 'community', 'bucket'] as const;
const noTags: readonly Tag[] = [];

export function TagsPage() {
  const tags = useTags();
  const [text, setText] = useState('');
  const [doing, setDoing] = useState<Doing>();
  const { count: countText } = useDates();
  const colorOf = useTagColor();
  const all = tags ?? noTags;
  const shown = useMemo(() => {
    const wanted = foldText(text.trim());
    return wanted === '' ? all : all.filter(({ name }) => foldText(name).includes(wanted));
  }, [all, text]);
  const ticked = useTickedTags(all, shown);
  const kinds = allKinds.filter(
    (kind) => kind === 'person' || all.some(({ counts }) => counts[kind] > 0),
  );
  const close = (isDone: boolean): void => {
    setDoing(undefined);
    if (isDone) ticked.clear();
  };
  return (
    <Page title={t`Tags`}>
      {tags?.length === 0 ? (
        <EmptyState
          title={t`No tags yet`}
          text={t`A tag is a word you give to people and groups, such as customer or press. Give one on their page, or to many in the list of people.`}
        />
      ) : (
        <>
          <TextInput
            label={t`Search tags`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maw={360}
          />
          <TickedBar ticked={ticked} begin={setDoing} />
          <Text size="sm" className="dim">
            {tags === undefined
              ? t`Loading …`
              : plural(shown.length, { one: '# tag', other: '# tags' })}
          </Text>
          <VirtualGrid<Tag>
            label={t`Tags`}
            columns={tagColumns({ countText, colorOf, ticked, begin: setDoing }, kinds)}
            count={shown.length}
            rowHeight={44}
            row={(index) => shown[index]}
            isSelected={ticked.has}
            onToggle={ticked.toggle}
            onExtend={ticked.extend}
            onSelectAll={() => !ticked.isAll && ticked.toggleAll()}
            onClear={ticked.clear}
            onOpen={(tag) => tag.name !== '' && go(listOf(tag, firstKind(tag)))}
          />
        </>
      )}
      {doing?.what === 'rename' && <RenameTags tags={doing.tags} all={all} onClose={close} />}
      {doing?.what === 'remove' && <RemoveTags tags={doing.tags} onClose={close} />}
    </Page>
  );
}

/** Whose list a tag opens. */
const firstKind = ({ counts }: Tag): TaggedKind =>
  allKinds.find((kind) => counts[kind] > 0) ?? 'person';

// Whose turn it is: how to reach them, what was last said, what is promised, what they published.

import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Anchor, Group, Text, Title } from '@mantine/core';
import { useMemo } from 'react';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { momentsOf } from '../../data/queries/happened.ts';
import { postsOf } from '../../data/queries/listening.ts';
import { useMergedIds } from '../../data/use-merged.ts';
import { useRecords } from '../../data/use-records.ts';
import { ValueLinks } from '../../fields/value-links.tsx';
import { kindLabel } from '../../kinds/kinds.ts';
import { momentTitle } from '../../kinds/moment-title.ts';
import { personPath } from '../../kinds/person.tsx';
import { useRoleLines } from '../../lists/use-role-lines.ts';
import { Face } from '../../ui/face.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { WhenText } from '../../ui/when.tsx';
import { withLabel } from '../../words/value-words.ts';
import type { RoundParts } from './round-parts.ts';

const mostMoments = 3;
const mostRead = 50;
const mostPosts = 5;

const personHeadId = 'round-person';

export const focusPerson = (): void => document.getElementById(personHeadId)?.focus();

export function PersonCard({ doc, before }: { doc: RecordDoc; before: RoundParts['before'] }) {
  const ids = useMergedIds([doc.id]).get(doc.id) ?? [doc.id];
  const role = useRoleLines([doc.id]).get(doc.id)?.text ?? '';
  const moments = useRecords(momentsOf(ids, mostRead));
  return (
    <>
      <Group gap="sm" wrap="nowrap">
        <Face doc={doc} size={44} />
        <div style={{ minWidth: 0 }}>
          <Title order={2} size="h3" id={personHeadId} tabIndex={-1} dir="auto">
            <Anchor inherit c="inherit" href={`#${personPath(doc.id)}`}>
              {nameOrNone(doc)}
            </Anchor>
          </Title>
          {role !== '' && (
            <Text size="sm" className="dim" dir="auto">
              {role}
            </Text>
          )}
        </div>
      </Group>
      <Reach doc={doc} />
      {before.map((Said, at) => (
        <Said key={at} doc={doc} />
      ))}
      <LastTalk moments={moments} />
      <Posts ids={ids} moments={moments} />
    </>
  );
}

function Reach({ doc }: { doc: RecordDoc }) {
  const ways = (['phones', 'emails'] as const).flatMap((set) =>
    (doc.sets[set] ?? []).map((item) => ({ set, item })),
  );
  if (ways.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={t`How to reach them`}>
      {ways.map(({ set, item }) => {
        const typed = item.more?.['raw'] ?? item.value;
        return (
          <li key={item.id} className="round-way">
            <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
              <bdi>{withLabel(typed, item.label)}</bdi>
            </Text>
            <ValueLinks doc={doc} set={set} item={item} typed={typed} />
          </li>
        );
      })}
    </ul>
  );
}

function LastTalk({ moments }: { moments: readonly RecordDoc[] | undefined }) {
  if (moments === undefined) return null;
  return (
    <section aria-label={t`Last talk`}>
      <Title order={3} size="h6" mb={4}>
        <Trans>Last talk</Trans>
      </Title>
      {moments.length === 0 && (
        <Text size="sm" className="dim">
          <Trans>Nothing has been written down yet.</Trans>
        </Text>
      )}
      <ul className="plain-list">
        {moments.slice(0, mostMoments).map((moment) => {
          const title = momentTitle(moment);
          return (
            <li key={moment.id}>
              <Text size="xs" className="dim">
                <WhenText at={moment.at} /> · {kindLabel(moment)}
                {title !== '' && (
                  <>
                    {' · '}
                    <bdi>{title}</bdi>
                  </>
                )}
              </Text>
              {moment.note !== '' && (
                <Text size="sm" dir="auto" lineClamp={4} style={{ overflowWrap: 'anywhere' }}>
                  {moment.note}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const isContact = (doc: RecordDoc): boolean =>
  kinds.get(doc.kind)?.says?.(doc)?.contact !== undefined;

type PostsProps = { ids: readonly string[]; moments: readonly RecordDoc[] | undefined };

/** What they published since somebody was last in touch with them. */
function Posts({ ids, moments }: PostsProps) {
  const posts = useRecords(postsOf(ids, mostRead));
  const since = useMemo(() => moments?.find(isContact)?.at ?? 0, [moments]);
  if (posts === undefined || moments === undefined) return null;
  const fresh = posts.filter(({ at }) => at > since);
  if (fresh.length === 0) return null;
  return (
    <section aria-label={t`Published since`}>
      <Title order={3} size="h6" mb={4}>
        <Plural
          value={fresh.length}
          one="# post since you were last in touch"
          other="# posts since you were last in touch"
        />
      </Title>
      <ul className="plain-list">
        {fresh.slice(0, mostPosts).map((post) => (
          <li key={post.id}>
            <Text size="sm" dir="auto" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
              <WhenText at={post.at} className="dim" /> {nameOrNone(post)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

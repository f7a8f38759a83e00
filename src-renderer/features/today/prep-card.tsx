// What is good to know before a meeting: who they are, when we last talked, what is promised both
// ways, how they want to be reached and what they have published since.

import { plural, t } from '@lingui/core/macro';
import { Anchor, Stack, Text } from '@mantine/core';

import { dueOf, lastDayOf } from '../../../src-shared/domain/promise-due.ts';
import { fieldsOf } from '../../../src-shared/domain/kind.ts';
import { momentKindOf } from '../../../src-shared/domain/moment.ts';
import { person } from '../../../src-shared/domain/person.ts';
import { promise, sideOf, stateOf } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { isCurrentRole } from '../../../src-shared/query/links.ts';
import type { Reason } from '../../../src-shared/today/rows.ts';
import { momentsOf, workNaming } from '../../data/queries/happened.ts';
import { postsOf } from '../../data/queries/listening.ts';
import { tiesOf } from '../../data/queries/ties.ts';
import { textOf } from '../../data/text-of.ts';
import { useMergedIds } from '../../data/use-merged.ts';
import { useNamed } from '../../data/use-records-in.ts';
import { useRecords } from '../../data/use-records.ts';
import { pathOf } from '../../kinds/kinds.ts';
import { kindLabel } from '../../kinds/kinds.ts';
import { momentTitle } from '../../kinds/moment-title.ts';
import { dayOf } from '../../ui/day.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useNow } from '../../ui/use-now.ts';
import { useDates } from '../../ui/when.tsx';
import { codeWords } from '../../words/value-words.ts';

type Meeting = Extract<Reason, { code: 'meeting' }>;

/** So many people are spoken of. */
const mostPeople = 8;

export function PrepCard({ reason }: { reason: Meeting }) {
  const shown = reason.people.slice(0, mostPeople);
  const docs = useNamed(['people'], shown);
  return (
    <section className="prep-card" aria-label={t`Before the meeting`}>
      {reason.place !== '' && (
        <Text size="sm" className="dim">
          {t`Where: ${reason.place}`}
        </Text>
      )}
      {shown.map((id) => {
        const doc = docs.get(id);
        return doc === undefined ? null : <PersonLines key={id} doc={doc} />;
      })}
    </section>
  );
}

function PersonLines({ doc }: { doc: RecordDoc }) {
  const ids = useMergedIds([doc.id], 'people').get(doc.id) ?? [doc.id];
  const roles = useRoles(ids);
  const lines = [useLastTalk(ids), ...usePromised(ids), wishOf(doc), usePosts(ids)].filter(
    (line) => line !== '',
  );
  return (
    <Stack gap={0}>
      <Text size="sm" fw={600}>
        <Anchor inherit href={`#${pathOf(doc)}`}>
          <bdi>{nameOrNone(doc)}</bdi>
        </Anchor>
        {roles !== '' && (
          <Text span inherit fw={400} className="dim">
            {' · '}
            <bdi>{roles}</bdi>
          </Text>
        )}
      </Text>
      {lines.map((line) => (
        <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }} dir="auto">
          {line}
        </Text>
      ))}
    </Stack>
  );
}

function useRoles(ids: readonly string[]): string {
  const today = dayOf(useNow());
  const ties = (useRecords(tiesOf(ids)) ?? []).filter((tie) => isCurrentRole(tie, today));
  const groups = useNamed(
    ['groups'],
    ties.map((tie) => textOf(tie, 'to')),
  );
  return ties
    .map((tie) => {
      const group = groups.get(textOf(tie, 'to'));
      return [textOf(tie, 'title'), group === undefined ? '' : nameOrNone(group)]
        .filter((part) => part !== '')
        .join(', ');
    })
    .join(' · ');
}

function useLastTalk(ids: readonly string[]): string {
  const last = useLastContact(ids);
  const { dateTime } = useDates();
  if (last === undefined) return t`You have not spoken yet.`;
  const when = dateTime(last.at);
  const what = [momentTitle(last), textOf(last, 'outcome')].filter((part) => part !== '');
  const kind = kindLabel(last);
  return [t`Last talk: ${kind}, ${when}`, ...what].join(' · ');
}

function useLastContact(ids: readonly string[]): RecordDoc | undefined {
  const now = useNow();
  const moments = useRecords(momentsOf(ids, 40)) ?? [];
  return moments.find((one) => one.at <= now && momentKindOf(one) !== 'note');
}

function usePromised(ids: readonly string[]): string[] {
  const { date } = useDates();
  const open = (useRecords(workNaming(ids, [promise.kind], 100)) ?? []).filter(
    (doc) => stateOf(doc) === 'open',
  );
  return open.map((doc) => {
    const due = dueOf(doc);
    const text = nameOrNone(doc);
    const until = due === undefined ? '' : date(Date.parse(`${lastDayOf(due)}T12:00:00`));
    const what = until === '' ? text : t`${text}, by ${until}`;
    return sideOf(doc) === 'theirs' ? t`They owe us: ${what}` : t`We owe them: ${what}`;
  });
}

function wishOf(doc: RecordDoc): string {
  const { preferredChannel, contactThrough = '' } = fieldsOf(person, doc);
  const way =
    preferredChannel === undefined ? '' : codeWords('person', 'preferredChannel', preferredChannel);
  return [
    ...(way === '' ? [] : [t`Best by ${way}`]),
    ...(contactThrough === '' ? [] : [t`Through ${contactThrough}`]),
  ].join(' · ');
}

function usePosts(ids: readonly string[]): string {
  const last = useLastContact(ids);
  const posts = (useRecords(postsOf(ids, 50)) ?? []).filter(({ at }) => at > (last?.at ?? 0));
  const [newest] = posts;
  if (newest === undefined) return '';
  const title = nameOrNone(newest);
  return plural(posts.length, {
    one: `Published since: ${title}`,
    other: `Published # posts since, the last: ${title}`,
  });
}

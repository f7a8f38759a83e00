// A run on paper, for the day without a laptop: whoever is still open, in the order in which the
// page goes through them, with a box to tick and room to write.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RoundEach } from '../../../src-shared/domain/round.ts';
import { workNaming } from '../../data/queries/happened.ts';
import { useReader } from '../../data/use-reader.ts';
import { useRecords, useRecordsById } from '../../data/use-records.ts';
import { textOf } from '../../data/text-of.ts';
import { writtenItem } from '../../fields/written-item.ts';
import { useRoleLines } from '../../lists/use-role-lines.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { mostPrinted } from '../../ui/printing.ts';
import { useDates } from '../../ui/when.tsx';
import { withLabel } from '../../words/value-words.ts';
import type { RunQueue } from './use-run-queue.ts';

/** How somebody is gone to. */
const waysOf = {
  look: ['phones', 'emails'],
  call: ['phones'],
  write: ['emails', 'addresses'],
  visit: ['addresses', 'phones'],
} as const satisfies { readonly [each in RoundEach]: readonly string[] };

const mostPromises = 2_000;

export function CallSheet({ queue, each }: { queue: RunQueue; each: RoundEach }) {
  const open = useMemo(() => queue.open.slice(0, mostPrinted), [queue.open]);
  const docs = useRecordsById('people', open);
  const roles = useRoleLines(open);
  const promises = usePromises(open);
  const { count } = useDates();
  const [printed, all] = [count(open.length), count(queue.open.length)];
  const isOnItsWay = open.length > 0 && (docs.size === 0 || promises === undefined);
  return (
    <ol className="call-sheet" aria-label={t`Call sheet`}>
      {isOnItsWay && <li data-on-its-way />}
      {open.map((id) => {
        const doc = docs.get(id);
        return doc === undefined ? null : (
          <Line
            key={id}
            doc={doc}
            place={queue.people.indexOf(id) + 1}
            role={roles.get(id)?.text ?? ''}
            ways={waysOf[each]}
            promises={promises?.get(id) ?? []}
          />
        );
      })}
      {open.length < queue.open.length && (
        <li>
          <Trans>
            Only the first {printed} of {all} are printed.
          </Trans>
        </li>
      )}
    </ol>
  );
}

type LineProps = {
  doc: RecordDoc;
  /** As in the list at the left, from 1. */
  place: number;
  role: string;
  ways: readonly string[];
  promises: readonly RecordDoc[];
};

function Line({ doc, place, role, ways, promises }: LineProps) {
  const reader = useReader();
  const { count } = useDates();
  const reached = ways.flatMap((set) =>
    (doc.sets[set] ?? []).map((item) => ({
      id: `${set} ${item.id}`,
      text: withLabel(writtenItem(set, item, reader(doc.kind, set)), item.label),
    })),
  );
  return (
    <li>
      <span className="call-box" aria-hidden />
      <span className="call-place">{count(place)}</span>
      <div className="call-who">
        <b dir="auto">{nameOrNone(doc)}</b>
        {role !== '' && <div dir="auto">{role}</div>}
        {reached.map(({ id, text }) => (
          <div key={id}>
            <bdi>{text}</bdi>
          </div>
        ))}
        {promises.map((promise) => {
          const what = nameOrNone(promise);
          return (
            <div key={promise.id} dir="auto">
              {textOf(promise, 'by') === 'theirs'
                ? t`They owe us: ${what}`
                : t`We owe them: ${what}`}
            </div>
          );
        })}
      </div>
      <div className="call-room" aria-hidden />
    </li>
  );
}

/** What is still owed either way, by person. */
function usePromises(people: readonly string[]) {
  const work = useRecords(workNaming(people, ['promise'], mostPromises));
  return useMemo(() => {
    const byPerson = new Map<string, RecordDoc[]>();
    for (const doc of work ?? []) {
      const { people: named, state = 'open' } = doc.fields;
      if (state !== 'open' || !Array.isArray(named)) continue;
      for (const id of named) {
        if (typeof id !== 'string') continue;
        byPerson.set(id, [...(byPerson.get(id) ?? []), doc]);
      }
    }
    return work === undefined ? undefined : byPerson;
  }, [work]);
}

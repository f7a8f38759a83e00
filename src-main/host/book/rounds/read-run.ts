// A run as it stands: its people in order, what came of each, who has whom.

import { mayContact } from '../../../../src-shared/care/may-contact.ts';
import { policyOf } from '../../../../src-shared/care/policy.ts';
import type { Channel } from '../../../../src-shared/domain/permission.ts';
import { policyId } from '../../../../src-shared/domain/policy.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import {
  round,
  type RoundEach,
  roundEach,
  run as runKind,
  runClaim,
  runPart,
  runVisit,
} from '../../../../src-shared/domain/round.ts';
import type { Claim, RunAnswer, RunProgress } from '../../../../src-shared/rounds/answers.ts';
import { openIn } from '../../../../src-shared/rounds/next.ts';
import {
  marksOf,
  skippedTwice,
  type Visit,
  visitOf,
} from '../../../../src-shared/rounds/visits.ts';
import { mergesIn } from '../facts/merges.ts';
import { liveJoinedSql, liveSql } from '../query/view-links.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { readDocs } from '../sqlite/record-reads.ts';
import { recordTable } from '../sqlite/record-table.ts';
import { toSortText } from '../sqlite/sort-text.ts';

type Reading = { store: StoreDatabase; now: number; today: string; device: string };

type Looking = Omit<Reading, 'store'>;

export type BookRounds = {
  /** Undefined where there is no such run. */
  read: (run: string, looking: Looking) => RunAnswer | undefined;
  /** Everybody it began with, and who stands for them now. */
  everybody: (run: string) => Set<string>;
  progress: (runs: readonly string[], looking: Looking) => { [run: string]: RunProgress };
};

export const bookRounds = (store: StoreDatabase): BookRounds => ({
  read: (run, looking) => readRun({ store, ...looking }, run),
  everybody: (run) => {
    const ids = idsOf(store, run);
    const { keeperOf } = mergesOf(store);
    return new Set(ids.flatMap((id) => [id, keeperOf(id)]));
  },
  progress: (runs, looking) =>
    Object.fromEntries(
      runs.flatMap((run) => {
        const answer = readRun({ store, ...looking }, run);
        return answer === undefined ? [] : [[run, progressOf(answer)]];
      }),
    ),
});

const mergesOf = (store: StoreDatabase) => mergesIn(store.reader, recordTable(store, 'people'));

function readRun({ store, now, today, device }: Reading, id: string): RunAnswer | undefined {
  const setup = recordTable(store, 'setup');
  const doc = readDocs(store.reader, setup, [id]).get(id);
  if (doc?.kind !== runKind.kind || doc.status !== 'live') return undefined;
  const of = String(doc.fields['round'] as string);
  const { keeperOf } = mergesOf(store);
  const began = idsOf(store, id);
  const known = [...new Set(began.map(keeperOf))];
  const isLive = liveIn(store);
  const people = known.filter(isLive);
  const visits = visitsOf(store, id);
  const marks = marksOf(visits, keeperOf);
  const before = runBefore(store, of, doc);
  const each = readDocs(store.reader, setup, [of]).get(of)?.fields['each'];
  return {
    people,
    gone: known.length - people.length,
    marks: people.flatMap((person) => marks.get(person) ?? []),
    refused: refusedIn({ store, today }, people, roundEach.find((one) => one === each) ?? 'look'),
    claims: claimsOn({ store, now, device }, id),
    twice: skippedTwice(visits, before === undefined ? [] : visitsOf(store, before), keeperOf),
  };
}

const named = (store: StoreDatabase, of: 'setup' | 'work', kind: string, key: string) => {
  const table = recordTable(store, of);
  return store.reader
    .prepare(
      `SELECT doc.data AS data FROM ${table.keys} AS key CROSS JOIN ${table.docs} AS doc ON doc.n = key.n
       WHERE key.value = ? AND ${liveJoinedSql(table, 'doc')}
         AND json_extract(doc.data, '$.kind') = ?`,
    )
    .all(toSortText(key), kind)
    .map(({ data }) => JSON.parse(String(data)) as RecordDoc);
};

/** As they stand in its parts, those that are missing left out. */
function idsOf(store: StoreDatabase, run: string): string[] {
  const parts = named(store, 'setup', runPart.kind, run);
  const place = ({ fields }: RecordDoc): number => Number(fields['place'] ?? 0);
  return parts
    .toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
    .flatMap(({ fields: { people } }) =>
      Array.isArray(people) ? people.filter((one) => typeof one === 'string') : [],
    );
}

/** What is needed of a visit, without the rest of its document. */
function visitsOf(store: StoreDatabase, run: string): Visit[] {
  const table = recordTable(store, 'setup');
  return store.reader
    .prepare(
      `SELECT json_extract(doc.data, '$.id') AS id, json_extract(doc.data, '$.fields') AS fields
       FROM ${table.keys} AS key CROSS JOIN ${table.docs} AS doc ON doc.n = key.n
       WHERE key.value = ? AND ${liveJoinedSql(table, 'doc')}
         AND json_extract(doc.data, '$.kind') = ?`,
    )
    .all(toSortText(run), runVisit.kind)
    .flatMap(({ id, fields }) => {
      const found = visitOf({
        id: String(id),
        kind: runVisit.kind,
        status: 'live',
        fields: JSON.parse(String(fields)) as RecordDoc['fields'],
      });
      return found === undefined ? [] : [found];
    });
}

/** The run of the same round that began last before this one. */
function runBefore(store: StoreDatabase, of: string, { id, fields }: RecordDoc) {
  const at = ({ fields: { startedAt } }: Pick<RecordDoc, 'fields'>): number =>
    Number(startedAt ?? 0);
  const [before] = named(store, 'setup', runKind.kind, of)
    .filter((one) => one.id !== id && at(one) < at({ fields }))
    .toSorted((a, b) => at(b) - at(a));
  return before?.id;
}

function liveIn(store: StoreDatabase): (id: string) => boolean {
  const people = recordTable(store, 'people');
  const find = store.reader.prepare(
    `SELECT 1 FROM ${people.docs} AS doc WHERE id = ? AND ${liveSql(people, 'doc')}`,
  );
  return (id) => find.get(toSortText(id)) !== undefined;
}

const wayOf: { readonly [each in RoundEach]: Channel | undefined } = {
  look: undefined,
  call: 'phone',
  write: 'mail',
  visit: 'visit',
};

/** Those who said anything about being contacted are looked at whole. */
function refusedIn(
  { store, today }: Pick<Reading, 'store' | 'today'>,
  people: readonly string[],
  each: RoundEach,
): string[] {
  const way = wayOf[each];
  if (way === undefined) return [];
  const setup = recordTable(store, 'setup');
  const policy = policyOf(readDocs(store.reader, setup, [policyId]).get(policyId));
  const table = recordTable(store, 'people');
  const refusals = ['doNotContact', 'noMail', 'noPhone', 'noVisit'].map(
    (field) => `json_extract(data, '$.fields.${field}') = 1`,
  );
  const find = store.reader.prepare(
    `SELECT json_object('fields', json_extract(data, '$.fields'), 'sets', json_object('permissions', json_extract(data, '$.sets.permissions'))) AS said
     FROM ${table.docs} WHERE id = ?
       AND (${refusals.join(' OR ')} OR json_extract(data, '$.sets.permissions[0]') IS NOT NULL)`,
  );
  const isDenied = policy.defaults.service === 'denied';
  return people.filter((id) => {
    const said = find.get(toSortText(id))?.['said'];
    const doc =
      said === undefined
        ? { fields: {}, sets: {} }
        : (JSON.parse(String(said)) as Pick<RecordDoc, 'fields' | 'sets'>);
    if (said === undefined && !isDenied) return false;
    return !mayContact(doc, way, 'service', policy, today).may;
  });
}

function claimsOn(
  { store, now, device }: Pick<Reading, 'store' | 'now' | 'device'>,
  run: string,
): Claim[] {
  return named(store, 'work', runClaim.kind, run).flatMap(({ fields }) => {
    const { person, holder, by, until } = fields;
    const isOthers = typeof holder === 'string' && holder !== device;
    return isOthers && typeof person === 'string' && typeof until === 'number' && until > now
      ? [{ person, device: holder, by: typeof by === 'string' ? by : '', until }]
      : [];
  });
}

/** Of those who may be gone to. */
function progressOf({ people, refused, marks }: RunAnswer): RunProgress {
  const queue = {
    people,
    marks: new Map(marks.map((mark) => [mark.person, mark])),
    refused: new Set(refused),
  };
  const total = people.length - refused.length;
  return { total, done: total - openIn(queue).length };
}

/** The round itself; undefined where it is none, or in the trash. */
export const isRound = (doc: RecordDoc | undefined): doc is RecordDoc =>
  doc?.kind === round.kind && doc.status === 'live';

// Reads what the book knows of a person, under every id they were merged from, and packs it.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { strToU8, zipSync } from 'fflate';

import {
  everythingHtml,
  type EverythingRow,
  fileNames,
} from '../../../src-shared/care/everything.ts';
import { permissionOf } from '../../../src-shared/domain/permission.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { isOfRecord } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { shownValue } from '../../../src-shared/fields/field.ts';
import { fetchMade } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { useKinds } from '../../data/known-kinds.tsx';
import { recordsWithIds } from '../../data/queries/any-record.ts';
import { momentsOf, workNaming } from '../../data/queries/happened.ts';
import { tiesOf } from '../../data/queries/ties.ts';
import { useMergedIds } from '../../data/use-merged.ts';
import { useReader } from '../../data/use-reader.ts';
import { useReadRecords } from '../../data/use-read-records.ts';
import { kindLabel } from '../../kinds/kinds.ts';
import { useFieldLabel } from '../../ui/field-words.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useProvenance } from '../../ui/provenance.tsx';
import { useDates } from '../../ui/when.tsx';
import { channelWords, purposeWords, stateWords } from '../../words/care-words.ts';
import { listWords } from '../../words/in-language.ts';
import { withLabel } from '../../words/value-words.ts';

/** Nobody has more; what lies beyond is said. */
const most = 20_000;

export function useEverything(person: RecordDoc): () => Promise<Result<Blob>> {
  const read = useReadRecords();
  const { host } = useHost();
  const rowsOf = useRows();
  const { dateTime } = useDates();
  const ids = useMergedIds([person.id]).get(person.id) ?? [person.id];
  return async () => {
    const work = [...kinds.values()].filter(({ collection }) => collection === 'work');
    const queries = [
      recordsWithIds('people', ids),
      tiesOf(ids, most),
      momentsOf(ids, most),
      workNaming(
        ids,
        work.map(({ kind }) => kind),
        most,
      ),
    ];
    const answers: RecordDoc[][] = [];
    for (const query of queries) {
      const docs = query === undefined ? ok([]) : await read(query);
      if (!docs.ok) return docs;
      answers.push(docs.value);
    }
    const [people = [], ties = [], moments = [], others = []] = answers;
    const told = [...ties, ...moments, ...others];
    const linked = [
      ...new Set(told.flatMap((doc) => kinds.get(doc.kind)?.links(doc) ?? []).map(({ id }) => id)),
    ];
    const named = new Map<string, string>();
    for (const of of ['people', 'groups'] as const) {
      const query = recordsWithIds(of, linked);
      const docs = query === undefined ? ok([]) : await read(query);
      if (!docs.ok) return docs;
      for (const doc of docs.value) named.set(doc.id, nameOrNone(doc));
    }
    const team = await host.request('team.info', {});
    if (!team.ok) return fail(team.error.code);
    const holders = team.value.devices
      .filter(({ state }) => state === 'here')
      .map(({ memberName, deviceName }) => `${memberName} (${deviceName})`);
    const section = (title: string, docs: readonly RecordDoc[]) => ({
      title,
      rows: docs.flatMap((doc) => rowsOf(doc, named)),
    });
    const name = nameOrNone(person);
    const when = dateTime(Date.now());
    const isAlone = person.scope === 'private' || holders.length === 0;
    const html = everythingHtml({
      language: i18n.locale,
      direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
      title: t`Everything about ${name}`,
      lines: [
        t`As it was known on ${when}.`,
        isAlone ? t`Only this laptop has a copy.` : t`Laptops with a copy: ${listWords(holders)}`,
      ],
      columns: { what: t`What`, value: t`Value`, source: t`Source` },
      sections: [
        ...people.map((doc) => section(nameOrNone(doc), [doc])),
        section(t`Roles`, ties),
        section(t`What happened`, moments),
        section(t`Promises and other work`, others),
      ],
    });
    const json = { madeAt: new Date().toISOString(), holders, people, ties, moments, work: others };
    const files = await attached(host, people);
    const bytes = zipSync({
      'everything.html': strToU8(html),
      'everything.json': strToU8(JSON.stringify(json, withoutState, 2)),
      ...files,
    });
    return ok(new Blob([new Uint8Array(bytes)], { type: 'application/zip' }));
  };
}

/** How a record is kept says nothing more than its values do. */
const withoutState = (key: string, value: unknown): unknown =>
  key === 'state' ? undefined : value;

/** Those that are on this laptop. */
async function attached(
  host: ReturnType<typeof useHost>['host'],
  people: readonly RecordDoc[],
): Promise<{ [path: string]: Uint8Array }> {
  const items = people.flatMap(({ sets }) => sets['files'] ?? []);
  const names = fileNames(items.map(({ label, value }) => label ?? value));
  const files: { [path: string]: Uint8Array } = {};
  for (const [at, { value: hash }] of items.entries()) {
    const made = await host.request('files.take', { hash });
    if (!made.ok) continue;
    const blob = await fetchMade(host, made.value.file, 'application/octet-stream');
    if (blob.ok)
      files[`files/${names[at] ?? hash}`] = new Uint8Array(await blob.value.arrayBuffer());
  }
  return files;
}

function useRows(): (doc: RecordDoc, named: ReadonlyMap<string, string>) => EverythingRow[] {
  const known = useKinds();
  const labelOf = useFieldLabel();
  const sourceOf = useProvenance();
  const readerOf = useReader();
  const { dateTime } = useDates();
  return (doc, named) => {
    const kind = known.get(doc.kind);
    const reader = (field: string) => ({
      ...readerOf(doc.kind, field),
      nameOf: (id: string) => named.get(id) ?? id,
    });
    const row = (what: string, value: string): EverythingRow => ({
      what: labelOf(doc.kind, what),
      value,
      source: sourceOf(doc.stamps[what] ?? doc.origin),
    });
    const head: EverythingRow[] =
      doc.kind === 'person'
        ? []
        : [{ what: kindLabel(doc), value: doc.name, source: dateTime(doc.at) }];
    const fields = Object.entries(doc.fields)
      .filter(([field]) => !isOfRecord(field) && field !== 'photo')
      .map(([field, value]) => {
        const type = kind?.fields[field];
        return row(
          field,
          type === undefined ? JSON.stringify(value) : shownValue(type, value, reader(field)),
        );
      });
    const sets = Object.entries(doc.sets).flatMap(([set, items]) =>
      items.map((item) => row(`${set}/${item.id}`, itemWords(item, named))),
    );
    const note = doc.note === '' ? [] : [row('note', doc.note)];
    return [...head, ...fields, ...sets, ...note];
  };
}

function itemWords(item: SetItem, named: ReadonlyMap<string, string>): string {
  const said = permissionOf(item);
  if (said !== undefined)
    return `${stateWords(said.state)}: ${purposeWords(said.purpose)} (${channelWords(said.channel)}) ${said.source} ${said.wording}`.trim();
  return withLabel(named.get(item.value) ?? item.more?.['raw'] ?? item.value, item.label);
}

// Which promises are looked at: whose, open or settled, with whom, and who of us.

import { t } from '@lingui/core/macro';
import { Group, SegmentedControl, Select } from '@mantine/core';

import type { PromiseSide } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import type { RouteQuery } from '../../ui/router.ts';
import { compareWords } from '../../words/in-language.ts';
import { partiesOf } from './promise-bits.tsx';
import type { Shown } from './shown.ts';
import { ofSide } from './use-own-promises.ts';

export type Asked = {
  side: PromiseSide;
  show: Shown;
  party: string | undefined;
  member: string | undefined;
  layout: Layout;
};

const layouts = ['list', 'party', 'member', 'calendar'] as const;
export type Layout = (typeof layouts)[number];
export const layoutOf = (text: string | undefined): Layout =>
  layouts.find((one) => one === text) ?? 'list';

type Known = ReadonlyMap<string, RecordDoc>;

/** Of this side, with this party, of this one of us; whether open or settled. */
export const narrowed = (
  docs: readonly RecordDoc[],
  { side, party, member }: Asked,
  known: Known,
): RecordDoc[] =>
  ofSide(docs, side).filter(
    (doc) =>
      (party === undefined || partiesOf(doc, known).some(({ id }) => id === party)) &&
      (member === undefined || memberOf(doc) === member),
  );

type Props = { asked: Asked; docs: readonly RecordDoc[]; known: Known; set: RouteQuery['set'] };

export function PromiseFilters({ asked, docs, known, set }: Props) {
  const { side, show, party, member, layout } = asked;
  const choice = { size: 'xs', searchable: true, clearable: true } as const;
  return (
    <Group gap="sm" align="end">
      <SegmentedControl
        aria-label={t`Whose promises`}
        data={[
          { value: 'ours', label: t`We owe` },
          { value: 'theirs', label: t`They owe us` },
        ]}
        value={side}
        onChange={(next) => set({ side: next })}
      />
      <SegmentedControl
        aria-label={t`Which promises`}
        data={[
          { value: 'open', label: t({ message: 'Open', context: 'not closed' }) },
          { value: 'settled', label: t`Settled` },
        ]}
        value={show === 'open' || show === 'settled' ? show : ''}
        onChange={(next) => set({ show: next })}
      />
      <Select
        size="xs"
        label={t`As`}
        allowDeselect={false}
        data={[
          { value: 'list', label: t`List` },
          { value: 'party', label: t`By person or group` },
          { value: 'member', label: t`By who of us` },
          { value: 'calendar', label: t`Calendar` },
        ]}
        value={layout}
        onChange={(next) => set({ as: next === 'list' ? undefined : (next ?? undefined) })}
      />
      <Select
        {...choice}
        label={t`With`}
        placeholder={t`Anybody`}
        data={partyChoices(docs, known)}
        value={party ?? null}
        onChange={(next) => set({ with: next ?? undefined })}
      />
      <Select
        {...choice}
        label={t`Who of us`}
        placeholder={t`Anybody`}
        data={memberChoices(docs)}
        value={member ?? null}
        onChange={(next) => set({ member: next ?? undefined })}
      />
    </Group>
  );
}

export function memberOf({ fields: { member } }: RecordDoc): string {
  return typeof member === 'string' ? member : '';
}

const memberChoices = (docs: readonly RecordDoc[]): string[] =>
  [...new Set(docs.map(memberOf))].filter((name) => name !== '').toSorted(compareWords);

function partyChoices(docs: readonly RecordDoc[], known: Known) {
  const found = docs.flatMap((doc) => partiesOf(doc, known));
  const names = new Map(found.map((one) => [one.id as string, nameOrNone(one)]));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => compareWords(a.label, b.label));
}

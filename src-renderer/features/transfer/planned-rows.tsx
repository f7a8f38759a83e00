// The rows of a plan as a list that reads only what is in view, with a choice for each.

import { Badge, Select, Text, Tooltip } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';

import type {
  ImportPreview,
  PlannedRow,
  RowDecision,
} from '../../../src-shared/transfer/import-types.ts';
import { useHost } from '../../data/host-context.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { reasonWords } from './import-words.ts';
import type { ImportFlow } from './use-import.ts';

const pageSize = 100;
const colors = { create: 'rapport', update: 'blue', skip: 'gray', cannot: 'red' } as const;
const names = { create: 'Create', update: 'Update', skip: 'Skip', cannot: 'Cannot' } as const;

type Props = {
  flow: ImportFlow;
  preview: ImportPreview;
  only: PlannedRow['action'] | undefined;
  count: number;
};

export function PlannedRows({ flow, preview, only, count }: Props) {
  const { row, onRange } = usePlannedRows(flow.file, preview, only);
  const columns = [
    {
      name: 'Line',
      width: '62px',
      cell: (one: PlannedRow) => <span className="dim">{one.line}</span>,
    },
    {
      name: 'Person',
      width: 'minmax(120px, 2fr)',
      cell: (one: PlannedRow) => one.name || <span className="dim">No name</span>,
    },
    {
      name: 'What comes in',
      width: 'minmax(120px, 2fr)',
      cell: (one: PlannedRow) => <span className="dim">{one.summary}</span>,
    },
    {
      name: 'Will',
      width: '90px',
      cell: (one: PlannedRow) => (
        <Badge color={colors[one.action]} variant="light" tt="none">
          {names[one.action]}
        </Badge>
      ),
    },
    { name: 'Why', width: 'minmax(100px, 3fr)', cell: (one: PlannedRow) => <Why row={one} /> },
    {
      name: 'Your choice',
      width: '180px',
      cell: (one: PlannedRow) => (
        <Choice row={one} onDecide={(decision) => void flow.decide([decision])} />
      ),
    },
  ];
  return (
    <VirtualGrid<PlannedRow>
      label="Rows of the file"
      columns={columns}
      count={count}
      rowHeight={46}
      row={row}
      onRange={onRange}
    />
  );
}

function Why({ row }: { row: PlannedRow }) {
  const reasons = row.reasons.map(reasonWords);
  const match = row.match === undefined ? '' : `is ${row.match.name}`;
  const changes = row.changes.map(
    (change) => `${change.field}: ${change.old === '' ? '' : `${change.old} → `}${change.new}`,
  );
  const text = [match, ...reasons, ...changes].filter((part) => part !== '').join(' · ');
  return (
    <Tooltip label={text} multiline maw={460} disabled={text.length < 30} openDelay={300}>
      <Text size="sm" component="span">
        {text}
      </Text>
    </Tooltip>
  );
}

function Choice({ row, onDecide }: { row: PlannedRow; onDecide: (decision: RowDecision) => void }) {
  if (row.action === 'cannot') return null;
  const people = [...(row.match === undefined ? [] : [row.match]), ...row.candidates];
  const options = [
    { value: 'auto', label: 'As suggested' },
    { value: 'create', label: 'Create a new person' },
    ...[...new Map(people.map((person) => [person.id, person])).values()].map((person) => ({
      value: `update ${person.id}`,
      label: `Update ${person.name}`,
    })),
    { value: 'skip', label: 'Skip' },
  ];
  return (
    <Select
      size="xs"
      aria-label={`Choice for line ${row.line}`}
      data={options}
      value={
        row.reasons.includes('user-choice')
          ? row.action === 'update'
            ? `update ${row.match?.id ?? ''}`
            : row.action
          : 'auto'
      }
      allowDeselect={false}
      onChange={(value) => {
        if (value === null) return;
        const [action, match] = value.split(' ');
        onDecide({
          row: row.row,
          action: action as RowDecision['action'],
          ...(match === undefined ? {} : { match }),
        });
      }}
    />
  );
}

function usePlannedRows(
  file: string | undefined,
  preview: ImportPreview,
  only: PlannedRow['action'] | undefined,
) {
  const { host } = useHost();
  const [pages, setPages] = useState(new Map<number, PlannedRow[]>());
  const asked = useRef(new Set<number>());
  const range = useRef({ first: 0, last: 30 });
  const ask = useCallback(
    (first: number, last: number) => {
      if (file === undefined) return;
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        const input = {
          file,
          from: page * pageSize,
          count: pageSize,
          ...(only === undefined ? {} : { only }),
        };
        void host.request('import.rows', input).then((answer) => {
          if (answer.ok) setPages((old) => new Map(old).set(page, answer.value.rows));
        });
      }
    },
    [host, file, only],
  );
  useEffect(() => {
    asked.current.clear();
    ask(range.current.first, range.current.last);
  }, [ask, preview]);
  const onRange = useCallback(
    (first: number, last: number) => {
      range.current = { first, last };
      ask(first, last);
    },
    [ask],
  );
  return {
    onRange,
    row: (index: number) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
  };
}

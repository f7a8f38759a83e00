// The rows of a plan as a list that reads only what is in view, with a choice for each.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Alert, Anchor, Badge, Button, Group, Select, Stack, Text } from '@mantine/core';

import type {
  ImportPreview,
  PlannedRow,
  RowDecision,
  RowsWanted,
} from '../../../src-shared/transfer/import-types.ts';
import { useReader } from '../../data/use-reader.ts';
import { errorWords } from '../../words/host-words.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { actionWords, changeWords, reasonWords, whyWords } from './import-words.ts';
import { isPerhaps, Looking, useLooking } from './looking.tsx';
import type { ImportFlow } from './use-import.ts';
import { usePlannedRows } from './use-planned-rows.ts';

const colors = { create: 'rapport', update: 'blue', skip: 'gray', cannot: 'red' } as const;

type Props = {
  flow: ImportFlow;
  preview: ImportPreview;
  only: RowsWanted | undefined;
  count: number;
};

export function PlannedRows({ flow, preview, only, count }: Props) {
  const { row, load, onRange, failure, again } = usePlannedRows(flow.file, preview, only);
  const decide = (decision: RowDecision) => void flow.decide([decision]);
  const looking = useLooking({ row, load }, preview, only);
  const columns = [
    {
      name: t`Line`,
      width: '76px',
      cell: (one: PlannedRow, at: number) => (
        <Anchor
          component="button"
          size="sm"
          aria-label={t`Look at line ${one.line}`}
          onClick={() => looking.at(at)}
        >
          {one.line}
        </Anchor>
      ),
    },
    {
      name: t`Name`,
      width: 'minmax(120px, 2fr)',
      cell: (one: PlannedRow) => one.name || <NoName />,
    },
    {
      name: t`What comes in`,
      width: 'minmax(120px, 2fr)',
      cell: (one: PlannedRow) => <span className="dim">{one.summary}</span>,
    },
    {
      name: t`Will`,
      width: 'minmax(90px, 1fr)',
      cell: (one: PlannedRow) => (
        <Badge color={isPerhaps(one) ? 'yellow' : colors[one.action]} variant="light" tt="none">
          {isJoined(one) ? t`Join` : isPerhaps(one) ? t`You decide` : actionWords(one.action)}
        </Badge>
      ),
    },
    {
      name: t`Why`,
      width: 'minmax(190px, 4fr)',
      cell: (one: PlannedRow) =>
        isPerhaps(one) ? <Perhaps row={one} onDecide={decide} /> : <Why row={one} />,
    },
    {
      name: t`Your choice`,
      width: '180px',
      cell: (one: PlannedRow) => <Choice row={one} onDecide={decide} />,
    },
  ];
  return (
    <>
      {failure !== undefined && (
        <Alert color="red" role="alert" title={t`Some rows could not be read`}>
          <Text size="sm" mb="xs">
            {errorWords(failure)}
          </Text>
          <Button size="compact-sm" variant="default" onClick={again}>
            <Trans>Try again</Trans>
          </Button>
        </Alert>
      )}
      <Looking flow={flow} preview={preview} looking={looking} onDecide={decide} />
      <VirtualGrid<PlannedRow>
        label={t`Rows of the file`}
        columns={columns}
        count={count}
        rowHeight={52}
        row={row}
        onRange={onRange}
      />
    </>
  );
}

const NoName = () => (
  <span className="dim">
    <Trans>No name</Trans>
  </span>
);

/** It is in all the same, as part of another row. */
const isJoined = ({ action, joined }: PlannedRow): boolean =>
  action === 'skip' && joined !== undefined;

type Deciding = { row: PlannedRow; onDecide: (decision: RowDecision) => void };

/** Whom it may be and why, and a click for either answer. */
function Perhaps({ row: { row, line, candidates }, onDecide }: Deciding) {
  const [likeliest] = candidates;
  if (likeliest === undefined) return null;
  const { id, name, because } = likeliest;
  const reason = reasonWords(because);
  return (
    <Group gap={8} wrap="nowrap">
      <Text size="xs" lh={1.35} lineClamp={3} style={{ whiteSpace: 'normal', flex: 1 }}>
        <Trans>
          May be{' '}
          <Anchor size="xs" href={`#/people/${id}`}>
            <bdi>{name}</bdi>
          </Anchor>
          : {reason}
        </Trans>
      </Text>
      <Stack gap={2}>
        <Button
          size="compact-xs"
          aria-label={t`Line ${line} is ${name}`}
          onClick={() => onDecide({ row, action: 'update', match: id })}
        >
          <Trans>Same person</Trans>
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t`Line ${line} is somebody new`}
          onClick={() => onDecide({ row, action: 'create' })}
        >
          <Trans>New person</Trans>
        </Button>
      </Stack>
    </Group>
  );
}

function Why({ row }: { row: PlannedRow }) {
  const reader = useReader()(row.kind, '');
  const reasons = whyWords(row);
  const match = row.match === undefined ? '' : t`is ${row.match.name}`;
  const changes = row.changes.map((change) => changeWords(row.kind, change, reader));
  const text = [match, ...reasons, ...changes].filter((part) => part !== '').join(' · ');
  return (
    <Text size="xs" lh={1.35} lineClamp={2} style={{ whiteSpace: 'normal' }}>
      {text}
    </Text>
  );
}

function Choice({ row, onDecide }: Deciding) {
  if (row.action === 'cannot') return null;
  const people = [...(row.match === undefined ? [] : [row.match]), ...row.candidates];
  const options = [
    { value: 'auto', label: t`As suggested` },
    { value: 'create', label: newWords(row.kind) },
    ...[...new Map(people.map((person) => [person.id, person])).values()].map((person) => ({
      value: `update ${person.id}`,
      label: t`Update ${person.name}`,
    })),
    { value: 'skip', label: t`Skip` },
  ];
  return (
    <Select
      size="xs"
      aria-label={t`Choice for line ${row.line}`}
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

const newWords = (kind: PlannedRow['kind']): string =>
  kind === 'person' ? t`Create a new person` : t`Create a new organisation`;

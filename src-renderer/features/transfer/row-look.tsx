// A whole row of the file, beside whom it may be: what differs is marked, and the answer is a
// click. Whoever answers goes on to the next that waits for one.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

import type {
  PlannedRow,
  RowDecision,
  RowFact,
} from '../../../src-shared/transfer/import-types.ts';
import { useHost } from '../../data/host-context.tsx';
import { useReader } from '../../data/use-reader.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFieldLabel } from '../../ui/field-words.ts';
import { factWords, reasonWords } from './import-words.ts';

type Looked = { key: string; row: readonly RowFact[]; here?: readonly RowFact[] | undefined };

type Props = {
  file: string;
  row: PlannedRow;
  /** Nobody has said yet who it is. */
  isOpen: boolean;
  onDecide: (decision: RowDecision) => void;
  /** To the next that waits; closes it after the last. */
  onNext: () => void;
  onClose: () => void;
};

export function RowLook({ file, row, isOpen, onDecide, onNext, onClose }: Props) {
  const other = row.match ?? row.candidates[0];
  const looked = useLooked(file, row, other?.id);
  const label = useFieldLabel();
  const reader = useReader()(row.kind, '');
  const fields = [
    ...new Set([...(looked?.row ?? []), ...(looked?.here ?? [])].map(({ field }) => field)),
  ];
  const words = (facts: readonly RowFact[] | undefined, field: string): string[] =>
    (facts?.find((one) => one.field === field)?.values ?? []).map(({ value, label: what }) =>
      factWords(row.kind, field, value, what, reader),
    );
  const decide = (decision: RowDecision): void => {
    onDecide(decision);
    onNext();
  };
  const page = row.kind === 'person' ? 'people' : 'groups';
  return (
    <Dialog title={t`Line ${row.line} of the file`} size="xl" onClose={onClose}>
      {other !== undefined && (
        <Text size="sm" mb="xs">
          {reasonWords(other.because)}
        </Text>
      )}
      <Table layout="fixed" aria-label={t`The row and whom it may be`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="22%">
              <Trans>Field</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>In the file</Trans>
            </Table.Th>
            {other !== undefined && (
              <Table.Th>
                <Anchor href={`#/${page}/${other.id}`}>
                  <bdi>{other.name}</bdi>
                </Anchor>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => {
            const [mine, theirs] = [words(looked?.row, field), words(looked?.here, field)];
            const differs =
              other !== undefined && mine.some((text) => !theirs.some((one) => isSaid(text, one)));
            return (
              <Table.Tr key={field} data-differs={differs || undefined} className="fact-row">
                <Table.Td className="dim">{label(row.kind, field)}</Table.Td>
                <Values of={mine} />
                {other !== undefined && <Values of={theirs} />}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Group justify="end" mt="md">
        {isOpen && other !== undefined ? (
          <>
            <Button variant="subtle" onClick={onNext}>
              <Trans>Decide later</Trans>
            </Button>
            <Button variant="default" onClick={() => decide({ row: row.row, action: 'create' })}>
              <Trans>Somebody else</Trans>
            </Button>
            <Button onClick={() => decide({ row: row.row, action: 'update', match: other.id })}>
              <Trans>Same person</Trans>
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

/** Also where the other says what it is. */
const isSaid = (text: string, by: string): boolean => by === text || by.startsWith(`${text} (`);

const Values = ({ of }: { of: readonly string[] }) => (
  <Table.Td style={{ overflowWrap: 'anywhere', verticalAlign: 'top' }}>
    {of.map((text) => (
      <div key={text} dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </div>
    ))}
  </Table.Td>
);

/** Undefined until it is here. */
function useLooked(file: string, { row, kind }: PlannedRow, id: string | undefined) {
  const { host } = useHost();
  const [looked, setLooked] = useState<Looked>();
  const key = `${file} ${row} ${id ?? ''}`;
  useEffect(() => {
    let isCurrent = true;
    const beside =
      id === undefined
        ? {}
        : {
            beside: {
              collection: kind === 'person' ? ('people' as const) : ('groups' as const),
              id,
            },
          };
    void host.request('import.look', { file, row, ...beside }).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      setLooked({ key, row: answer.value.row.facts, here: answer.value.here?.facts });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, key, file, row, kind, id]);
  return looked?.key === key ? looked : undefined;
}

// A whole row of the file, beside whom it may be: what differs is marked, and the answer is a
// click. Whoever answers goes on to the next that waits for one.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Radio, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

import type {
  PlannedRow,
  RowDecision,
  RowFact,
  RowReason,
} from '../../../src-shared/transfer/import-types.ts';
import { useApart } from '../../data/use-apart.ts';
import { useHost } from '../../data/host-context.tsx';
import { useReader } from '../../data/use-reader.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFieldLabel } from '../../ui/field-words.ts';
import { NamedApart } from '../../ui/named-apart.tsx';
import { commaWords } from '../../words/in-language.ts';
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
  const others = [...(row.match === undefined ? [] : [row.match]), ...row.candidates];
  const [chosen, setChosen] = useState<string>();
  const other = others.find(({ id }) => id === chosen) ?? others[0];
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
  const page = row.kind === 'person' ? 'people' : 'groups';
  return (
    <Dialog title={t`Line ${row.line} of the file`} size="xl" onClose={onClose}>
      <BesideWhom others={others} chosen={other?.id} choose={setChosen} />
      {other !== undefined && others.length === 1 && (
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
      <Answers {...{ row, isOpen, onDecide, onNext, onClose }} id={other?.id} />
    </Dialog>
  );
}

/** `id`: of whom it stands beside. */
type AnswersProps = Omit<Props, 'file'> & { id: string | undefined };

function Answers({ row: { row }, isOpen, onDecide, onNext, onClose, id }: AnswersProps) {
  const decide = (decision: RowDecision): void => {
    onDecide(decision);
    onNext();
  };
  return (
    <Group justify="end" mt="md">
      {isOpen && id !== undefined ? (
        <>
          <Button variant="subtle" onClick={onNext}>
            <Trans>Decide later</Trans>
          </Button>
          <Button variant="default" onClick={() => decide({ row, action: 'create' })}>
            <Trans>Somebody else</Trans>
          </Button>
          <Button onClick={() => decide({ row, action: 'update', match: id })}>
            <Trans>Same person</Trans>
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      )}
    </Group>
  );
}

type BesideProps = {
  others: PlannedRow['candidates'];
  chosen: string | undefined;
  choose: (id: string) => void;
};

/** Of several whom it may be, one after the other. */
function BesideWhom({ others, chosen, choose }: BesideProps) {
  const apart = useApart(others.length > 1 ? others.map(({ id }) => id) : []);
  if (others.length < 2) return null;
  return (
    <Radio.Group mb="xs" label={t`Beside whom`} value={chosen ?? ''} onChange={choose}>
      <Group gap="md" mt={4}>
        {others.map(({ id, name, because }) => (
          <Radio
            key={id}
            size="sm"
            value={id}
            aria-label={name}
            label={<NamedApart name={name} apart={apartOf(because, apart(id))} />}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}

const apartOf = (because: RowReason, known: string): string =>
  commaWords([reasonWords(because), known].filter((part) => part !== ''));

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

// Records that are one side by side, with a choice for each value in which they differ: which of
// them stays, whose value stays, what does not come along. By keys alone, too.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Command } from '../../src-shared/records/command.ts';
import { type MergeChoices, useMergeChoice } from '../data/use-merge-choice.ts';
import { commaWords } from '../words/in-language.ts';
import { Dialog } from './dialog.tsx';
import { useFieldLabel } from './field-words.ts';
import { EntryCell, FieldCell, NoteCell, StaysCell } from './merge-cells.tsx';
import { nameOrNone } from './name-or-none.ts';

type Props = {
  /** At least two, and at most so many as can be compared. */
  docs: readonly RecordDoc[];
  /** Which of them stays unless another is chosen. */
  keep: string;
  merge: (command: Command) => void;
  notTheSame: () => void;
  onClose: () => void;
};

export function MergeChoice({ docs, keep, merge, notTheSame, onClose }: Props) {
  const choices = useMergeChoice(docs, keep);
  const submit = (): void => merge(choices.command());
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as HTMLElement).closest('[data-row]')?.getAttribute('data-row');
    const doc = /^[1-9]$/.test(event.key) ? docs[Number(event.key) - 1] : undefined;
    const key = event.key.toLowerCase();
    if (doc !== undefined) choices.takeAll(row ?? '', doc);
    else if (key === 'enter') submit();
    else if (key === 'n') notTheSame();
    else if (key === 'l') onClose();
    else if (key === 'arrowdown' || key === 'arrowup')
      moveRow(event.currentTarget, event.target as HTMLElement, key === 'arrowdown' ? 1 : -1);
    else return;
    event.preventDefault();
  };
  const who = nameOrNone(choices.kept);
  return (
    <Dialog onClose={onClose} title={t`Choose what stays`} size="min(1400px, 94vw)">
      <Text size="sm" mb="sm" className="dim">
        <Trans>
          Nothing is thrown away: taken apart again, each is as it was. Keys: 1 to 9 choose the
          column, the arrows the row, Enter merges, N says that they are different, L leaves it for
          later.
        </Trans>
      </Text>
      <div className="merge-choice">
        <table
          // A table whose cells take the focus, and its keys, is a grid.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={t`What stays`}
          style={{ minWidth: 130 + docs.length * 190 }}
          onKeyDown={onKeyDown}
        >
          <tbody>
            <Rows docs={docs} choices={choices} />
          </tbody>
        </table>
      </div>
      <TheSame kind={choices.kept.kind} fields={choices.rows.same} />
      <Group justify="end" className="merge-foot">
        <Button variant="subtle" onClick={onClose}>
          <Trans>Later</Trans>
        </Button>
        <Button variant="default" onClick={notTheSame}>
          <Trans>Not the same</Trans>
        </Button>
        <Button onClick={submit}>
          <Trans>Merge into {who}</Trans>
        </Button>
      </Group>
    </Dialog>
  );
}

function Rows({ docs, choices }: { docs: readonly RecordDoc[]; choices: MergeChoices }) {
  const label = useFieldLabel();
  const { rows, kept } = choices;
  return (
    <>
      <Row name={t`Who stays`} what="stays">
        {docs.map((doc, at) => (
          <StaysCell
            key={doc.id}
            doc={doc}
            number={at + 1}
            isPicked={doc === kept}
            pick={() => choices.stay(doc)}
          />
        ))}
      </Row>
      {rows.fields.map((row) => (
        <Row key={row.what} name={label(kept.kind, row.what)} what={row.what}>
          {docs.map((doc) => (
            <FieldCell
              key={doc.id}
              doc={doc}
              field={row.what}
              isPicked={choices.picked(row) === doc.id}
              pick={() => choices.pick(row.what, doc)}
            />
          ))}
        </Row>
      ))}
      {rows.sets.map(({ what, entries }) => (
        <Row key={what} name={label(kept.kind, what)} what={what}>
          {docs.map((doc) => (
            <EntryCell
              key={doc.id}
              doc={doc}
              set={what}
              entries={entries}
              isDropped={(key) => choices.isDropped(what, key)}
              toggle={(key) => choices.toggle(what, key)}
            />
          ))}
        </Row>
      ))}
      {rows.notes.length > 0 && (
        <Row name={t`Note`} what="note">
          {docs.map((doc) => (
            <NoteCell
              key={doc.id}
              doc={doc}
              isDropped={choices.isDropped('note', doc.id)}
              toggle={() => choices.toggle('note', doc.id)}
            />
          ))}
        </Row>
      )}
    </>
  );
}

const Row = (props: { name: string; what: string; children: ReactNode }) => (
  <tr data-row={props.what}>
    <th scope="row">{props.name}</th>
    {props.children}
  </tr>
);

function TheSame({ kind, fields }: { kind: string; fields: readonly string[] }) {
  const label = useFieldLabel();
  if (fields.length === 0) return null;
  return (
    <details>
      <summary>
        {plural(fields.length, {
          one: '# field is the same, or only one of them has it',
          other: '# fields are the same, or only one of them has it',
        })}
      </summary>
      <Text size="sm">{commaWords(fields.map((what) => label(kind, what)))}</Text>
    </details>
  );
}

/** The focus goes to the same column of the next row, as near as there is one. */
function moveRow(table: HTMLElement, from: HTMLElement, step: 1 | -1): void {
  const rows = [...table.querySelectorAll('[data-row]')];
  const row = from.closest('[data-row]');
  const cell = from.closest('td');
  const next = rows[row === null ? 0 : rows.indexOf(row) + step];
  const column = cell === null ? 0 : [...(row?.querySelectorAll('td') ?? [])].indexOf(cell);
  const cells = [...(next?.querySelectorAll('td') ?? [])];
  const wanted = [cells[column], ...cells].flatMap((one) => one?.querySelector('button') ?? []);
  wanted[0]?.focus();
}

// Before a block is pasted: what changes, what does not fit and why. Then it is one action.

import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Checkbox, Group, Loader, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';

import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { commaWords } from '../../words/in-language.ts';
import { bulkWords } from '../bulk/bulk-words.ts';
import type { ListKind } from '../list-kind.ts';
import type { ListView } from '../use-list-view.ts';
import type { Misfit, PastedCell, PastePlan } from './paste-plan.ts';
import type { Placed } from './pasted.ts';
import { usePastePlan } from './use-paste-plan.ts';

type Props = {
  list: ListView;
  pasting: Placed & { isClearing: boolean };
  idsIn: (top: number, bottom: number) => Promise<readonly string[]>;
  hold: (id: string) => Promise<void>;
  onClose: () => void;
};

/** Read well on both schemes. */
const warning = 'light-dark(#8a4b00, #f2b56b)';

export function PasteDialog({ list, pasting, idsIn, hold, onClose }: Props) {
  const [isClearing, setClearing] = useState(pasting.isClearing);
  const { plan, isBusy, run } = usePastePlan({ list, pasting, isClearing, idsIn, hold });
  const count = plan?.changed.length ?? 0;
  return (
    <Dialog
      onClose={onClose}
      size="xl"
      title={pasting.isClearing ? t`Empty these cells` : t`Paste into the table`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run().then((isDone) => isDone && onClose());
        }}
      >
        <Stack gap="sm">
          {plan === undefined ? (
            <Group gap="xs">
              <Loader size="xs" aria-hidden />
              <Text size="sm">
                <Trans>Looking at what would change …</Trans>
              </Text>
            </Group>
          ) : (
            <Planned of={list.kind.of} plan={plan} pasting={pasting} />
          )}
          {!pasting.isClearing && (plan?.kept ?? 0) + (isClearing ? 1 : 0) > 0 && (
            <Checkbox
              label={t`Empty cells of the block take away what stands there`}
              checked={isClearing}
              onChange={(event) => setClearing(event.currentTarget.checked)}
            />
          )}
          <FormButtons
            submit={pasting.isClearing ? t`Empty them` : t`Paste`}
            isDisabled={count === 0}
            isBusy={isBusy}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

type PlannedProps = { of: ListKind['of']; plan: PastePlan; pasting: Placed };

function Planned({ of, plan, pasting }: PlannedProps) {
  const { changed, same, misfits, kept, readOnly } = plan;
  const columns = commaWords(readOnly);
  return (
    <>
      <Text size="sm" role="status">
        <b>
          <Plural value={changed.length} one="# cell changes." other="# cells change." />
        </b>{' '}
        {same > 0 && <Plural value={same} one="# is already so." other="# are already so." />}{' '}
        {kept > 0 && (
          <Plural
            value={kept}
            one="# empty cell leaves what is there."
            other="# empty cells leave what is there."
          />
        )}
      </Text>
      {pasting.rowsOver > 0 && (
        <Text size="sm" c={warning}>
          {of === 'people' ? (
            <Plural
              value={pasting.rowsOver}
              one="# row of the block finds no row in this list and is left out: import it to add new people."
              other="# rows of the block find no row in this list and are left out: import them to add new people."
            />
          ) : (
            <Plural
              value={pasting.rowsOver}
              one="# row of the block finds no row in this list and is left out."
              other="# rows of the block find no row in this list and are left out."
            />
          )}
        </Text>
      )}
      {pasting.columnsOver > 0 && (
        <Text size="sm" c={warning}>
          <Plural
            value={pasting.columnsOver}
            one="# column of the block goes beyond the last column shown and is left out."
            other="# columns of the block go beyond the last column shown and are left out."
          />
        </Text>
      )}
      {readOnly.length > 0 && (
        <Text size="sm" c={warning}>
          <Trans>Left out, because nothing can be pasted there: {columns}.</Trans>
        </Text>
      )}
      {misfits.length > 0 && <Misfits misfits={misfits} />}
      {changed.length > 0 && <Changed of={of} cells={changed} />}
    </>
  );
}

/** As many as are looked through by eye. */
const mostShown = 100;

type ChangedProps = { of: ListKind['of']; cells: readonly PastedCell[] };

function Changed({ of, cells }: ChangedProps) {
  const more = cells.length - mostShown;
  return (
    <ScrollArea.Autosize mah="min(320px, 28dvh)" type="auto" tabIndex={0}>
      <Table fz="sm" verticalSpacing={4} aria-label={t`What changes`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{bulkWords[of].one()}</Table.Th>
            <Table.Th>{t`Column`}</Table.Th>
            <Table.Th>{t`Now`}</Table.Th>
            <Table.Th>{t`Then`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cells.slice(0, mostShown).map(({ name, column, before, after }, at) => (
            <Table.Tr key={at}>
              <Table.Td dir="auto">{name}</Table.Td>
              <Table.Td>{column}</Table.Td>
              <Table.Td dir="auto" className="dim" style={{ overflowWrap: 'anywhere' }}>
                {before === '' ? '–' : <s>{before}</s>}
              </Table.Td>
              <Table.Td dir="auto" style={{ overflowWrap: 'anywhere' }}>
                {after === '' ? '–' : after}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {more > 0 && (
        <Text size="sm" className="dim" mt={4}>
          <Plural value={more} one="And # more." other="And # more." />
        </Text>
      )}
    </ScrollArea.Autosize>
  );
}

function Misfits({ misfits }: { misfits: readonly Misfit[] }) {
  const more = misfits.length - mostShown;
  return (
    <div>
      <Text size="sm" c={warning}>
        <Plural
          value={misfits.length}
          one="# cell does not fit and stays as it is:"
          other="# cells do not fit and stay as they are:"
        />
      </Text>
      <ScrollArea.Autosize mah="min(140px, 14dvh)" type="auto" tabIndex={0}>
        <ul className="plain-list" style={{ margin: 0 }} aria-label={t`What does not fit`}>
          {misfits.slice(0, mostShown).map(({ name, column, text, problem }, at) => (
            <Text key={at} component="li" size="sm">
              <Trans>
                <bdi>{name}</bdi>, {column}: “<bdi>{text}</bdi>”. {problem}
              </Trans>
            </Text>
          ))}
        </ul>
        {more > 0 && (
          <Text size="sm" className="dim">
            <Plural value={more} one="And # more." other="And # more." />
          </Text>
        )}
      </ScrollArea.Autosize>
    </div>
  );
}

// Asks how the drafts of a run go on paper, says who is left out, and prints.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useState } from 'react';

import { addressBlock, postalOf } from '../../../../src-shared/drafts/address-block.ts';
import { envelopes, labelSheets, letterForms } from '../../../../src-shared/drafts/sheets.ts';
import { countryOf } from '../../../../src-shared/transfer/import/entry/country.ts';
import { safeName } from '../../../../src-shared/values/safe-name.ts';
import { showFailure } from '../../../data/use-command.tsx';
import { keptDraft, useDraft } from '../../../data/use-draft.ts';
import { useReader } from '../../../data/use-reader.ts';
import { isInElectron, makePdf } from '../../../host/electron-port.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { downloadBlob } from '../../../ui/download.ts';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { withSheet } from '../../../ui/printing.ts';
import { useDates } from '../../../ui/when.tsx';
import { countryWords, listWords } from '../../../words/in-language.ts';
import type { Row } from '../run/rows.ts';
import { type Printable, type Printing, Sheets } from './sheets.tsx';

type What = Printing['what'];
const forms = { letters: letterForms, envelopes, labels: labelSheets };
const mostNamed = 8;

type Asked = { what: What; form: string | undefined; start: number };

/** What stands there from the last time waits where drafts do. */
const senderDraft = 'our address on letters';

type Props = {
  name: string;
  rows: readonly Row[];
  onPrinted: (rows: readonly Row[]) => void;
  onClose: () => void;
};

export function PrintDialog({ name, rows, onPrinted, onClose }: Props) {
  const [how, setHow] = useState<Asked>({ what: 'letters', form: undefined, start: 1 });
  const { what } = how;
  const [printing, setPrinting] = useState<Printing>();
  const printableOf = usePrintable();
  const { date } = useDates();
  const [day] = useState(() => date(Date.now()));
  const isPrinted = (row: Row): boolean => canPrint(row) && (what !== 'letters' || row.isReady);
  const printed = rows.filter(isPrinted);
  const left = rows.filter(
    (row) => row.state !== 'sent' && row.state !== 'skipped' && !isPrinted(row),
  );
  const go = async (make: () => Promise<void>): Promise<void> => {
    setPrinting(printingOf(how, day, keptDraft(senderDraft), printed.map(printableOf)));
    await withSheet(make);
    setPrinting(undefined);
    onPrinted(printed);
  };
  const save = async (): Promise<void> => {
    const bytes = await makePdf('own');
    if (bytes === undefined) showFailure(t`The PDF could not be made. Try again, or print.`);
    else downloadBlob(new Blob([bytes], { type: 'application/pdf' }), `${safeName(name)}.pdf`);
  };
  return (
    <Dialog title={t`Print`} onClose={onClose} keepsDraft>
      <Stack gap="sm">
        <How how={how} set={setHow} />
        <Text size="sm" role="status">
          {plural(printed.length, {
            0: 'There is nothing to print.',
            one: '# is printed.',
            other: '# are printed.',
          })}
        </Text>
        {left.length > 0 && <LeftOut rows={left} />}
        <Group justify="end">
          {isInElectron() && (
            <Button variant="default" disabled={printed.length === 0} onClick={() => void go(save)}>
              <Trans>Save as a PDF</Trans>
            </Button>
          )}
          <Button
            disabled={printed.length === 0}
            onClick={() => void go(() => Promise.resolve(window.print()))}
          >
            <Trans>Print</Trans>
          </Button>
        </Group>
      </Stack>
      {printing !== undefined && <Sheets printing={printing} />}
    </Dialog>
  );
}

type HowProps = { how: Asked; set: (how: Asked) => void };

function How({ how, set }: HowProps) {
  const { what, form, start } = how;
  const [sender, setSender] = useDraft(senderDraft);
  return (
    <>
      <SegmentedControl
        aria-label={t`What is printed`}
        data={[
          { value: 'letters', label: t`Letters` },
          { value: 'envelopes', label: t`Envelopes` },
          { value: 'labels', label: t`Labels` },
        ]}
        value={what}
        onChange={(next) => set({ ...how, what: isWhat(next) ? next : what, form: undefined })}
      />
      <Select
        label={what === 'labels' ? t`Sheet (Avery, Avery Zweckform)` : t`Size`}
        allowDeselect={false}
        data={forms[what].map(({ id }) => id)}
        value={form ?? forms[what][0]?.id ?? null}
        onChange={(next) => set({ ...how, form: next ?? undefined })}
      />
      {what === 'labels' ? (
        <NumberInput
          label={t`Begin at label`}
          min={1}
          max={labelsOn(form)}
          allowDecimal={false}
          value={start}
          onChange={(next) => set({ ...how, start: typeof next === 'number' ? next : 1 })}
        />
      ) : (
        <Textarea
          label={t`Your address`}
          autosize
          minRows={2}
          maxRows={5}
          value={sender}
          onChange={(event) => setSender(event.currentTarget.value)}
        />
      )}
    </>
  );
}

function labelsOn(id: string | undefined): number {
  const sheet = labelSheets.find((one) => one.id === id) ?? labelSheets[0];
  return sheet === undefined ? 1 : sheet.columns * sheet.rows;
}

const isWhat = (text: string): text is What => text in forms;

const canPrint = ({ state, check, person }: Row): boolean =>
  state !== 'sent' &&
  state !== 'skipped' &&
  check.problem === undefined &&
  postalOf(person?.sets['addresses']) !== undefined;

function printingOf(
  { what, form: id, start }: Asked,
  day: string,
  sender: string,
  items: readonly Printable[],
): Printing | undefined {
  const of = <F extends { id: string }>(all: readonly F[]): F | undefined =>
    all.find((one) => one.id === id) ?? all[0];
  const [letter, envelope, sheet] = [of(letterForms), of(envelopes), of(labelSheets)];
  if (what === 'letters') return letter && { what, form: letter, day, sender, items };
  if (what === 'envelopes') return envelope && { what, form: envelope, sender, items };
  return sheet && { what, form: sheet, start, sender, items };
}

function LeftOut({ rows }: { rows: readonly Row[] }) {
  const named = rows
    .slice(0, mostNamed)
    .flatMap(({ person }) => (person ? [nameOrNone(person)] : []));
  const names = listWords(named);
  return (
    <Text size="sm" className="dim">
      {plural(rows.length, {
        one: '# is left out, because an address is missing, something is to be filled in, or they are not written to:',
        other:
          '# are left out, because an address is missing, something is to be filled in, or they are not written to:',
      })}{' '}
      <bdi>{names}</bdi>
      {rows.length > mostNamed && ' …'}
    </Text>
  );
}

/** What stands on paper for somebody. */
function usePrintable(): (row: Row) => Printable {
  const { country: own = '' } = useReader()('', '');
  return ({ draft, person, words, organisation }) => {
    const address = postalOf(person?.sets['addresses']);
    const country = countryOf(address?.more?.['country'] ?? '') ?? '';
    const prefix = person?.fields['prefix'];
    const name = person === undefined ? '' : nameOrNone(person);
    return {
      id: draft.person,
      ...words,
      block: addressBlock({
        name: typeof prefix === 'string' && !name.startsWith(prefix) ? `${prefix} ${name}` : name,
        organisation: address?.label === 'work' ? organisation : '',
        address: address ?? { value: '' },
        country: country === '' ? own : country,
        abroad: country === '' || country === own ? '' : countryWords(country),
      }),
    };
  };
}

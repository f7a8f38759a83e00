// One field of the team's own: its name, what it holds, how many records have it, what a
// choice offers.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';

import { foldText } from '../../../src-shared/domain/fold.ts';
import type { OwnFieldType } from '../../../src-shared/domain/own-field.ts';
import { shownLabel } from '../../../src-shared/fields/own.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { renameField, retireField } from '../../../src-shared/records/intents/own-fields.ts';
import { type KnownField, useOwnFields } from '../../data/known-kinds.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { useFilled } from '../../data/use-filled.ts';
import { TypeSelect } from '../../fields/own-type-select.tsx';
import { fieldLabel } from '../../ui/field-words.ts';
import { TextEdit } from '../../ui/text-edit.tsx';
import { JoinField } from './join-field.tsx';
import { RescopeField } from './rescope-field.tsx';
import { RetypeField } from './retype-field.tsx';
import { FieldOptions } from './field-options.tsx';

export function FieldRow({ field }: { field: KnownField }) {
  const run = useCommand();
  const { id, label, type, isRetired, isNewer, isPrivate } = field;
  const [nextType, setNextType] = useState<OwnFieldType>();
  const [isRescoping, setRescoping] = useState(false);
  const isChoice = type === 'choice' || type === 'choices';
  return (
    <Paper withBorder p="sm" component="article" aria-label={shownLabel(field)}>
      <Group align="end" gap="sm" wrap="wrap">
        <TextEdit
          label={t`Name of the field`}
          value={label}
          style={{ flex: '2 1 200px' }}
          onSave={async (name) =>
            name !== '' && (await run(edit(renameField(id, name)))) !== undefined
          }
        />
        {isNewer ? (
          <Text size="sm" className="dim">
            <Trans>Of a newer version: shown as text</Trans>
          </Text>
        ) : (
          <TypeSelect value={type} onChange={setNextType} />
        )}
        <Button
          variant="default"
          onClick={() => void run(edit(retireField(id, isRetired ? null : Date.now())))}
        >
          {isRetired ? t`Bring back` : t`Put away`}
        </Button>
      </Group>
      <Group mt={6} gap="xs">
        {isPrivate && (
          <Badge
            variant="light"
            color="gray"
            tt="none"
            leftSection={<IconLock size={12} aria-hidden />}
          >
            <Trans>Only on this laptop</Trans>
          </Badge>
        )}
        {isRetired && (
          <Badge variant="light" color="gray" tt="none">
            {fieldLabel('field', 'retiredAt')}
          </Badge>
        )}
        <Filled field={field} />
        {!isRetired && !isNewer && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            ms="auto"
            onClick={() => setRescoping(true)}
          >
            {isPrivate ? t`Give it to the team …` : t`Only on this laptop …`}
          </Button>
        )}
      </Group>
      {isRescoping && <RescopeField field={field} onClose={() => setRescoping(false)} />}
      {!isRetired && <JoinOffer field={field} />}
      {nextType !== undefined && (
        <RetypeField field={field} type={nextType} onClose={() => setNextType(undefined)} />
      )}
      {isChoice && <FieldOptions field={field} />}
    </Paper>
  );
}

/** With the older field of this name, where there is one. */
function JoinOffer({ field }: { field: KnownField }) {
  const { id, kind, label, isPrivate } = field;
  const [isJoining, setJoining] = useState(false);
  const older = useOwnFields(kind).find(
    (one) =>
      one.id < id &&
      !one.isRetired &&
      !one.isNewer &&
      // What is private is given to the team by its own question.
      one.isPrivate === isPrivate &&
      foldText(one.label) === foldText(label),
  );
  if (older === undefined) return null;
  return (
    <>
      <Group mt={6} gap="sm">
        <Text size="sm">
          <Trans>There are two fields of this name.</Trans>
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => setJoining(true)}>
          <Trans>Join them</Trans>
        </Button>
      </Group>
      {isJoining && <JoinField field={field} into={older} onClose={() => setJoining(false)} />}
    </>
  );
}

/** How many have something there, and how many something that does not fit. */
function Filled({ field }: { field: KnownField }) {
  const counts = useFilled(field);
  if (counts === undefined) return null;
  const { filled, misfits } = counts;
  return (
    <Text size="sm" className="dim">
      {plural(filled, {
        0: 'Filled in nowhere',
        one: 'Filled in once',
        other: 'Filled in # times',
      })}
      {misfits > 0 && (
        <>
          {' · '}
          {plural(misfits, {
            one: '# value does not fit what the field holds now; it is kept',
            other: '# values do not fit what the field holds now; they are kept',
          })}
        </>
      )}
    </Text>
  );
}

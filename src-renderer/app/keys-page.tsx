// Every action with its key: changed by pressing the new one, put back, taken to another laptop
// as a file. The changes are this laptop's.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, FileButton, Group, Kbd, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { i18n } from '@lingui/core';

import { announce } from '../data/announce.ts';
import { useHost } from '../data/host-context.tsx';
import { tellHere } from '../data/latest.tsx';
import { showFailure, showRemark } from '../data/use-command.tsx';
import { useChangedKeys } from '../data/use-changed-keys.ts';
import {
  type ChangedKeys,
  keysFile,
  keysOf,
  readKeysFile,
  withKey,
  withoutChange,
} from '../ui/changed-keys.ts';
import { downloadBlob } from '../ui/download.ts';
import { keyText } from '../ui/key-line.ts';
import { Page } from '../ui/page.tsx';
import { errorWords } from '../words/host-words.ts';
import { ChangeKey } from './change-key.tsx';
import { elementKeys } from './key-list.tsx';
import { actionWords, type KeyedAction, keyedActions } from './keyed-actions.ts';

export function KeysPage() {
  const changed = useChangedKeys();
  const save = useSave();
  const [changing, setChanging] = useState<KeyedAction>();
  const hasChanges = Object.keys(changed).length > 0;
  return (
    <Page
      title={t`Keys`}
      actions={<FileActions changed={changed} save={save} hasChanges={hasChanges} />}
    >
      <Text size="sm" className="dim" maw={720}>
        <Trans>
          They are those of this laptop. In the desktop window the menu has keys of its own, which
          stay.
        </Trans>
      </Text>
      <Table maw={820} verticalSpacing={6} aria-label={t`Keys`}>
        <Table.Tbody>
          {keyedActions.map((action) => (
            <KeyRow
              key={action.id}
              action={action}
              changed={changed}
              onChange={() => setChanging(action)}
              onReset={() => void save(withoutChange(action.id, changed))}
            />
          ))}
          {elementKeys.map(({ keys, does }) => (
            <Table.Tr key={keys}>
              <Table.Td>{i18n._(does)}</Table.Td>
              <Table.Td>
                <Kbd>{keyText(keys)}</Kbd>
              </Table.Td>
              <Table.Td className="dim">
                <Trans>stays as it is</Trans>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {changing !== undefined && (
        <ChangeKey
          action={changing}
          changed={changed}
          onClose={() => setChanging(undefined)}
          onChoose={(key) => {
            setChanging(undefined);
            void save(withKey(changing, key, keyedActions, changed));
          }}
        />
      )}
    </Page>
  );
}

type Save = (keys: ChangedKeys) => Promise<boolean>;

function useSave(): Save {
  const { host, setSettings } = useHost();
  return async (actionKeys) => {
    const saved = await host.request('settings.write', { actionKeys });
    if (saved.ok) setSettings(saved.value);
    else showFailure(errorWords(saved.error));
    return saved.ok;
  };
}

type RowProps = {
  action: KeyedAction;
  changed: ChangedKeys;
  onChange: () => void;
  onReset: () => void;
};

function KeyRow({ action, changed, onChange, onReset }: RowProps) {
  const [key] = keysOf(action, changed);
  const words = actionWords(action);
  return (
    <Table.Tr>
      <Table.Td>{words}</Table.Td>
      <Table.Td>
        {key === undefined ? (
          <Text size="sm" className="dim">
            <Trans>no key</Trans>
          </Text>
        ) : (
          <Kbd style={{ whiteSpace: 'nowrap' }}>{keyText(key)}</Kbd>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap" justify="end">
          {Object.hasOwn(changed, action.id) && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={t`As usual: ${words}`}
              onClick={onReset}
            >
              <Trans>As usual</Trans>
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t`Change the key: ${words}`}
            onClick={onChange}
          >
            <Trans>Change</Trans>
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

type FileProps = { changed: ChangedKeys; save: Save; hasChanges: boolean };

function FileActions({ changed, save, hasChanges }: FileProps) {
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const read = readKeysFile(await file.text(), keyedActions);
    if (!read.ok)
      return showFailure(
        t`This is no file of keys. Choose one that “Save as a file” made on a page like this one.`,
      );
    const { keys, refused } = read.value;
    if (!(await save(keys))) return;
    const count = Object.keys(keys).length;
    const words = plural(count, { one: '# key is taken over.', other: '# keys are taken over.' });
    announce(words);
    const left = plural(refused, {
      one: '# key was left out: it is not free, or stands there twice.',
      other: '# keys were left out: they are not free, or stand there twice.',
    });
    showRemark(refused === 0 ? words : `${words} ${left}`);
  };
  const putAllBack = async (): Promise<void> => {
    if (!(await save({}))) return;
    tellHere({
      what: t`All keys are as usual`,
      back: () => void save(changed),
      again: () => void save({}),
    });
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        onClick={() =>
          downloadBlob(
            new Blob([keysFile(changed)], { type: 'application/json' }),
            'rapport-keys.json',
          )
        }
      >
        <Trans>Save as a file</Trans>
      </Button>
      <FileButton accept="application/json,.json" onChange={(file) => void take(file)}>
        {(props) => (
          <Button variant="subtle" color="gray" {...props}>
            <Trans>Take from a file</Trans>
          </Button>
        )}
      </FileButton>
      <Button variant="default" disabled={!hasChanges} onClick={() => void putAllBack()}>
        <Trans>All as usual</Trans>
      </Button>
    </>
  );
}

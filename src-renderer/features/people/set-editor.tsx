// A list of labelled values (e-mails, phones, addresses ...): each is edited in place,
// relabelled, removed, and a new one is added at the end.

import { ActionIcon, Autocomplete, Button, Group } from '@mantine/core';
import { IconArrowUp, IconListDetails, IconPlus, IconX } from '@tabler/icons-react';
import { Fragment, useState } from 'react';

import type { RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import { useCommand } from '../../app/use-command.tsx';
import { useHost } from '../../data/host-context.tsx';
import { Provenance } from '../../ui/provenance.tsx';
import { TextEdit } from '../../ui/text-edit.tsx';
import { AddressParts } from './address-parts.tsx';
import { readPhone } from '../../data/read-name.ts';

type Props = {
  doc: RecordDoc;
  set: string;
  name: string;
  labels: readonly string[];
  type?: 'email' | 'tel' | 'url';
  collection?: 'people' | 'groups';
  /** Shown only when there is something in it. */
  isQuiet?: boolean;
};

export function SetEditor({
  doc,
  set,
  name,
  labels,
  type,
  collection = 'people',
  isQuiet = false,
}: Props) {
  const run = useCommand();
  const { settings } = useHost();
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<string>();
  const items = doc.sets[set] ?? [];
  const ref = { collection, id: doc.id };
  const put = async (item: Partial<SetItem> & { value: string }): Promise<boolean> => {
    const phone =
      set === 'phones' ? readPhone(item.value, settings?.defaultCountry ?? 'US') : undefined;
    const typed = phone === undefined ? item : { ...item, value: phone.value, more: phone.more };
    const done = await run({ type: 'edit', changes: [{ type: 'set-put', ref, set, item: typed }] });
    return done !== undefined;
  };
  const remove = (itemId: string) =>
    run({ type: 'edit', changes: [{ type: 'set-remove', ref, set, itemId }] });
  const moveUp = (at: number) => {
    const ids = items.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved !== undefined) ids.splice(at - 1, 0, moved);
    return run({ type: 'edit', changes: [{ type: 'set-order', ref, set, ids }] });
  };
  const save =
    (item: SetItem) =>
    async (value: string): Promise<boolean> => {
      if (value === '') return (await remove(item.id)) !== undefined;
      const { more: _parts, ...kept } = item;
      return put({ ...(set === 'addresses' ? kept : item), value });
    };
  if (isQuiet && items.length === 0) return null;
  return (
    <div style={{ marginBottom: 10 }}>
      {items.map((item, at) => (
        <Fragment key={item.id}>
          <Group gap={6} wrap="nowrap" mb={6} align="end">
            <Provenance doc={doc} what={`${set}/${item.id}`}>
              <div style={{ flex: 1, minWidth: 0 }}>
                <TextEdit
                  label={items.length > 1 ? `${name} ${at + 1}` : name}
                  value={item.more?.['raw'] ?? item.value}
                  onSave={save(item)}
                  {...(type === undefined ? {} : { type })}
                />
              </div>
            </Provenance>
            <LabelEdit
              name={`${name} ${at + 1} label`}
              labels={labels}
              value={item.label ?? ''}
              onSave={(label) => put({ ...item, label, value: item.more?.['raw'] ?? item.value })}
            />
            {set === 'addresses' && (
              <ActionIcon
                variant="subtle"
                color="gray"
                mb={4}
                aria-label={`Parts of ${name} ${at + 1}`}
                aria-expanded={shown === item.id}
                onClick={() => setShown(shown === item.id ? undefined : item.id)}
              >
                <IconListDetails size={16} />
              </ActionIcon>
            )}
            {at > 0 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                mb={4}
                aria-label={`Move ${name} ${item.value} up`}
                title="The first is the main one"
                onClick={() => void moveUp(at)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              mb={4}
              aria-label={`Remove ${name} ${item.value}`}
              onClick={() => void remove(item.id)}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
          {shown === item.id && (
            <AddressParts
              item={item}
              number={items.length > 1 ? ` ${at + 1}` : ''}
              onSave={(next) => put(next)}
            />
          )}
        </Fragment>
      ))}
      {isAdding ? (
        <TextEdit
          label={`New ${name.toLowerCase()}`}
          value=""
          autoFocus
          {...(type === undefined ? {} : { type })}
          onSave={async (value) => {
            const isSaved =
              value === '' ||
              (await put({ value, ...(labels[0] === undefined ? {} : { label: labels[0] }) }));
            if (isSaved) setAdding(false);
            return isSaved;
          }}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
        >
          Add {name.toLowerCase()}
        </Button>
      )}
    </div>
  );
}

type LabelProps = {
  name: string;
  labels: readonly string[];
  value: string;
  onSave: (value: string) => Promise<boolean>;
};

function LabelEdit({ name, labels, value, onSave }: LabelProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <Autocomplete
      aria-label={name}
      size="sm"
      w={112}
      data={[...labels]}
      filter={({ options }) => options}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={() => {
        if (draft === undefined || draft === value) return setDraft(undefined);
        void onSave(draft.trim()).then((isSaved) => isSaved && setDraft(undefined));
      }}
    />
  );
}

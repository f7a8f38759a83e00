// The editor of one labelled value of a list: its text, its label, its place among the others.

import { t } from '@lingui/core/macro';
import { ActionIcon, Autocomplete, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconForms, IconListDetails, IconX } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';

import type { RecordDoc, SetItem } from '../../src-shared/domain/record.ts';
import { type Saved, TextEdit } from '../ui/text-edit.tsx';
import { labelWords, typedLabel } from '../words/value-words.ts';
import { AddressParts } from './address-parts.tsx';
import { PromoteDetail } from './promote-detail.tsx';
import type { SetEdits } from './use-set-edits.ts';

export type RowProps = {
  doc: RecordDoc;
  set: string;
  name: string;
  labels: readonly string[];
  type?: 'email' | 'tel' | 'url';
  item: SetItem;
  /** Its place among `count`, from 0. */
  at: number;
  count: number;
  edits: SetEdits;
};

export function RowEditor(props: RowProps & { typed: string; draftOf: string }) {
  const { doc, set, name, labels, type, item, at, count, edits, typed, draftOf } = props;
  const [hasParts, setHasParts] = useState(false);
  const [isPromoting, setPromoting] = useState(false);
  const label = labelWords(item.label ?? '');
  const save = async (value: string, asWritten: boolean): Promise<Saved> => {
    if (value === '') return edits.remove(item.id);
    const { more: _parts, ...kept } = item;
    return edits.put({ ...(set === 'addresses' ? kept : item), value }, asWritten);
  };
  return (
    <>
      <TextEdit
        aria-label={count > 1 ? `${name} ${at + 1}` : name}
        value={typed}
        draftOf={draftOf}
        autoFocus
        onSave={save}
        {...(type === undefined ? {} : { type })}
      />
      <Group gap={4} wrap="nowrap" mt={4} mb={6}>
        <LabelEdit
          name={t`${name} ${at + 1} label`}
          labels={labels}
          value={item.label ?? ''}
          onSave={(chosen) => edits.label(item, chosen)}
        />
        {set === 'addresses' && (
          <RowButton
            name={t`Parts of ${name} ${at + 1}`}
            icon={IconListDetails}
            isOpen={hasParts}
            onClick={() => setHasParts(!hasParts)}
          />
        )}
        {isPromotable(doc.kind) && set === 'custom' && (item.label ?? '') !== '' && (
          <RowButton
            name={t`Make ${label} a field`}
            title={t`Make it a field of your own, for everybody who has it`}
            icon={IconForms}
            onClick={() => setPromoting(true)}
          />
        )}
        {count > 1 && (
          <MoveButtons
            what={`${name} ${item.value}`}
            isFirst={at === 0}
            isLast={at === count - 1}
            onMove={(by) => void edits.move(at, at + by)}
          />
        )}
        <RowButton
          name={t`Remove ${name} ${item.value}`}
          icon={IconX}
          onClick={() => void edits.remove(item.id)}
        />
      </Group>
      {isPromoting && isPromotable(doc.kind) && (
        <PromoteDetail
          kind={doc.kind}
          label={item.label ?? ''}
          onClose={() => setPromoting(false)}
        />
      )}
      {hasParts && (
        <AddressParts item={item} number={count > 1 ? ` ${at + 1}` : ''} onSave={edits.put} />
      )}
    </>
  );
}

const isPromotable = (kind: string): kind is 'person' | 'organisation' =>
  kind === 'person' || kind === 'organisation';

type MoveProps = {
  what: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
};

/** Both are always there: the one that was pressed keeps the focus while its row moves. */
function MoveButtons({ what, isFirst, isLast, onMove }: MoveProps) {
  return (
    <>
      <RowButton
        name={t`Move ${what} up`}
        title={t`The first is the main one`}
        icon={IconArrowUp}
        isOff={isFirst}
        onClick={() => onMove(-1)}
      />
      <RowButton
        name={t`Move ${what} down`}
        icon={IconArrowDown}
        isOff={isLast}
        onClick={() => onMove(1)}
      />
    </>
  );
}

type ButtonProps = {
  name: string;
  title?: string;
  icon: ComponentType<{ size: number }>;
  isOpen?: boolean;
  /** Can be reached, and does nothing. */
  isOff?: boolean;
  onClick: () => void;
};

function RowButton({ name, title, icon: Icon, isOpen, isOff = false, onClick }: ButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={name}
      {...(title === undefined ? {} : { title })}
      {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
      {...(isOff ? { 'aria-disabled': true, style: { opacity: 0.35, cursor: 'default' } } : {})}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}

type LabelProps = {
  name: string;
  labels: readonly string[];
  value: string;
  onSave: (value: string) => Promise<boolean>;
};

function LabelEdit({ name, labels, value: stored, onSave }: LabelProps) {
  const [draft, setDraft] = useState<string>();
  const value = labelWords(stored);
  return (
    <Autocomplete
      aria-label={name}
      size="sm"
      style={{ flex: '0 1 128px' }}
      data={labels.map(labelWords)}
      filter={({ options }) => options}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={() => {
        if (draft === undefined || draft === value) return setDraft(undefined);
        void onSave(typedLabel(draft)).then((isSaved) => isSaved && setDraft(undefined));
      }}
    />
  );
}

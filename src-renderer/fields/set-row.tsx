// One labelled value of a list, to read; where it is edited it is also relabelled, moved up and
// down, and removed.

import { t } from '@lingui/core/macro';
import { ActionIcon, Autocomplete, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconForms, IconListDetails, IconX } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';

import type { RecordDoc, SetItem } from '../../src-shared/domain/record.ts';
import { keptDraft } from '../data/use-draft.ts';
import { useReader } from '../data/use-reader.ts';
import { InPlace } from '../ui/in-place.tsx';
import { Printed } from '../ui/printed.tsx';
import { usePrinting } from '../ui/printing.ts';
import { Provenance } from '../ui/provenance.tsx';
import { type Saved, TextEdit } from '../ui/text-edit.tsx';
import { labelWords, typedLabel, withLabel } from '../words/value-words.ts';
import { AddressParts } from './address-parts.tsx';
import { PromoteDetail } from './promote-detail.tsx';
import type { SetEdits } from './use-set-edits.ts';
import { ValueLinks } from './value-links.tsx';
import { writtenItem } from './written-item.ts';

type Props = {
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

export function SetRow({ doc, set, name, item, at, count, ...rest }: Props) {
  const reader = useReader()(doc.kind, set);
  const typed = writtenItem(set, item, reader);
  const draftOf = `${doc.id} ${set}/${item.id}`;
  // Another detail is known by its label alone.
  const ownLabel = set === 'custom' ? labelWords(item.label ?? '') : '';
  const own = ownLabel || (count > 1 ? `${name} ${at + 1}` : name);
  if (usePrinting()) return <Printed label={name}>{withLabel(typed, item.label)}</Printed>;
  return (
    <Provenance doc={doc} what={`${set}/${item.id}`}>
      <div>
        <InPlace
          label={ownLabel || (at === 0 ? name : '')}
          name={own}
          shown={<Shown set={set} typed={typed} kind={ownLabel === '' ? item.label : ''} />}
          startsOpen={keptDraft(draftOf) !== ''}
          beside={<ValueLinks set={set} item={item} typed={typed} />}
        >
          {() => (
            <RowEditor
              doc={doc}
              set={set}
              name={name}
              item={item}
              at={at}
              count={count}
              typed={typed}
              draftOf={draftOf}
              {...rest}
            />
          )}
        </InPlace>
      </div>
    </Provenance>
  );
}

type ShownProps = { set: string; typed: string; kind: string | undefined };

const Shown = ({ set, typed, kind = '' }: ShownProps) => (
  <>
    {/* A number runs one way, in every language. */}
    {set === 'phones' ? <bdi dir="ltr">{typed}</bdi> : <bdi>{typed}</bdi>}
    {kind !== '' && (
      <>
        {' '}
        <span className="value-kind dim">{labelWords(kind)}</span>
      </>
    )}
  </>
);

function RowEditor({
  doc,
  set,
  name,
  labels,
  type,
  item,
  at,
  count,
  edits,
  typed,
  draftOf,
}: Props & { typed: string; draftOf: string }) {
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

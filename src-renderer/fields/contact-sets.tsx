// How a person or a group is reached: the lists of values that are there, and one menu for
// those to come.

import type { MessageDescriptor } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { keptDraft } from '../data/use-draft.ts';
import { AddMenu } from '../ui/add-menu.tsx';
import { fieldLabel } from '../ui/field-words.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Section } from '../ui/section.tsx';
import { draftOfNew, SetEditor } from './set-editor.tsx';
import { useAdding } from './use-adding.ts';

export type ContactSet = {
  set: string;
  labels: readonly string[];
  /** Of the field a new one is typed into. */
  fresh: MessageDescriptor;
  type?: 'email' | 'tel' | 'url';
};

type Props = { doc: RecordDoc; sets: readonly ContactSet[]; children?: ReactNode };

export function ContactSets({ doc, sets, children }: Props) {
  const { isAdding, add, added } = useAdding();
  const filled = sets.filter(({ set }) => (doc.sets[set] ?? []).length > 0);
  const isEmpty = !sets.some(
    (one) =>
      filled.includes(one) || isAdding(one.set) || keptDraft(draftOfNew(doc, one.set)) !== '',
  );
  const title = t`Contact`;
  return (
    <Section
      title={title}
      isPrinted={filled.length > 0}
      action={
        <AddMenu
          to={title}
          items={sets.map(({ set }) => ({ id: set, label: fieldLabel(doc.kind, set) }))}
          onAdd={add}
        />
      }
    >
      {isEmpty && <Nothing>{t`No e-mail, phone or address yet.`}</Nothing>}
      {sets.map((one) => (
        <SetEditor
          key={one.set}
          doc={doc}
          {...one}
          isAdding={isAdding(one.set)}
          onAdded={() => added(one.set)}
        />
      ))}
      {children}
    </Section>
  );
}

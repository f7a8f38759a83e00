// The fields of a record on its page: those that are filled in, to read; the others behind one
// menu.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { misfitsIn, ownValue } from '../../src-shared/fields/own.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { keptDraft } from '../data/use-draft.ts';
import { AddMenu, type Addable } from '../ui/add-menu.tsx';
import { fieldLabel } from '../ui/field-words.ts';
import { Section } from '../ui/section.tsx';
import { draftOf, FieldFact } from './field-edit.tsx';
import { TagsFact } from './tags-edit.tsx';
import { useAdding } from './use-adding.ts';

type Props = {
  doc: RecordDoc;
  title: string;
  fields: readonly string[];
  /** Of a group, its tags stand here, too. */
  hasTags?: boolean;
};

const tagsField = 'tags';

export function Facts({ doc, title, fields, hasTags = false }: Props) {
  const { isAdding, add, added } = useAdding();
  const isShown = useIsFilled(doc);
  const shown = fields.filter((field) => isShown(field) || isAdding(field));
  const isTagged = hasTags && ((doc.sets[tagsField] ?? []).length > 0 || isAdding(tagsField));
  const all = hasTags ? [...fields, tagsField] : fields;
  const missing: Addable[] = all
    .filter((field) => !shown.includes(field) && !(field === tagsField && isTagged))
    .map((field) => ({ id: field, label: fieldLabel(doc.kind, field) }));
  return (
    <Section
      title={title}
      isPrinted={shown.length > 0 || isTagged}
      action={<AddMenu to={title} items={missing} onAdd={add} />}
    >
      {shown.map((field) => (
        <FieldFact
          key={field}
          doc={doc}
          field={field}
          startsOpen={isAdding(field)}
          onClose={() => added(field)}
        />
      ))}
      {isTagged && (
        <TagsFact doc={doc} startsOpen={isAdding(tagsField)} onClose={() => added(tagsField)} />
      )}
    </Section>
  );
}

/** Also where something stands that does not fit, or is typed and not saved yet. */
function useIsFilled(doc: RecordDoc): (field: string) => boolean {
  const types = useKinds().get(doc.kind)?.fields ?? {};
  return (field) => {
    const type = types[field];
    if (type === undefined) return false;
    const value = ownValue(type, field, doc);
    return (
      (value !== undefined && value !== '') ||
      misfitsIn(type, field, doc).length > 0 ||
      keptDraft(draftOf(doc, field)) !== ''
    );
  };
}

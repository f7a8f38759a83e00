// One field of a record as text, with who set it beside it. An empty text takes the value
// away.

import { useHost } from '../data/host-context.tsx';
import { parseTypedDay } from '../data/typed-values.ts';
import { showRemark, useCommand } from '../data/use-command.tsx';
import { refOf } from '../data/ref-of.ts';
import { textOf } from '../data/text-of.ts';
import { fieldLabel } from '../ui/field-words.ts';
import { Provenance } from '../ui/provenance.tsx';
import { TextEdit } from '../ui/text-edit.tsx';
import { codeWords, problemWords, typedCode } from '../words/value-words.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';

type Props = {
  doc: RecordDoc;
  field: string;
  placeholder?: string;
  size?: 'xs' | 'sm';
};

export function FieldEdit({ doc, field, ...text }: Props) {
  const run = useCommand();
  const value = codeWords(doc.kind, field, textOf(doc, field));
  const { settings } = useHost();
  const isDay = kinds.get(doc.kind)?.fields[field]?.type === 'day';
  const save = async (typed: string): Promise<boolean> => {
    const { value: next, problem } = isDay
      ? await parseTypedDay(typed, settings?.defaultCountry ?? 'US')
      : { value: typedCode(doc.kind, field, typed) };
    const change = {
      type: 'field' as const,
      ref: refOf(doc),
      field,
      value: next === '' ? null : next,
    };
    if ((await run({ type: 'edit', changes: [change] })) === undefined) return false;
    if (problem !== undefined) showRemark(problemWords(problem));
    return true;
  };
  // Around an empty field, too: it must stay the same field while its first value is saved.
  return (
    <Provenance doc={doc} what={field} isKnown={value !== ''}>
      <div>
        <TextEdit {...text} label={fieldLabel(doc.kind, field)} value={value} onSave={save} />
      </div>
    </Provenance>
  );
}

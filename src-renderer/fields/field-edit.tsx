// One field of a record, read or edited as its type asks, with who set it beside it. An empty
// one takes the value away.

import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { ComponentType } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { AnyField, FieldTypeName } from '../../src-shared/fields/field.ts';
import { misfitsIn, ownValue, shownLabel } from '../../src-shared/fields/own.ts';
import { text } from '../../src-shared/fields/text.ts';
import { edit, setField } from '../../src-shared/records/intents/edits.ts';
import { fillIn, keepsDetails } from '../../src-shared/records/intents/own-fields.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { refOf } from '../data/ref-of.ts';
import { useCommand } from '../data/use-command.tsx';
import { keptDraft } from '../data/use-draft.ts';
import { fieldLabel } from '../ui/field-words.ts';
import { InPlace } from '../ui/in-place.tsx';
import { Printed } from '../ui/printed.tsx';
import { usePrinting } from '../ui/printing.ts';
import { Provenance } from '../ui/provenance.tsx';
import { commaWords } from '../words/in-language.ts';
import { ChoiceEdit } from './choice-edit.tsx';
import { ChoicesEdit } from './choices-edit.tsx';
import type { EditorProps } from './editor.ts';
import { FieldText } from './field-text.tsx';
import { LinkEdit } from './link-edit.tsx';
import { RatingEdit } from './rating-edit.tsx';
import { TypedEdit } from './typed-edit.tsx';
import { WhenAgain } from './when-again.tsx';

/** Types that are not simply typed. */
export const editors: { readonly [type in FieldTypeName]?: ComponentType<EditorProps> } = {
  choice: ChoiceEdit,
  choices: ChoicesEdit,
  'yes-no': ChoiceEdit,
  rating: RatingEdit,
  link: LinkEdit,
  links: LinkEdit,
};

const asText = text();

type Props = { doc: RecordDoc; field: string; size?: 'xs' | 'sm' };

/** In a form: an editor with its label above. */
export function FieldEdit({ doc, field, size = 'sm' }: Props) {
  const { isPrinting, isKnown, label, Editor, props } = useField(doc, field);
  if (isPrinting) return isKnown ? <FieldPrinted doc={doc} field={field} label={label} /> : null;
  // Around an empty field, too: it must stay the same field while its first value is saved.
  return (
    <Provenance doc={doc} what={field} isKnown={isKnown}>
      <div>
        <Editor {...props} size={size} />
        <FieldMisfits doc={doc} field={field} />
      </div>
    </Provenance>
  );
}

type FactProps = Omit<Props, 'size'> & { startsOpen?: boolean; onClose?: () => void };

/** On a page: read, and edited where it stands. */
export function FieldFact({ doc, field, startsOpen = false, onClose }: FactProps) {
  const { isPrinting, isKnown, label, Editor, props, isChosen } = useField(doc, field);
  if (isPrinting) return isKnown ? <FieldPrinted doc={doc} field={field} label={label} /> : null;
  return (
    <Provenance doc={doc} what={field} isKnown={isKnown}>
      <div>
        <InPlace
          label={label}
          shown={
            isKnown ? (
              <>
                <bdi>
                  <FieldText doc={doc} field={field} />
                </bdi>
                {props.type.type === 'day' && (
                  <WhenAgain day={props.value} as={field === 'birthday' ? 'birthday' : 'once'} />
                )}
              </>
            ) : null
          }
          startsOpen={startsOpen || keptDraft(draftOf(doc, field)) !== ''}
          {...(onClose === undefined ? {} : { onClose })}
        >
          {(done) => (
            <Editor
              {...props}
              size="sm"
              isInPlace
              save={async (value) => {
                const isSaved = await props.save(value);
                if (isSaved && isChosen) done();
                return isSaved;
              }}
            />
          )}
        </InPlace>
        <FieldMisfits doc={doc} field={field} />
      </div>
    </Provenance>
  );
}

export const draftOf = ({ id }: RecordDoc, field: string): string => `${id} ${field}`;

/** One click says all of it. */
const chosenAtOnce: readonly FieldTypeName[] = ['choice', 'yes-no', 'rating'];

function useField(doc: RecordDoc, field: string) {
  const run = useCommand();
  const type: AnyField = useKinds().get(doc.kind)?.fields[field] ?? asText;
  const value = ownValue(type, field, doc);
  const label = type.own === undefined ? fieldLabel(doc.kind, field) : shownLabel(type.own);
  const save: EditorProps['save'] = async (next) => {
    const changes =
      type.own === undefined
        ? [setField(refOf(doc), field, next)]
        : fillIn(refOf(doc), field, type, doc, next);
    return changes.length === 0 || (await run(edit(...changes))) !== undefined;
  };
  return {
    isPrinting: usePrinting(),
    isKnown: value !== undefined && value !== '',
    label,
    isChosen: chosenAtOnce.includes(type.type),
    Editor: editors[type.type] ?? TypedEdit,
    props: { kind: doc.kind, field, id: doc.id, type, label, value: value ?? null, save },
  };
}

const FieldPrinted = ({ doc, field, label }: Omit<Props, 'size'> & { label: string }) => (
  <Printed label={label}>
    <FieldText doc={doc} field={field} />
  </Printed>
);

function FieldMisfits({ doc, field }: Omit<Props, 'size'>) {
  const type: AnyField = useKinds().get(doc.kind)?.fields[field] ?? asText;
  return (
    <Misfits
      texts={misfitsIn(type, field, doc)}
      isKept={keepsDetails(refOf(doc)) && type.own?.isPrivate !== true}
    />
  );
}

/** What stands there from before the field held what it holds now: kept, and in sight. */
function Misfits({ texts, isKept }: { texts: readonly string[]; isKept: boolean }) {
  if (texts.length === 0) return null;
  const words = commaWords(texts);
  return (
    <Text size="xs" className="dim" mt={2} style={{ overflowWrap: 'anywhere' }}>
      {isKept ? (
        <Trans>
          Also there: “<bdi>{words}</bdi>”, which does not fit. When you fill this in, it is kept
          among the other details.
        </Trans>
      ) : (
        <Trans>
          Also there: “<bdi>{words}</bdi>”, which does not fit. When you fill this in, only the
          history keeps it.
        </Trans>
      )}
    </Text>
  );
}

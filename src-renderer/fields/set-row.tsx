// One labelled value of a list, to read; where it is edited it is also relabelled, moved up and
// down, and removed.

import { keptDraft } from '../data/use-draft.ts';
import { useReader } from '../data/use-reader.ts';
import { InPlace } from '../ui/in-place.tsx';
import { Printed } from '../ui/printed.tsx';
import { usePrinting } from '../ui/printing.ts';
import { Provenance } from '../ui/provenance.tsx';
import { labelWords, withLabel } from '../words/value-words.ts';
import { RowEditor, type RowProps } from './set-row-editor.tsx';
import { ValueLinks } from './value-links.tsx';
import { WhenAgain } from './when-again.tsx';
import { writtenItem } from './written-item.ts';

export function SetRow({ doc, set, name, item, at, count, ...rest }: RowProps) {
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
          shown={
            <Shown
              set={set}
              day={item.value}
              typed={typed}
              kind={ownLabel === '' ? item.label : ''}
            />
          }
          startsOpen={keptDraft(draftOf) !== ''}
          beside={<ValueLinks doc={doc} set={set} item={item} typed={typed} />}
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

type ShownProps = { set: string; day: string; typed: string; kind: string | undefined };

const Shown = ({ set, day, typed, kind = '' }: ShownProps) => (
  <>
    {/* A number runs one way, in every language. */}
    {set === 'phones' ? <bdi dir="ltr">{typed}</bdi> : <bdi>{typed}</bdi>}
    {kind !== '' && (
      <>
        {' '}
        <span className="value-kind dim">{labelWords(kind)}</span>
      </>
    )}
    {set === 'dates' && <WhenAgain day={day} as={kind === 'anniversary' ? 'yearly' : 'once'} />}
  </>
);

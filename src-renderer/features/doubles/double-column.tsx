// One of some that may be one person or organisation: what is known of it, and what another has
// too.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Radio, Text } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { FieldText } from '../../fields/field-text.tsx';
import { pathOf } from '../../kinds/kinds.ts';
import { Face } from '../../ui/face.tsx';
import { fieldLabel } from '../../ui/field-words.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { isPlain } from '../../ui/plain-click.ts';
import { WhenText } from '../../ui/when.tsx';

type Props = {
  doc: RecordDoc;
  others: readonly RecordDoc[];
  number: number;
  isKept: boolean;
  onKeep: () => void;
  onOpen: (doc: RecordDoc) => void;
  /** Left out where there are only two. */
  onTakeOut?: () => void;
};

const setsOfPeople = ['emails', 'phones', 'addresses', 'tags'];
const setsOfGroups = ['emails', 'phones', 'links', 'addresses', 'tags'];

export function DoubleColumn({ doc, others, number, isKept, onKeep, onOpen, onTakeOut }: Props) {
  const name = nameOrNone(doc);
  const isShared = (set: string, value: string): boolean =>
    others.some((other) =>
      (other.sets[set] ?? []).some((item) => item.value.toLowerCase() === value.toLowerCase()),
    );
  return (
    <div className="double" data-kept={isKept || undefined}>
      <Group gap="xs" wrap="nowrap">
        <Face doc={doc} />
        <Anchor
          href={`#${pathOf(doc)}`}
          fw={600}
          style={{ overflowWrap: 'anywhere' }}
          onClick={(event: MouseEvent) => {
            if (!isPlain(event)) return;
            event.preventDefault();
            onOpen(doc);
          }}
        >
          <bdi>{name}</bdi>
        </Anchor>
      </Group>
      <Radio
        size="sm"
        mt={6}
        label={t`${number}: stays`}
        aria-label={t`${name} stays`}
        checked={isKept}
        onChange={onKeep}
      />
      <dl className="double-facts">
        {doc.fields['birthday'] !== undefined && (
          <Fact name={fieldLabel('person', 'birthday')}>
            <FieldText doc={doc} field="birthday" />
          </Fact>
        )}
        {typeof doc.fields['industry'] === 'string' && (
          <Fact name={fieldLabel(doc.kind, 'industry')}>
            <FieldText doc={doc} field="industry" />
          </Fact>
        )}
        {(doc.kind === 'person' ? setsOfPeople : setsOfGroups).map((set) => {
          const items = doc.sets[set] ?? [];
          if (items.length === 0) return null;
          return (
            <Fact key={set} name={fieldLabel(doc.kind, set)}>
              {items.map(({ id, value }) => (
                <Text
                  key={id}
                  size="sm"
                  fw={isShared(set, value) ? 600 : 400}
                  style={{ overflowWrap: 'anywhere' }}
                >
                  <bdi>{value}</bdi>
                </Text>
              ))}
            </Fact>
          );
        })}
        <Fact name={t`Made`}>
          <WhenText at={doc.createdAt} />
        </Fact>
      </dl>
      {onTakeOut !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={
            doc.kind === 'person' ? t`${name} is somebody else` : t`${name} is another one`
          }
          onClick={onTakeOut}
        >
          {doc.kind === 'person' ? <Trans>Somebody else</Trans> : <Trans>Another one</Trans>}
        </Button>
      )}
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="dim">{name}</dt>
    <dd>{children}</dd>
  </>
);

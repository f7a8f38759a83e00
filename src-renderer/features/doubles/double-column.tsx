// One of some who may be one person: what is known of them, and what another has too.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Radio, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { FieldText } from '../../fields/field-text.tsx';
import { personPath } from '../../kinds/person.tsx';
import { Face } from '../../ui/face.tsx';
import { fieldLabel } from '../../ui/field-words.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { WhenText } from '../../ui/when.tsx';

type Props = {
  doc: RecordDoc;
  others: readonly RecordDoc[];
  number: number;
  isKept: boolean;
  onKeep: () => void;
  /** Left out where there are only two. */
  onTakeOut?: () => void;
};

const sets = ['emails', 'phones', 'addresses', 'tags'];

export function DoubleColumn({ doc, others, number, isKept, onKeep, onTakeOut }: Props) {
  const name = nameOrNone(doc);
  const isShared = (set: string, value: string): boolean =>
    others.some((other) =>
      (other.sets[set] ?? []).some((item) => item.value.toLowerCase() === value.toLowerCase()),
    );
  return (
    <div className="double" data-kept={isKept || undefined}>
      <Group gap="xs" wrap="nowrap">
        <Face doc={doc} />
        <Anchor href={`#${personPath(doc.id)}`} fw={600} style={{ overflowWrap: 'anywhere' }}>
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
        {sets.map((set) => {
          const items = doc.sets[set] ?? [];
          if (items.length === 0) return null;
          return (
            <Fact key={set} name={fieldLabel('person', set)}>
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
          aria-label={t`${name} is somebody else`}
          onClick={onTakeOut}
        >
          <Trans>Somebody else</Trans>
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

// Other details that came with imports, which could be fields.

import { plural, t } from '@lingui/core/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { DetailName } from '../../../src-shared/records/gather/details.ts';
import { useDetailNames } from '../../data/use-own-counts.ts';
import { PromoteDetail } from '../../fields/promote-detail.tsx';
import { Section } from '../../ui/section.tsx';
import { labelWords } from '../../words/value-words.ts';

export function DetailsFound() {
  const [turn, setTurn] = useState(0);
  const [chosen, setChosen] = useState<DetailName>();
  const names = useDetailNames(turn);
  if (names === undefined || 'failure' in names || names.value.length === 0) return null;
  return (
    <Section title={t`Other details that could be fields`}>
      <Stack gap="xs">
        {names.value.map((detail) => (
          <Detail
            key={`${detail.kind} ${detail.label}`}
            detail={detail}
            onChoose={() => setChosen(detail)}
          />
        ))}
      </Stack>
      {chosen !== undefined && (
        <PromoteDetail
          kind={chosen.kind}
          label={chosen.label}
          onClose={(isDone) => {
            setChosen(undefined);
            if (isDone) setTurn(turn + 1);
          }}
        />
      )}
    </Section>
  );
}

function Detail({ detail, onChoose }: { detail: DetailName; onChoose: () => void }) {
  const { kind, records, examples } = detail;
  const label = labelWords(detail.label);
  const held =
    kind === 'person'
      ? plural(records, { one: '# person', other: '# people' })
      : plural(records, { one: '# organisation', other: '# organisations' });
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          <bdi>{label}</bdi>
        </Text>
        <Text size="sm" className="dim" lineClamp={1}>
          {held} · {examples.join(' · ')}
        </Text>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        style={{ flexShrink: 0 }}
        aria-label={t`Make ${label} a field`}
        onClick={onChoose}
      >
        {t`Make it a field`}
      </Button>
    </Group>
  );
}

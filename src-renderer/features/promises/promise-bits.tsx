// Parts of a promise that lists and sections draw alike: with whom, how it stands, what can be done.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Fragment } from 'react';

import { stateOf } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Standing } from '../../../src-shared/query/promise-standing.ts';
import { pathOf } from '../../kinds/kinds.ts';
import { ActionItems } from '../../ui/actions.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { promiseActions, type PromiseContext } from './promise-actions.ts';
import { standingWords } from './promise-words.ts';

export const partyIds = ({ fields }: Pick<RecordDoc, 'fields'>): string[] =>
  ['people', 'groups'].flatMap((field) => {
    const value = fields[field];
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  });

/** Each once, whoever they were merged from. */
export function partiesOf(
  doc: RecordDoc,
  known: ReadonlyMap<string, RecordDoc>,
): readonly RecordDoc[] {
  const found = partyIds(doc).flatMap((id) => known.get(id) ?? []);
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

export const Parties = ({ parties }: { parties: readonly RecordDoc[] }) =>
  parties.map((party, at) => (
    <Fragment key={party.id}>
      {at > 0 && ', '}
      <Anchor
        href={`#${pathOf(party)}`}
        inherit
        underline="always"
        dir="auto"
        onClick={(event) => event.stopPropagation()}
      >
        {nameOrNone(party)}
      </Anchor>
    </Fragment>
  ));

export function StandingText({ standing }: { standing: Standing }) {
  const words = standingWords(standing);
  const isLate = standing.isOverdue || standing.isLate;
  return words === '' ? null : (
    <Text
      span
      inherit
      dir="auto"
      fw={standing.isOverdue ? 600 : 400}
      {...(isLate ? { c: 'red' } : { className: 'dim' })}
    >
      {words}
    </Text>
  );
}

export function PromiseButtons({ context }: { context: PromiseContext }) {
  const { doc } = context;
  const name = nameOrNone(doc);
  const keep = promiseActions.find(({ id }) => id === 'promise.keep');
  return (
    <Group gap={4} wrap="nowrap" data-screen onClick={(event) => event.stopPropagation()}>
      {stateOf(doc) === 'open' && keep !== undefined && 'run' in keep && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t`Kept: ${name}`}
          onClick={() => keep.run(context)}
        >
          <Trans context="promise">Kept</Trans>
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t`What to do with ${name}`}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ActionItems actions={promiseActions} context={context} />
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

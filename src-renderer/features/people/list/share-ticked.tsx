// Gives everybody who is ticked to the team, once it is said what that would be.

import { Plural, Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Loader, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { whichOf } from '../../../data/asking-views.ts';
import { useReach } from '../../../data/use-reach.ts';
import { ReachWords } from '../../../ui/reach-words.tsx';
import { TypedNumber } from '../../../ui/typed-number.tsx';
import type { TickedPeople } from './ticked-people.ts';

export function ShareTicked({ context: { chosen, act } }: { context: TickedPeople }) {
  const [isOpen, setOpen] = useState(false);
  const sharing = chosen.by === 'hand' ? { people: chosen.ids } : { which: whichOf(chosen) };
  const [isSure, setSure] = useState(false);
  const reach = useReach(isOpen ? sharing : undefined);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus width={340}>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          <Trans>Share with the team</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {reach === undefined ? (
          <Loader size="xs" aria-label={t`Loading`} />
        ) : (
          <Stack gap="xs" align="start">
            <Text size="sm">
              <Plural
                value={reach.people}
                _0="All of these are shared already."
                one="# person here is only on this laptop."
                other="# people here are only on this laptop."
              />{' '}
              {reach.people > 0 && <ReachWords reach={reach} />}
            </Text>
            <TypedNumber isNeeded count={reach.people} onSure={setSure} />
            {reach.people > 0 && (
              <Button
                size="xs"
                disabled={!isSure}
                onClick={() => {
                  setOpen(false);
                  void act({ type: 'share' });
                }}
              >
                <Trans>Share for good</Trans>
              </Button>
            )}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

// What goes along with what is shared, said before anything is.

import { Plural, Trans } from '@lingui/react/macro';

import type { ShareReach } from '../../src-shared/bridge/host-types.ts';
import { commaWords } from '../words/in-language.ts';

export function ReachWords({ reach: { groups, groupCount, naming } }: { reach: ShareReach }) {
  const names = commaWords(groups);
  const more = groupCount - groups.length;
  return (
    <>
      {naming > 0 && (
        <Plural
          value={naming}
          one="# note, role or post goes along."
          other="# notes, roles and posts go along."
        />
      )}{' '}
      {groupCount > 0 && more === 0 && (
        <Trans>
          Also shared: <bdi>{names}</bdi>, without the private people there.
        </Trans>
      )}
      {more > 0 && (
        <Trans>
          Also shared: <bdi>{names}</bdi> and {more} more, without the private people there.
        </Trans>
      )}
    </>
  );
}

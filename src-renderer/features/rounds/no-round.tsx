// An address that leads to no round any more.

import { t } from '@lingui/core/macro';

import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

export const NoRound = () => (
  <Page title={t`Round`}>
    <EmptyState
      title={t`Nothing here`}
      text={t`This round is in the trash, was erased, or this address is of another book.`}
    />
  </Page>
);
